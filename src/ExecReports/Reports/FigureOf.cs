using ExecReports.Analysis;
using ExecReports.Portfolio;

namespace ExecReports.Reports;

/// <summary>Makes figures from what the analysis gives: a range, a sum with unknown terms, a count, a word.</summary>
internal static class FigureOf
{
    /// <summary>A value between two ends; null is unknown.</summary>
    public static Figure Range(string id, string label, FigureUnit unit, Bounds? value, string formula, IEnumerable<SourceRef> sources) => new()
    {
        Id = id,
        Label = label,
        Unit = unit,
        Low = value?.Low,
        High = value?.High,
        Formula = formula,
        Sources = [.. sources.Distinct()],
    };

    /// <summary>A sum; without any known term it is unknown, unless nothing was to be summed at all and <paramref name="noneIsZero"/> says that this is zero.</summary>
    public static Figure Sum(string id, string label, FigureUnit unit, Total value, string formula, IEnumerable<SourceRef> sources, bool noneIsZero = false) =>
        Range(id, label, unit, value.Terms > 0 || (noneIsZero && value.Unknown == 0) ? value.Known : null, formula, sources) with { Unknown = value.Unknown };

    /// <summary>A count.</summary>
    public static Figure Count(string id, string label, decimal? count, string formula, IEnumerable<SourceRef> sources) =>
        Range(id, label, FigureUnit.Count, count is { } n ? Bounds.Of(n) : null, formula, sources);

    /// <summary>A word or sentence.</summary>
    public static Figure Word(string id, string label, string? text, string formula, IEnumerable<SourceRef> sources) =>
        Range(id, label, FigureUnit.Text, null, formula, sources) with { Text = text };

    /// <summary>The places of rows.</summary>
    public static IEnumerable<SourceRef> Rows(IEnumerable<HandoffRow> rows) => rows.Select(SourceRef.Of);

    /// <summary>A name as a part of an id: lower case letters and digits, the rest hyphens.</summary>
    public static string Slug(string name) =>
        string.Join('-', new string([.. name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
