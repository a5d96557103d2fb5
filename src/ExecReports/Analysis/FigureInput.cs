namespace ExecReports.Analysis;

/// <summary>One term that a figure was computed from: a cell of a handoff, a record, or another figure of the same report. Null ends mean unknown.</summary>
public sealed record FigureInput
{
    /// <summary>What a reader calls it: the row's item or title, the record's id, the other figure's label.</summary>
    public required string Name { get; init; }
    /// <summary>Unit of the value; null where the input has none, being merely counted.</summary>
    public FigureUnit? Unit { get; init; }
    /// <summary>Lower end.</summary>
    public decimal? Low { get; init; }
    /// <summary>Upper end; equal to <see cref="Low"/> for a single value.</summary>
    public decimal? High { get; init; }
    /// <summary>A value that is a word or a day.</summary>
    public string? Text { get; init; }
    /// <summary>Id of the figure that it is, where it is one; <c>explain</c> explains that in its turn.</summary>
    public string? Figure { get; init; }
    /// <summary>Where it is written; null for another figure.</summary>
    public SourceRef? Source { get; init; }

    /// <summary>What a figure among the inputs was computed from in its turn.</summary>
    internal IReadOnlyList<SourceRef> Beneath { get; init; } = [];
}
