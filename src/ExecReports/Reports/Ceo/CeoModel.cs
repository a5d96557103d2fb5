using ExecReports.Analysis.Engineering;
using ExecReports.Analysis.Evidence;
using ExecReports.Analysis.Operations;
using ExecReports.Analysis.Priorities;
using ExecReports.Operations;
using ExecReports.Portfolio;

namespace ExecReports.Reports.Ceo;

/// <summary>What the CEO report shows.</summary>
public sealed record CeoModel
{
    /// <summary>Open shortfalls, ranked.</summary>
    public required IReadOnlyList<ShortfallLine> Open { get; init; }
    /// <summary>Shortfalls done or dropped.</summary>
    public required IReadOnlyList<ShortfallLine> Closed { get; init; }
    /// <summary>How many of the open ones are critical.</summary>
    public int Critical => Open.Count(line => line.Shortfall.IsCritical);
    /// <summary>Highest rank, for the bars; null where none is known.</summary>
    public decimal? HighestRank => Open.Count > 0 ? Open[0].Shortfall.Rank : null;
    /// <summary>The 30-day agenda.</summary>
    public required IReadOnlyList<AgendaItem> Agenda { get; init; }
    /// <summary>Days that the agenda covers.</summary>
    public required int AgendaDays { get; init; }
    /// <summary>Open shortfalls and roadmap items without a date, the same action once: they cannot stand in the agenda.</summary>
    public required int WithoutDate { get; init; }
    /// <summary>Claims that the evidence disagrees with.</summary>
    public required IReadOnlyList<ClaimCheck> Disagreements { get; init; }
    /// <summary>Claims that it agrees with, or says nothing of.</summary>
    public required IReadOnlyList<ClaimCheck> OtherClaims { get; init; }
    /// <summary>Trips of the coming days.</summary>
    public required IReadOnlyList<TripLine> Trips { get; init; }
    /// <summary>Days ahead in which trips are checked.</summary>
    public required int TripDays { get; init; }
    /// <summary>Boats and their days ahead and behind.</summary>
    public required IReadOnlyList<BoatLine> Boats { get; init; }
    /// <summary>Days that the boats' columns cover, ahead and behind.</summary>
    public required int BoatDays { get; init; }
    /// <summary>Every trip that operations know, by start.</summary>
    public required IReadOnlyList<TripRecord> AllTrips { get; init; }
    /// <summary>Spans in which boats cannot be had.</summary>
    public required IReadOnlyList<BoatSpan> Unavailable { get; init; }
    /// <summary>Waivers over the trips done.</summary>
    public required WaiverCompliance Waivers { get; init; }
    /// <summary>KPIs without an actual that nothing computes.</summary>
    public required IReadOnlyList<NamedKpi> MissingKpis { get; init; }
    /// <summary>KPIs with an actual, or computed.</summary>
    public required IReadOnlyList<NamedKpi> KnownKpis { get; init; }
    /// <summary>Standard KPIs that are not tracked, per entity.</summary>
    public required IReadOnlyList<UntrackedLine> Untracked { get; init; }
    /// <summary>What each entity has.</summary>
    public required IReadOnlyList<EntityAssets> Assets { get; init; }
    /// <summary>AWS resources that belong to nobody.</summary>
    public required IReadOnlyList<OwnedResource> Unowned { get; init; }
    /// <summary>Decisions that stand in full in another report.</summary>
    public required IReadOnlyList<string> Elsewhere { get; init; }
    /// <summary>The limits that the reports' rules use.</summary>
    public required IReadOnlyList<RuleLimit> Limits { get; init; }
    /// <summary>What no other table of any report holds, as the handoffs have it.</summary>
    public required IReadOnlyList<WrittenEntity> AsWritten { get; init; }
}

/// <summary>A shortfall with its place.</summary>
/// <param name="Place">Its place among all open ones, from 1.</param>
/// <param name="Shortfall">The shortfall.</param>
/// <param name="Urgency">Its urgency in a word.</param>
public sealed record ShortfallLine(int Place, RankedShortfall Shortfall, string Urgency);

/// <summary>A trip of the coming days, and what it lacks in words.</summary>
/// <param name="Check">The trip and its check.</param>
/// <param name="Entity">The entity's name.</param>
/// <param name="Lacks">What it lacks, in words.</param>
public sealed record TripLine(TripCheck Check, string Entity, string Lacks);

/// <summary>A trip that operations know, with its entity's name.</summary>
/// <param name="Trip">The trip.</param>
/// <param name="Entity">The entity's name.</param>
public sealed record TripRecord(CharterEvent Trip, string Entity);

/// <summary>A boat's days: the coming ones, and its use in the past ones.</summary>
/// <param name="Entity">The entity's name.</param>
/// <param name="Ahead">The coming days.</param>
/// <param name="Utilisation">Days out / days that it could be had, over the past days; null where it could be had on none.</param>
public sealed record BoatLine(string Entity, BoatDays Ahead, decimal? Utilisation);

/// <summary>A span of days in which a boat cannot be had.</summary>
/// <param name="Boat">The boat's name.</param>
/// <param name="Days">The span.</param>
public sealed record BoatSpan(string Boat, DaySpan Days);

/// <summary>Standard KPIs that an entity does not name.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Names">The KPIs' names.</param>
public sealed record UntrackedLine(Handoff Entity, IReadOnlyList<string> Names);

/// <summary>What an entity has.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Resources">AWS resources in words: "2 Lambda functions, 1 S3 bucket".</param>
/// <param name="OldSince">When any of its assets and roles was last touched, where that is long ago.</param>
public sealed record EntityAssets(Handoff Entity, string Resources, DateOnly? OldSince);

/// <summary>A limit that rules use.</summary>
/// <param name="Name">What it limits.</param>
/// <param name="Key">Its key in <c>portfolio.yaml</c>.</param>
/// <param name="Value">Its value in words.</param>
/// <param name="IsDefault">Whether it is the product's own.</param>
public sealed record RuleLimit(string Name, string Key, string Value, bool IsDefault);

/// <summary>An entity's text and tables that stand in no other report.</summary>
public sealed record WrittenEntity(Handoff Entity, IReadOnlyList<WrittenSection> Sections);

/// <summary>A section as written.</summary>
/// <param name="Heading">The heading as written.</param>
/// <param name="Texts">Its paragraphs and list items.</param>
/// <param name="Tables">Its tables.</param>
public sealed record WrittenSection(string Heading, IReadOnlyList<SectionText> Texts, IReadOnlyList<WrittenTable> Tables);

/// <summary>A table as written; rows have as many cells as there are columns.</summary>
/// <param name="At">Line of its heading row.</param>
/// <param name="Columns">The columns' headings.</param>
/// <param name="Rows">The cells, row by row.</param>
public sealed record WrittenTable(SourceLine At, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
