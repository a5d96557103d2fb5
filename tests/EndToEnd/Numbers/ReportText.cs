using System.Net;
using System.Text.RegularExpressions;

namespace EndToEnd.Numbers;

/// <summary>
/// The text of some reports, looked up by number. A number counts as found only where it stands with what it is of: in a line (for a table's row: with the table's headings)
/// that has a word of the input line (if that has any), or that cites its file and line.
/// </summary>
internal sealed partial class ReportText
{
    private readonly Dictionary<string, List<Place>> _places = new(StringComparer.Ordinal);

    private sealed record Place(string Text, IReadOnlySet<string> Words);

    /// <summary>Reads archived Markdown.</summary>
    public ReportText(IEnumerable<string> reports)
    {
        foreach (var report in reports)
        {
            var headings = "";
            var file = "";
            foreach (var raw in report.Split('\n'))
            {
                var line = WebUtility.HtmlDecode(Escape().Replace(raw, "$1"));
                if (!line.StartsWith('|'))
                    headings = "";
                else if (headings.Length == 0)
                    headings = line;
                // Data gaps name a file once, in the first row of its gaps.
                var cells = line.Split('|', StringSplitOptions.TrimEntries);
                if (headings.StartsWith("| Where | Line |", StringComparison.Ordinal) && cells.Length > 3)
                {
                    file = cells[1].Length > 0 ? cells[1] : file;
                    line = $"{line} {file}:{cells[2]}";
                }

                var place = new Place(line, Words.In(line + " " + headings));
                foreach (var key in WrittenNumber.In(line).SelectMany(number => number.Keys).Distinct(StringComparer.Ordinal))
                {
                    if (!_places.TryGetValue(key, out var places))
                        _places[key] = places = [];
                    places.Add(place);
                }
            }
        }
    }

    /// <summary>The numbers of <paramref name="lines"/> that stand in no report, as <c>file:line: number in "line"</c>.</summary>
    public IReadOnlyList<string> Lost(IEnumerable<InputLine> lines) =>
        [.. from line in lines from number in line.Numbers where !Holds(line, number) select $"{line.File}:{line.Line}: {number.Text} in \"{line.Text}\""];

    private bool Holds(InputLine line, WrittenNumber number)
    {
        var citation = $"{Path.GetFileName(line.File)}:{line.Line}";
        return number.Keys.Any(key => _places.TryGetValue(key, out var places) && places.Any(place => line.Words.Count == 0 || place.Words.Overlaps(line.Words) || Cites(place.Text, citation)));
    }

    private static bool Cites(string text, string citation)
    {
        var at = text.IndexOf(citation, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at + citation.Length == text.Length || !char.IsAsciiDigit(text[at + citation.Length]));
    }

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escape();
}
