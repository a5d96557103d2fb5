using ExecReports.Orchestration;
using ExecReports.Reports;

namespace ExecReports.Functions.Runs;

/// <summary>What a caller may ask for: less than a <see cref="RunRequest"/> holds, which names things of the workspace too.</summary>
public sealed record StartRunBody
{
    /// <summary>Report ids or types; null or empty: all of the group.</summary>
    public IReadOnlyList<string>? Reports { get; init; }
    /// <summary>Executive or Domain; null: both.</summary>
    public ReportGroup? Group { get; init; }
    /// <summary>Entity ids; null or empty: all.</summary>
    public IReadOnlyList<string>? Entities { get; init; }
    /// <summary>The day that the reports speak about.</summary>
    public DateOnly? AsOf { get; init; }
    /// <summary>Deliver nothing.</summary>
    public bool DryRun { get; init; }

    internal RunRequest ToRequest() => new()
    {
        Reports = Reports ?? [],
        Group = Group,
        Entities = Entities ?? [],
        AsOf = AsOf,
        DryRun = DryRun,
    };
}
