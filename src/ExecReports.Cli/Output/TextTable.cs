namespace ExecReports.Cli.Output;

/// <summary>A table as aligned plain text; the same on a terminal and in a pipe.</summary>
internal static class TextTable
{
    public static void Write(TextWriter to, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        List<IReadOnlyList<string>> all = [heads, .. rows];
        var widths = heads.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        foreach (var row in all)
            to.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
