using System.Text.Json.Serialization;

namespace ExecReports.Orchestration;

/// <summary>How a report ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportState>))]
public enum ReportState
{
    /// <summary>Archived, recorded, and mailed to every recipient (perhaps there are none).</summary>
    Delivered,
    /// <summary>Archived and recorded; at least one delivery failed or is unknown.</summary>
    DeliveryFailed,
    /// <summary>Archived and recorded, but held: its sources have gaps and its policy says so.</summary>
    Held,
    /// <summary>Rendered only: a dry run.</summary>
    Rendered,
    /// <summary>It could not be rendered.</summary>
    RenderFailed,
    /// <summary>It could not be archived or recorded; nothing was mailed.</summary>
    ArchiveFailed,
}

/// <summary>What came of one report.</summary>
public sealed record ReportOutcome
{
    /// <summary>Its type.</summary>
    public required string ReportType { get; init; }
    /// <summary>Its title, once rendered.</summary>
    public string? Title { get; init; }
    /// <summary>How it ended.</summary>
    public required ReportState State { get; init; }
    /// <summary>Why, where it did not end well.</summary>
    public string? Reason { get; init; }
    /// <summary>Archive keys; for a dry run, workspace keys.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];
    /// <summary>Recipient ids with the state of each delivery and its message id.</summary>
    public IReadOnlyList<DeliveryOutcome> Deliveries { get; init; } = [];
    /// <summary>Gaps that the report shows.</summary>
    public int Gaps { get; init; }
}

/// <summary>What came of one delivery; the recipient is an id, never an address.</summary>
public sealed record DeliveryOutcome(string Recipient, string State, string? MessageId, string? Error);

/// <summary>What a run did.</summary>
public sealed record RunSummary
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }
    /// <summary>The portfolio's name.</summary>
    public required string Portfolio { get; init; }
    /// <summary>The day that its reports speak about.</summary>
    public required DateOnly AsOf { get; init; }
    /// <summary>The reports' timestamp, UTC.</summary>
    public required DateTimeOffset GeneratedTimestamp { get; init; }
    /// <summary>When it ended, UTC, by the orchestrator's clock.</summary>
    public required DateTimeOffset FinishedAt { get; init; }
    /// <summary>Whether nothing was to be delivered.</summary>
    public required bool DryRun { get; init; }
    /// <summary>Its reports, in the plan's order.</summary>
    public required IReadOnlyList<ReportOutcome> Reports { get; init; }
    /// <summary>Sources that failed.</summary>
    public required IReadOnlyList<FailedSource> FailedSources { get; init; }

    /// <summary>What came of the notice to operators about reports that did not arrive; null: none was needed, or nobody is named as an operator.</summary>
    public ReportOutcome? Notice { get; init; }

    /// <summary>Whether every report ended well.</summary>
    public bool Succeeded => Reports.All(report => report.State is ReportState.Delivered or ReportState.Rendered or ReportState.Held);
}
