using System.Text.Json.Serialization;
using ExecReports.Analysis;

namespace ExecReports.Reports.Changes;

/// <summary>Whether a change is good.</summary>
public enum Judgement
{
    /// <summary>Neither, or it cannot be said.</summary>
    Neither,
    /// <summary>Better.</summary>
    Better,
    /// <summary>Worse.</summary>
    Worse,
}

/// <summary>A figure that has another value than in the last report.</summary>
/// <param name="Figure">Its id.</param>
/// <param name="Label">What a reader calls it.</param>
/// <param name="Before">The value of the last report, in words.</param>
/// <param name="Now">The value now, in words.</param>
/// <param name="Direction"><c>up</c>, <c>down</c>, or <c>other</c> where it is no number at both times.</param>
/// <param name="By">Difference of the middles, not below zero, in the figure's unit; null where it is no number at both times.</param>
/// <param name="Judgement">Whether that is good.</param>
public sealed record FigureMove(string Figure, string Label, string Before, string Now, string Direction, decimal? By, Judgement Judgement)
{
    /// <summary>The figure's unit.</summary>
    public FigureUnit Unit { get; init; }

    /// <summary>Whether it is a tile.</summary>
    [JsonIgnore]
    public bool Kpi { get; init; }
}
