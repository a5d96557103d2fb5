using System.Globalization;
using System.Text;
using ExecReports.Analysis;
using ExecReports.Portfolio;

namespace ExecReports.Rendering;

/// <summary>An archived figure in words: value, formula, inputs with their values, and places.</summary>
public static class FigureExplanation
{
    private const int NameWidth = 44;
    private const int ValueWidth = 24;

    /// <summary>The figure of that id, or of that label, case aside; null if the report has none.</summary>
    public static Figure? Find(FiguresDocument report, string name) =>
        report.Figures.FirstOrDefault(figure => figure.Id == name)
        ?? report.Figures.FirstOrDefault(figure => string.Equals(figure.Id, name, StringComparison.OrdinalIgnoreCase) || string.Equals(figure.Label, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Ids of the figures that somebody may have meant: those that begin with the name or hold it first, else the nearest by spelling; at most eight.</summary>
    public static IReadOnlyList<string> Near(FiguresDocument report, string name)
    {
        var ids = report.Figures.Select(figure => figure.Id).ToList();
        var held = ids.Where(id => id.Contains(name, StringComparison.OrdinalIgnoreCase)).OrderByDescending(id => id.StartsWith(name, StringComparison.OrdinalIgnoreCase)).Take(8).ToList();
        return held.Count > 0 ? held : NearestName.Find(name, ids) is { } nearest ? [nearest] : [];
    }

    /// <summary>The explanation as text for a terminal.</summary>
    public static string InWords(FiguresDocument report, Figure figure)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{figure.Label}: {Value(figure.Unit, figure.Low, figure.High, figure.Text, report.Currency)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  {figure.Id} of {report.ReportType} ({report.Title}), as of {Formats.Date(report.AsOf)}\n");
        if (figure.Unknown > 0)
            text.Append(CultureInfo.InvariantCulture, $"  {Formats.Count(figure.Unknown, "term is", "terms are")} unknown and left out: at least this.\n");
        if (figure.Target is { } target)
            text.Append(CultureInfo.InvariantCulture, $"  Target: {Value(figure.Unit, target, target, null, report.Currency)}\n");
        text.Append(CultureInfo.InvariantCulture, $"\nFormula\n");
        foreach (var line in PlainTable.Wrap(figure.Formula, 76))
            text.Append("  ").Append(line).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"\nInputs ({Formats.Number(figure.Inputs.Count)})\n");
        if (figure.Inputs.Count == 0)
            text.Append("  None: nothing of the kind stands in the sources below.\n");
        var rows = figure.Inputs.Select(input => (Name: Cut(MarkdownText.Clean(input.Name)), Value: Value(input, report.Currency), Place: PlaceOf(input))).ToList();
        var (names, values) = (rows.Select(row => row.Name.Length).DefaultIfEmpty().Max(), rows.Select(row => row.Value.Length).Where(length => length <= ValueWidth).DefaultIfEmpty().Max());
        foreach (var (name, value, place) in rows)
        {
            // A sentence as a value stands below its name; it would push the places out of the line.
            var inLine = value.Length <= ValueWidth;
            text.Append($"  {name.PadRight(names)}  {(inLine ? value : "").PadLeft(values)}  {place}".TrimEnd()).Append('\n');
            foreach (var line in inLine ? [] : PlainTable.Wrap(value, 72))
                text.Append("      ").Append(line).Append('\n');
        }

        text.Append("\nSources\n");
        foreach (var place in SourcePlaces.Of(figure.Sources, full: true))
            foreach (var (line, first) in PlainTable.Wrap(place, 76).Select((line, index) => (line, index == 0)))
                text.Append(first ? "  " : "    ").Append(line).Append('\n');
        return text.ToString();
    }

    private static string PlaceOf(FigureInput input) =>
        input.Figure is { } figure ? $"figure {figure}" : input.Source is { } source ? source.Location[(source.Location.LastIndexOf('/') + 1)..] : "";

    private static string Value(FigureInput input, string currency) => input.Unit is { } unit ? Value(unit, input.Low, input.High, input.Text, currency) : "";

    // In full, not in two digits as a tile has it: who asks wants to add up.
    private static string Value(FigureUnit unit, decimal? low, decimal? high, string? text, string currency) => (low, high) switch
    {
        ({ } from, { } to) => unit switch
        {
            FigureUnit.Money => Formats.Money(new Bounds(from, to), currency),
            FigureUnit.MoneyPerMonth => Formats.Money(new Bounds(from, to), currency) + "/month",
            _ => Formats.Value(new Bounds(from, to), unit, currency),
        },
        _ => text is null ? Formats.Unknown : MarkdownText.Clean(text),
    };

    private static string Cut(string name) => name.Length <= NameWidth ? name : name[..(NameWidth - 1)] + "…";
}
