using System.Globalization;
using System.Text;

namespace ExecReports.Git.Lines;

/// <summary>
/// Parses <c>git blame --porcelain</c>: for each line its commit, then, the first time that the commit comes, what is known of it, then a tab and the line itself.
/// </summary>
internal static class GitBlameParser
{
    private const string CommitterTime = "committer-time ";

    /// <summary>Reads lines to the end.</summary>
    public static IReadOnlyList<CommittedLine> Parse(Stream output)
    {
        var scanner = new ByteScanner(output);
        var times = new Dictionary<string, long>(StringComparer.Ordinal);
        var lines = new List<CommittedLine>();
        string? commit = null;
        while (scanner.TryReadUntil((byte)'\n', out var record))
        {
            var text = Encoding.Latin1.GetString(record);
            if (text.StartsWith('\t'))
            {
                lines.Add(commit is not null && times.TryGetValue(commit, out var at) ? new CommittedLine(text[1..], commit, at)
                    : throw new InvalidDataException("A line of git blame came before its commit."));
                commit = null;
            }
            else if (commit is null)
            {
                commit = text.IndexOf(' ', StringComparison.Ordinal) is (40 or 64) and var end ? text[..end]
                    : throw new InvalidDataException("A commit's hash was expected in the output of git blame.");
            }
            else if (text.StartsWith(CommitterTime, StringComparison.Ordinal))
            {
                times[commit] = long.TryParse(text.AsSpan(CommitterTime.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) ? seconds
                    : throw new InvalidDataException("A commit's time was expected in the output of git blame.");
            }
        }

        return lines;
    }
}
