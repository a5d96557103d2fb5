namespace ExecReports.Analysis;

/// <summary>The unit of a figure's value.</summary>
public enum FigureUnit
{
    /// <summary>Money in the portfolio's currency.</summary>
    Money,
    /// <summary>Money per month in the portfolio's currency.</summary>
    MoneyPerMonth,
    /// <summary>A count of things.</summary>
    Count,
    /// <summary>A share as a fraction: 0.12 is 12 %.</summary>
    Share,
    /// <summary>Days.</summary>
    Days,
    /// <summary>Months.</summary>
    Months,
    /// <summary>Nights.</summary>
    Nights,
    /// <summary>A plain number that is none of these.</summary>
    Number,
    /// <summary>A calendar day or month, as text.</summary>
    Date,
    /// <summary>A word or sentence, as text.</summary>
    Text,
}

/// <summary>Which direction of change is good.</summary>
public enum Better
{
    /// <summary>Neither.</summary>
    Neither,
    /// <summary>More is better.</summary>
    Higher,
    /// <summary>Less is better.</summary>
    Lower,
}

/// <summary>Where a figure comes from: a handoff line, an inventory call, a commit range, an operations record.</summary>
/// <param name="Kind"><c>handoff</c>, <c>inventory</c>, <c>git</c>, <c>operations</c> or <c>settings</c>.</param>
/// <param name="Location">For example <c>agent_handoffs/projects/bay.md:41</c>, or <c>operations.json#/events/3</c>.</param>
/// <param name="At">When that source was read or written, where it is known.</param>
public sealed record SourceRef(string Kind, string Location, DateTimeOffset? At = null)
{
    /// <summary>The handoff line of a row; where the line's commit is known, with its day (00:00 UTC).</summary>
    public static SourceRef Of(Portfolio.HandoffRow row) =>
        new("handoff", row.At.ToString(), Midnight(row.At.DatedBy == Portfolio.LineDate.Commit ? row.At.Changed : null));

    /// <summary>The day's begin in UTC, as the time of a source of which only the day is known.</summary>
    internal static DateTimeOffset? Midnight(DateOnly? day) => day is { } known ? new DateTimeOffset(known, TimeOnly.MinValue, TimeSpan.Zero) : null;

    /// <summary>The commits of an audit's window: <c>bay-site@0123456789 2026-08-26..2026-11-24</c>, at the newest commit's time.</summary>
    public static SourceRef Of(Git.GitAudit audit) => new("git", string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{audit.Repository}@{(audit.Head is { Length: > 0 } head ? head[..Math.Min(10, head.Length)] : "empty")} {audit.Since:yyyy-MM-dd}..{audit.Until:yyyy-MM-dd}"), audit.LastCommitAt);

    /// <summary>A line of the portfolio's settings, by its key.</summary>
    public static SourceRef Setting(string key) => new("settings", $"{Portfolio.PortfolioReader.SettingsFile}#{key}");
}

/// <summary>
/// One figure of a report, as it is archived: value, unit, formula, and the places that it was computed from. Null ends mean unknown.
/// </summary>
public sealed record Figure
{
    /// <summary>Stable id within its report, such as <c>burn.gross</c> or <c>burn.gross:bay</c>.</summary>
    public required string Id { get; init; }
    /// <summary>What a reader calls it.</summary>
    public required string Label { get; init; }
    /// <summary>Unit of the value.</summary>
    public required FigureUnit Unit { get; init; }
    /// <summary>Lower end; null if unknown or text.</summary>
    public decimal? Low { get; init; }
    /// <summary>Upper end; equal to <see cref="Low"/> for a single value.</summary>
    public decimal? High { get; init; }
    /// <summary>Value of a date or text figure.</summary>
    public string? Text { get; init; }
    /// <summary>How the value is computed, in words.</summary>
    public required string Formula { get; init; }
    /// <summary>Terms that were unknown and left out of a sum or count: the value is then "at least".</summary>
    public int Unknown { get; init; }
    /// <summary>Every place that it was computed from; where nothing was found to count, what was looked through.</summary>
    public IReadOnlyList<SourceRef> Sources { get; init; } = [];
    /// <summary>The terms that went into the formula, with their values.</summary>
    public IReadOnlyList<FigureInput> Inputs { get; init; } = [];
    /// <summary>Target, where one is set.</summary>
    public decimal? Target { get; init; }
    /// <summary>Which direction is good.</summary>
    public Better Better { get; init; }
    /// <summary>Whether it is one of the report's KPI tiles.</summary>
    public bool Kpi { get; init; }
    /// <summary>Id of the entity that it speaks about; null: the group.</summary>
    public string? Entity { get; init; }

    /// <summary>The value between its two ends; null where one of them is unknown, or it is text.</summary>
    internal Portfolio.Bounds? Value => Low is { } low && High is { } high ? new(low, high) : null;

    /// <summary>Whether nothing is known about it.</summary>
    public bool IsUnknown => Low is null && High is null && Text is null;
}
