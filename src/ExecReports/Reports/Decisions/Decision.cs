using System.Text.Json.Serialization;
using ExecReports.Analysis;

namespace ExecReports.Reports.Decisions;

/// <summary>Something that somebody has to decide, with what hangs on it. It stands in full in one report; others point there.</summary>
public sealed record Decision
{
    /// <summary>The report that it stands in (<c>report_type</c>).</summary>
    public required string Report { get; init; }
    /// <summary>What is to be decided, as a sentence of a few words.</summary>
    public required string What { get; init; }
    /// <summary>Why, in plain sentences made from the row.</summary>
    public required string Why { get; init; }
    /// <summary>Lower end of the money at stake, in the portfolio's currency; null: no amount is known.</summary>
    public decimal? Low { get; init; }
    /// <summary>Upper end of it.</summary>
    public decimal? High { get; init; }
    /// <summary>Whether that money is at stake every month; else once.</summary>
    public bool PerMonth { get; init; }
    /// <summary>Who decides: as the row says, else the report's reader.</summary>
    public required string Owner { get; init; }
    /// <summary>Whether no row names an owner, so that the reader is asked to take it.</summary>
    public bool OwnerProposed { get; init; }
    /// <summary>Until when: as the row says, else the report's date + <see cref="Portfolio.Thresholds.DecisionDays"/>.</summary>
    public required DateOnly Due { get; init; }
    /// <summary>Whether no row has a date, so that one is proposed.</summary>
    public bool DueProposed { get; init; }
    /// <summary>Days that the due date is before the report's date; 0 if it is not.</summary>
    public int DaysOverdue { get; init; }
    /// <summary>Urgency from 0 to 4, by the row or the rule.</summary>
    public required decimal Urgency { get; init; }
    /// <summary>The rule that makes it a decision, by name (<c>docs/figures.md</c>).</summary>
    public required string Rule { get; init; }
    /// <summary>Id of the entity concerned; null: the group.</summary>
    public string? Entity { get; init; }
    /// <summary>The rows that it comes from, the one that matters most first.</summary>
    public required IReadOnlyList<SourceRef> Sources { get; init; }

    /// <summary>Names of the matter in the handoff: a decision about the same matter of the same entity in another report is this one.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Matters { get; init; } = [];

    /// <summary>Middle of the money × urgency, by which decisions are ordered; null where no amount is known.</summary>
    [JsonIgnore]
    public decimal? Weight => Low is { } low && High is { } high ? (low + high) / 2 * Urgency : null;
}
