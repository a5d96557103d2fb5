using ExecReports.Aws.Settings;

namespace ExecReports.Aws.Sources;

/// <summary>Which facts come from AWS (docs/settings.md). <see cref="AwsSourceSettingsReader"/> reads and checks it.</summary>
public sealed record AwsSourceSettings
{
    /// <summary>Region, endpoints and credentials.</summary>
    public required AwsSettings Connection { get; init; }
    /// <summary>Whether the inventory is collected from the account instead of read from files.</summary>
    public bool LiveInventory { get; init; }
    /// <summary>Regions of functions and tables.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];
    /// <summary>Table with operations data; null: there is none.</summary>
    public string? OperationsTable { get; init; }
}
