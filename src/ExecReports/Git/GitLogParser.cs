using System.Buffers.Text;
using System.Text;

namespace ExecReports.Git;

/// <summary>
/// Parses <c>git log -z --raw</c>. A commit is six fields, each ended by NUL, then, unless it changes nothing or is a merge, a line break and for each path
/// <c>:modes hashes status</c> NUL path NUL. A path can be any bytes but NUL, so it is known by what stands before it and never by its look.
/// </summary>
internal static class GitLogParser
{
    /// <summary>The format of a commit's fields; git ends the last one.</summary>
    public const string Format = "%H%x00%P%x00%an%x00%ae%x00%ct%x00%B";

    /// <summary>Reads commits to the end.</summary>
    /// <param name="output">What git writes.</param>
    /// <param name="onPath">Is told each path once, when the log first names it.</param>
    public static IReadOnlyList<GitCommit> Parse(Stream output, Action<string> onPath)
    {
        var scanner = new ByteScanner(output);
        var commits = new List<GitCommit>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var knownPaths = new Dictionary<string, string>(StringComparer.Ordinal);
        var paths = new List<string>();
        var more = scanner.TryReadUntil(0, out var token);
        while (more)
        {
            var hash = Text(token);
            if (hash.Length is not (40 or 64))
            {
                throw new InvalidDataException("A commit's hash was expected in git's log.");
            }

            var parents = Text(Field()).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var name = Name(Text(Field()));
            var email = Name(Text(Field()));
            var committed = Number(Field());
            var message = Text(Field());
            paths.Clear();
            while ((more = scanner.TryReadUntil(0, out token)) && IsChange(token))
            {
                paths.Add(PathOf(Text(Field())));
            }

            commits.Add(new GitCommit(hash, parents, name, email, committed, CommitMessage.IsFix(message), CommitMessage.IsReviewed(message), [.. paths]));
        }

        return commits;

        ReadOnlySpan<byte> Field() => scanner.TryReadUntil(0, out var field) ? field : throw new EndOfStreamException("git's log ends within a commit.");

        // The same few names and paths stand in thousands of commits.
        string Name(string text) => names.TryGetValue(text, out var known) ? known : names[text] = text;

        string PathOf(string text)
        {
            if (knownPaths.TryGetValue(text, out var known))
            {
                return known;
            }

            onPath(text);
            return knownPaths[text] = text;
        }
    }

    /// <summary>UTF-8 text; bytes that are none become the replacement character.</summary>
    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);

    /// <summary>A date in seconds; what is no number is 1970, as git itself has it.</summary>
    public static long Number(ReadOnlySpan<byte> bytes) => Utf8Parser.TryParse(bytes, out long seconds, out _) ? seconds : 0;

    private static bool IsChange(ReadOnlySpan<byte> token) => token.StartsWith(":"u8) || token.StartsWith("\n:"u8);
}
