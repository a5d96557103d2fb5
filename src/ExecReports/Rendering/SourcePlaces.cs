using System.Globalization;
using System.Text;
using ExecReports.Analysis;

namespace ExecReports.Rendering;

/// <summary>The places that a figure rests on, in few words: lines of one file as ranges, records of one call together with its time.</summary>
public static class SourcePlaces
{
    private const int MostNames = 4;

    /// <summary>One text per file, call or repository, in the order in which they first come: <c>harbour.md:75–88, 95</c>, <c>aws.json: 33 resources (24 Nov 2026 13:10 UTC)</c>.</summary>
    /// <param name="sources">The places.</param>
    /// <param name="full">Whether files keep their folders and records all their names.</param>
    public static IReadOnlyList<string> Of(IEnumerable<SourceRef> sources, bool full = false) =>
        [.. sources.GroupBy(source => (source.Kind, File: FileOf(source), At: IsLine(source) ? null : source.At)).Select(group => group.Key.Kind switch
        {
            "handoff" => Shown(group.Key.File, full) + Lines(group.Select(source => source.Location[group.Key.File.Length..]), group.Key.At) + (full ? Committed(group) : ""),
            "inventory" or "operations" => Shown(group.Key.File, full) + Records([.. group.Select(source => source.Location[group.Key.File.Length..].TrimStart('#')).Where(name => name.Length > 0)], group.Key.Kind, full) + Time(group.Key.At),
            _ => Shown(group.Key.File, full),
        })];

    private static string FileOf(SourceRef source) => source.Kind switch
    {
        "handoff" when source.Location.LastIndexOf(':') is > 0 and var colon => source.Location[..colon],
        "inventory" or "operations" when source.Location.IndexOf('#', StringComparison.Ordinal) is > 0 and var mark => source.Location[..mark],
        _ => source.Location,
    };

    private static bool IsLine(SourceRef source) => source.Kind == "handoff" && FileOf(source).Length < source.Location.Length;

    // When the lines of a file were last touched, from the oldest to the youngest.
    private static string Committed(IEnumerable<SourceRef> sources)
    {
        var days = sources.Where(source => IsLine(source) && source.At is not null).Select(source => DateOnly.FromDateTime(source.At!.Value.UtcDateTime)).ToList();
        return days.Count == 0 ? ""
            : days.Min() == days.Max() ? $" (last changed {Formats.Date(days.Min())})"
            : $" (last changed {Formats.Date(days.Min())} to {Formats.Date(days.Max())})";
    }

    private static string Shown(string file, bool full) => full ? file : file[(file.LastIndexOf('/') + 1)..];

    // A whole file that was looked through has no lines; its day stands instead.
    private static string Lines(IEnumerable<string> places, DateTimeOffset? at)
    {
        var lines = places.Select(place => int.TryParse(place.AsSpan().TrimStart(':'), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : 0).Where(line => line > 0).Distinct().Order().ToList();
        if (lines.Count == 0)
            return at is { } day ? $" ({Formats.Date(DateOnly.FromDateTime(day.UtcDateTime))})" : "";
        var text = new StringBuilder(":");
        for (var first = 0; first < lines.Count;)
        {
            var last = first;
            while (last + 1 < lines.Count && lines[last + 1] == lines[last] + 1)
                last++;
            text.Append(first > 0 ? ", " : "").Append(CultureInfo.InvariantCulture, $"{lines[first]}");
            if (last > first)
                text.Append(last == first + 1 ? ", " : "–").Append(CultureInfo.InvariantCulture, $"{lines[last]}");
            first = last + 1;
        }

        return text.ToString();
    }

    private static string Records(List<string> names, string kind, bool full) =>
        names.Count == 0 ? ""
        : full || names.Count <= MostNames ? ": " + string.Join(", ", names)
        : ": " + Formats.Count(names.Count, kind == "inventory" ? "resource" : "record", kind == "inventory" ? "resources" : "records");

    private static string Time(DateTimeOffset? at) => at is { } moment ? $" ({Formats.Time(moment)})" : "";
}
