using System.Globalization;
using System.Text;

namespace ExecReports.Git;

/// <summary>Objects from one running <c>git cat-file --batch-command</c>: questions go in together, answers come back in their order.</summary>
internal sealed class GitCatFile(GitProcess process, string repository) : IGitObjects
{
    private readonly ByteScanner _answers = new(process.Output);

    /// <summary>The commit that HEAD leads to; null where there is none.</summary>
    public async Task<GitTip?> ReadHeadAsync(CancellationToken cancellationToken)
    {
        await AskAsync("contents", ["HEAD"], cancellationToken).ConfigureAwait(false);
        return await HeaderAsync(cancellationToken).ConfigureAwait(false) is not { } header
            ? null
            : new GitTip("HEAD", header.Id, DateOf((await ContentAsync(header, cancellationToken).ConfigureAwait(false)).Span, "\ncommitter "u8) ?? 0);
    }

    /// <summary>What the references point to, with dates. Throws <see cref="GitAuditException"/> where an object is missing.</summary>
    public async Task<GitRefs> ReadRefsAsync(RefFiles files, CancellationToken cancellationToken)
    {
        var branches = new Dictionary<string, GitTip>(StringComparer.Ordinal);
        var tags = new List<GitTag>();
        GitTip? head = null;
        var open = files.Hashes.Select(file => new Pointer(file.Key, file.Value, null)).ToList();
        if (files.HeadCommit is { } commit)
        {
            open.Add(new Pointer("HEAD", commit, null));
        }

        while (open.Count > 0)
        {
            await AskAsync("contents", [.. open.Select(pointer => pointer.Id)], cancellationToken).ConfigureAwait(false);
            var next = new List<Pointer>();
            foreach (var pointer in open)
            {
                var header = await HeaderAsync(cancellationToken).ConfigureAwait(false)
                    ?? throw new GitAuditException($"{repository}: {pointer.Name} points to {pointer.Id}, which is missing. Run `git fsck` there, and clone it anew.");
                var content = await ContentAsync(header, cancellationToken).ConfigureAwait(false);
                var isTag = pointer.Name.StartsWith(GitRefs.TagPrefix, StringComparison.Ordinal);
                if (header.Type == "tag" && isTag)
                {
                    // An annotated tag: its own date, and on to what it is put on.
                    next.Add(pointer with { Id = TargetOf(content.Span), At = pointer.At ?? DateOf(content.Span, "\ntagger "u8) });
                }
                else if (header.Type == "commit" && isTag)
                {
                    tags.Add(new GitTag(pointer.Name[GitRefs.TagPrefix.Length..], header.Id, pointer.At ?? DateOf(content.Span, "\ncommitter "u8) ?? 0));
                }
                else if (header.Type == "commit")
                {
                    var tip = new GitTip(GitRefs.ShortName(pointer.Name)!, header.Id, DateOf(content.Span, "\ncommitter "u8) ?? 0);
                    if (pointer.Name == "HEAD")
                    {
                        head = tip;
                    }
                    else
                    {
                        branches[pointer.Name] = tip;
                    }
                }
            }

            open = next;
        }

        return new GitRefs(files.Head, head, files.OriginHead, branches, tags);
    }

    /// <inheritdoc/>
    public async ValueTask<string> ReadTreeOfAsync(string commit, CancellationToken cancellationToken)
    {
        await AskAsync("info", [$"{commit}^{{tree}}"], cancellationToken).ConfigureAwait(false);
        return (await HeaderAsync(cancellationToken).ConfigureAwait(false) ?? throw Missing("commit", commit)).Id;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IReadOnlyList<GitFile>>> ReadTreesAsync(IReadOnlyList<string> trees, CancellationToken cancellationToken)
    {
        var all = new List<IReadOnlyList<GitFile>>(trees.Count);
        await AskAsync("contents", trees, cancellationToken).ConfigureAwait(false);
        foreach (var tree in trees)
        {
            var header = await HeaderAsync(cancellationToken).ConfigureAwait(false) ?? throw Missing("tree", tree);
            all.Add(ParseTree((await ContentAsync(header, cancellationToken).ConfigureAwait(false)).Span, tree.Length / 2));
        }

        return all;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<long?>> ReadSizesAsync(IReadOnlyList<string> blobs, CancellationToken cancellationToken)
    {
        var sizes = new List<long?>(blobs.Count);
        await AskAsync("info", blobs, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < blobs.Count; i++)
        {
            sizes.Add((await HeaderAsync(cancellationToken).ConfigureAwait(false))?.Size);
        }

        return sizes;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<byte[]>> ReadBlobsAsync(IReadOnlyList<string> blobs, CancellationToken cancellationToken)
    {
        var all = new List<byte[]>(blobs.Count);
        await AskAsync("contents", blobs, cancellationToken).ConfigureAwait(false);
        foreach (var blob in blobs)
        {
            var header = await HeaderAsync(cancellationToken).ConfigureAwait(false) ?? throw Missing("blob", blob);
            all.Add((await ContentAsync(header, cancellationToken).ConfigureAwait(false)).ToArray());
        }

        return all;
    }

    // git collects questions until it is told to flush, so a long list cannot block on answers that nobody reads yet.
    private async ValueTask AskAsync(string command, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
        {
            return;
        }

        var question = new StringBuilder(names.Count * 52);
        foreach (var name in names)
        {
            question.Append(command).Append(' ').Append(name).Append('\n');
        }

        question.Append("flush\n");
        await process.Input.WriteAsync(Encoding.ASCII.GetBytes(question.ToString()), cancellationToken).ConfigureAwait(false);
        await process.Input.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Header?> HeaderAsync(CancellationToken cancellationToken)
    {
        var line = await _answers.ReadUntilAsync((byte)'\n', cancellationToken).ConfigureAwait(false) ?? throw new EndOfStreamException("git cat-file ended without an answer.");
        var text = Encoding.UTF8.GetString(line.Span);
        return text.Split(' ') is [var id, ("commit" or "tree" or "blob" or "tag") and var type, var size]
            ? new Header(id, type, long.Parse(size, CultureInfo.InvariantCulture))
            : text.EndsWith(" missing", StringComparison.Ordinal) ? null : throw new InvalidDataException($"git cat-file answered \"{text}\".");
    }

    private async ValueTask<ReadOnlyMemory<byte>> ContentAsync(Header header, CancellationToken cancellationToken)
    {
        if (header.Size > int.MaxValue - 1)
        {
            throw new InvalidDataException($"The object {header.Id} has {header.Size} bytes.");
        }

        var content = await _answers.ReadExactlyAsync((int)header.Size + 1, cancellationToken).ConfigureAwait(false);
        return content[..^1];
    }

    private static List<GitFile> ParseTree(ReadOnlySpan<byte> tree, int hashLength)
    {
        var entries = new List<GitFile>();
        while (!tree.IsEmpty)
        {
            var space = tree.IndexOf((byte)' ');
            var end = tree.IndexOf((byte)0);
            if (space < 0 || end < space || tree.Length < end + 1 + hashLength)
            {
                throw new InvalidDataException("A tree object is damaged.");
            }

            var kind = tree[..space] switch
            {
                [.. var mode] when mode.SequenceEqual("40000"u8) => GitFileKind.Folder,
                [.. var mode] when mode.SequenceEqual("120000"u8) => GitFileKind.Link,
                [.. var mode] when mode.SequenceEqual("160000"u8) => GitFileKind.Submodule,
                _ => GitFileKind.File,
            };
            entries.Add(new GitFile(Encoding.UTF8.GetString(tree[(space + 1)..end]), Convert.ToHexStringLower(tree.Slice(end + 1, hashLength)), kind));
            tree = tree[(end + 1 + hashLength)..];
        }

        return entries;
    }

    // The date of a line such as "committer Name <address> 1700000000 +0100"; null where the line is missing.
    private static long? DateOf(ReadOnlySpan<byte> content, ReadOnlySpan<byte> key)
    {
        var at = content.IndexOf(key);
        var text = content.IndexOf("\n\n"u8);
        if (at < 0 || (text >= 0 && at > text))
        {
            return null;
        }

        var line = content[(at + 1)..];
        var end = line.IndexOf((byte)'\n');
        line = end < 0 ? line : line[..end];
        return GitLogParser.Number(line[(line.LastIndexOf((byte)'>') + 1)..].TrimStart((byte)' '));
    }

    // The first line of a tag: "object " and a hash.
    private static string TargetOf(ReadOnlySpan<byte> tag)
    {
        var end = tag.IndexOf((byte)'\n');
        return tag.StartsWith("object "u8) && end > 0 ? Encoding.ASCII.GetString(tag["object "u8.Length..end]) : throw new InvalidDataException("A tag object is damaged.");
    }

    private GitAuditException Missing(string kind, string name) =>
        new($"{repository}: the {kind} {name} is missing. Run `git fsck` there, and clone it anew.");

    private readonly record struct Header(string Id, string Type, long Size);

    private readonly record struct Pointer(string Name, string Id, long? At);
}
