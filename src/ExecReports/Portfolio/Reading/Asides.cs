namespace ExecReports.Portfolio.Reading;

/// <summary>What plain text cannot show: the targets of links and pictures, and struck-out parts that hold a number. Found line by line, so that none is lost.</summary>
internal static class Asides
{
    /// <summary>Those of a handoff's text, in order; <paramref name="offset"/> lines stand before it.</summary>
    public static IReadOnlyList<SectionText> In(string body, int offset, ReadingContext context)
    {
        var found = new List<SectionText>();
        var line = offset;
        foreach (var text in body.AsSpan().EnumerateLines())
        {
            line++;
            if (text.IndexOfAny('~', '[') < 0)
                continue;
            foreach (var link in Links(text))
                Add(line, link);
            foreach (var part in Struck(text))
                Add(line, $"struck out: {part}, in: {text.Trim()}");
        }

        return found;

        void Add(int at, string what) => found.Add(new SectionText(context.At(at), what, false));
    }

    // "[text](target)", and "[name]: target" at the beginning of a line.
    private static List<string> Links(ReadOnlySpan<char> line)
    {
        var found = new List<string>();
        var start = line.TrimStart();
        if (start.StartsWith("[") && start.IndexOf("]: ") is var colon and > 0)
            found.Add($"{start[1..colon]}: {start[(colon + 3)..].Trim()}");
        while (line.IndexOf("](") is var at and >= 0)
        {
            var end = line[(at + 2)..].IndexOf(')');
            if (end < 0)
                break;
            if (end > 0)
                found.Add($"{line[(line[..at].LastIndexOf('[') + 1)..at]}: {line.Slice(at + 2, end)}");
            line = line[(at + 2 + end)..];
        }

        return found;
    }

    private static List<string> Struck(ReadOnlySpan<char> line)
    {
        var found = new List<string>();
        while (line.IndexOf("~~") is var open and >= 0)
        {
            line = line[(open + 2)..];
            var end = line.IndexOf("~~");
            if (end < 0)
                break;
            if (line[..end].IndexOfAnyInRange('0', '9') >= 0)
                found.Add(line[..end].ToString());
            line = line[(end + 2)..];
        }

        return found;
    }
}
