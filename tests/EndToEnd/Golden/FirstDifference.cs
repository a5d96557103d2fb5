namespace EndToEnd.Golden;

/// <summary>Where two texts begin to differ, for a person to read.</summary>
internal static class FirstDifference
{
    private const int Lines = 3;
    private const int Before = 60;
    private const int Width = 200;

    /// <summary>The first lines that differ, each as expected (-) and as found (+), cut to what surrounds the first letter that differs.</summary>
    public static string Between(string expected, string actual)
    {
        var (old, now) = (expected.Split('\n'), actual.Split('\n'));
        var at = 0;
        while (at < old.Length && at < now.Length && old[at] == now[at])
            at++;

        var shown = new List<string>();
        for (var line = at; line < Math.Min(at + Lines, Math.Max(old.Length, now.Length)); line++)
        {
            var (was, isNow) = (line < old.Length ? old[line] : null, line < now.Length ? now[line] : null);
            if (was == isNow)
                continue;
            var from = Math.Max(0, Common(was ?? "", isNow ?? "") - Before);
            shown.Add($"line {line + 1}, column {Common(was ?? "", isNow ?? "") + 1}");
            shown.Add($"  - {Cut(was, from)}");
            shown.Add($"  + {Cut(isNow, from)}");
        }

        return string.Join('\n', shown);
    }

    private static int Common(string first, string second)
    {
        var at = 0;
        while (at < first.Length && at < second.Length && first[at] == second[at])
            at++;
        return at;
    }

    private static string Cut(string? line, int from)
    {
        if (line is null)
            return "(no such line)";
        var rest = line.Length - from;
        return (from > 0 ? "…" : "") + (rest > Width ? line.Substring(from, Width) + "…" : line[from..]);
    }
}
