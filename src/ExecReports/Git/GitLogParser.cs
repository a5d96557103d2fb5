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
    public static async Task<IReadOnlyList<GitCommit>> ParseAsync(Stream output, CancellationToken cancellationToken)
    {
        var scanner = new ByteScanner(output);
        var commits = new List<GitCommit>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var paths = new List<string>();
        var token = await scanner.ReadUntilAsync(0, cancellationToken).ConfigureAwait(false);
        while (token is not null)
        {
            var hash = Text(token.Value.Span);
            if (hash.Length is not (40 or 64))
            {
                throw new InvalidDataException("A commit's hash was expected in git's log.");
            }

            var parents = Text(await FieldAsync().ConfigureAwait(false)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var name = Shared(Text(await FieldAsync().ConfigureAwait(false)));
            var email = Shared(Text(await FieldAsync().ConfigureAwait(false)));
            var committed = Number(await FieldAsync().ConfigureAwait(false));
            var message = Text(await FieldAsync().ConfigureAwait(false));
            paths.Clear();
            while ((token = await scanner.ReadUntilAsync(0, cancellationToken).ConfigureAwait(false)) is not null && IsChange(token.Value.Span))
            {
                paths.Add(Shared(Text(await FieldAsync().ConfigureAwait(false))));
            }

            commits.Add(new GitCommit(hash, parents, name, email, committed, message, [.. paths]));
        }

        return commits;

        async ValueTask<ReadOnlyMemory<byte>> FieldAsync() =>
            await scanner.ReadUntilAsync(0, cancellationToken).ConfigureAwait(false) ?? throw new EndOfStreamException("git's log ends within a commit.");

        // The same few names and paths stand in thousands of commits.
        string Shared(string text) => names.TryGetValue(text, out var known) ? known : names[text] = text;
    }

    /// <summary>UTF-8 text; bytes that are none become the replacement character.</summary>
    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);

    /// <summary>A date in seconds; what is no number is 1970, as git itself has it.</summary>
    public static long Number(ReadOnlySpan<byte> bytes) => Utf8Parser.TryParse(bytes, out long seconds, out _) ? seconds : 0;

    private static string Text(ReadOnlyMemory<byte> bytes) => Text(bytes.Span);

    private static long Number(ReadOnlyMemory<byte> bytes) => Number(bytes.Span);

    private static bool IsChange(ReadOnlySpan<byte> token) => token.StartsWith(":"u8) || token.StartsWith("\n:"u8);
}
