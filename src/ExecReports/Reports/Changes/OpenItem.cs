using ExecReports.Analysis;

namespace ExecReports.Reports.Changes;

/// <summary>Something that is open at a report's date and is followed from report to report: a shortfall, a finding, an action due, a repair, an invoice, a cost line.</summary>
public sealed record OpenItem
{
    /// <summary>What sort of thing: <c>shortfall</c>, <c>finding</c>, <c>action</c>, <c>guardrail</c>, <c>repair</c>, <c>delivery</c>, <c>invoice</c>, <c>cost</c>.</summary>
    public required string Kind { get; init; }
    /// <summary>What the next report knows it by: kind, entity and its name folded, so that it may move to another line of the file.</summary>
    public required string Key { get; init; }
    /// <summary>Its name.</summary>
    public required string What { get; init; }
    /// <summary>Name of the entity; null: the group, or nobody.</summary>
    public string? Entity { get; init; }
    /// <summary>Lower end of its money, in the portfolio's currency; null: unknown, or none.</summary>
    public decimal? Low { get; init; }
    /// <summary>Upper end of it.</summary>
    public decimal? High { get; init; }
    /// <summary>Whether that money is a month's.</summary>
    public bool PerMonth { get; init; }
    /// <summary>The date of the first report that had it.</summary>
    public DateOnly? OpenSince { get; init; }
    /// <summary>Where it is written.</summary>
    public IReadOnlyList<SourceRef> Sources { get; init; } = [];
}
