using ExecReports.Aws.Identity;
using ExecReports.Aws.Settings;
using ExecReports.Aws.Sources;
using ExecReports.Embedded;
using ExecReports.Orchestration.Schedules;

namespace ExecReports.Functions.Settings;

/// <summary>What the app is told by its settings.</summary>
public sealed record HostSettings
{
    /// <summary>The portfolio's place and the folder for what is local.</summary>
    public required LocalOptions Local { get; init; }
    /// <summary>How far back ticks look.</summary>
    public required ScheduleTickOptions Schedules { get; init; }
    /// <summary>Delivering through AWS; null: reports, ledger and outbox are in the folder.</summary>
    public AwsSettings? Delivery { get; init; }
    /// <summary>Facts from AWS; null: none.</summary>
    public AwsSourceSettings? Sources { get; init; }
    /// <summary>Credentials by the app's managed identity; null: as the AWS SDK finds them.</summary>
    public (ManagedIdentitySettings Identity, WebIdentitySettings Role)? Keyless { get; init; }
    /// <summary>How long the history of a run is kept.</summary>
    public required TimeSpan HistoryRetention { get; init; }
}
