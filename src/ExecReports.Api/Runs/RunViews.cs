
namespace ExecReports.Api.Runs;

/// <summary>The answer to a start.</summary>
/// <param name="Id">The run.</param>
/// <param name="Started">Whether this request started it; false: an earlier one with the same Idempotency-Key did.</param>
/// <param name="Links">Where to look.</param>
public sealed record StartedRun(string Id, bool Started, RunLinks Links);

/// <summary>A run in a list.</summary>
public sealed record RunListEntry
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }
    /// <summary>Where it stands.</summary>
    public required RunStatus Status { get; init; }
    /// <summary>When it was asked for, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>When it ended, UTC; null: it has not.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
    /// <summary>What it does and how far it is.</summary>
    public ProgressView? Progress { get; init; }
    /// <summary>Where to look.</summary>
    public required RunLinks Links { get; init; }
}

/// <summary>How far a run is.</summary>
/// <param name="Phase">plan, collect, render, deliver, done.</param>
/// <param name="Done">Things done in this phase.</param>
/// <param name="Total">Things to do in this phase.</param>
public sealed record ProgressView(string Phase, int Done, int Total);

/// <summary>Addresses about a run.</summary>
/// <param name="Self">The run.</param>
/// <param name="History">Its timeline.</param>
/// <param name="Ledger">Its deliveries.</param>
public sealed record RunLinks(string Self, string History, string Ledger)
{
    internal static RunLinks Of(string id) => new($"/api/runs/{id}", $"/api/runs/{id}/history", $"/api/ledger?run={id}");
}

/// <summary>A run.</summary>
public sealed record RunView
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }
    /// <summary>Where it stands.</summary>
    public required RunStatus Status { get; init; }
    /// <summary>When it was asked for, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>When it ended, UTC; null: it has not.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
    /// <summary>What it does and how far it is.</summary>
    public ProgressView? Progress { get; init; }
    /// <summary>Whether every report ended well; null: it has not ended with a result.</summary>
    public bool? Succeeded { get; init; }
    /// <summary>Why it has no result.</summary>
    public string? Error { get; init; }
    /// <summary>The day that its reports speak about; null: not planned yet.</summary>
    public DateOnly? AsOf { get; init; }
    /// <summary>Whether it delivers nothing.</summary>
    public required bool DryRun { get; init; }
    /// <summary>The schedule's occurrence that it is for, UTC; null: somebody asked for it.</summary>
    public DateTimeOffset? Occurrence { get; init; }
    /// <summary>Its reports; null: not planned yet.</summary>
    public IReadOnlyList<RunReportView>? Reports { get; init; }
    /// <summary>Sources that could not be read.</summary>
    public IReadOnlyList<FailedSourceView> FailedSources { get; init; } = [];
    /// <summary>Where to look.</summary>
    public required RunLinks Links { get; init; }
}

/// <summary>A source that could not be read.</summary>
/// <param name="Kind">Kind of source.</param>
/// <param name="Name">Its name.</param>
/// <param name="Entity">Entity that it belongs to; null: the group.</param>
/// <param name="Reason">Why.</param>
public sealed record FailedSourceView(string Kind, string Name, string? Entity, string Reason);

/// <summary>A report of a run.</summary>
public sealed record RunReportView
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }
    /// <summary>Its title; null: not rendered yet.</summary>
    public string? Title { get; init; }
    /// <summary>planned, rendering, rendered, delivered, deliveryFailed, held, renderFailed, archiveFailed.</summary>
    public required string State { get; init; }
    /// <summary>Why it did not end well.</summary>
    public string? Reason { get; init; }
    /// <summary>Gaps that it shows; null: not rendered yet.</summary>
    public int? Gaps { get; init; }
    /// <summary>Deliveries by state; null: none was begun.</summary>
    public IReadOnlyDictionary<string, int>? Deliveries { get; init; }
    /// <summary>Its files by kind (html, md, json, eml); empty: there are none yet.</summary>
    public IReadOnlyDictionary<string, string> Links { get; init; } = new Dictionary<string, string>();
}

/// <summary>What a run did, step by step.</summary>
/// <param name="Id">The run.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Steps">Activities and waits, in the order in which they were begun.</param>
public sealed record RunHistoryView(string Id, RunStatus Status, IReadOnlyList<RunStep> Steps);

/// <summary>An activity or a wait.</summary>
public sealed record RunStep
{
    /// <summary>activity, or wait.</summary>
    public required string Kind { get; init; }
    /// <summary>Name of the activity; of a wait what it is for.</summary>
    public required string Name { get; init; }
    /// <summary>The source or report that it is about; null: the run.</summary>
    public string? Subject { get; init; }
    /// <summary>1, or for a retry which attempt it is.</summary>
    public required int Attempt { get; init; }
    /// <summary>When it was scheduled, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }
    /// <summary>When it ended, UTC; null: it has not.</summary>
    public DateTimeOffset? EndedAt { get; init; }
    /// <summary>running, completed, failed, canceled.</summary>
    public required string State { get; init; }
    /// <summary>Why it failed.</summary>
    public string? Error { get; init; }
    /// <summary>Things that it could not read, or that the report shows as missing.</summary>
    public int? Gaps { get; init; }
}
