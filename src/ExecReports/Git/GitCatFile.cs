using System.Globalization;
using System.Text;

namespace ExecReports.Git;

/// <summary>Objects from one running <c>git cat-file --batch-command</c>: questions go in together, answers come back in their order.</summary>
internal sealed class GitCatFile(GitProcess process, string repository) : IGitObjects
{
    private readonly ByteScanner _answers = new(process.Output);

    /// <summary>The commit that HEAD leads to; null where there is none.</summary>
    public GitTip? ReadHead()
    {
        Ask("contents", ["HEAD"]);
        return Header() is not { } header
            ? null
            : new GitTip("HEAD", header.Id, DateOf(Content(header), "\ncommitter "u8) ?? 0);
    }

    /// <summary>What the references point to, with dates. Throws <see cref="GitAuditException"/> where an object is missing.</summary>
    public GitRefs ReadRefs(RefFiles files)
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
            Ask("contents", [.. open.Select(pointer => pointer.Id)]);
            var next = new List<Pointer>();
            foreach (var pointer in open)
            {
                var header = Header()
                    ?? throw new GitAuditException($"{repository}: {pointer.Name} points to {pointer.Id}, which is missing. Run `git fsck` there, and clone it anew.");
                var content = Content(header);
                var isTag = pointer.Name.StartsWith(GitRefs.TagPrefix, StringComparison.Ordinal);
                if (header.Type == "tag" && isTag)
                {
                    // An annotated tag: its own date, and on to what it is put on.
                    next.Add(pointer with { Id = TargetOf(content), At = pointer.At ?? DateOf(content, "\ntagger "u8) });
                }
                else if (header.Type == "commit" && isTag)
                {
                    tags.Add(new GitTag(pointer.Name[GitRefs.TagPrefix.Length..], header.Id, pointer.At ?? DateOf(content, "\ncommitter "u8) ?? 0));
                }
                else if (header.Type == "commit")
                {
                    var tip = new GitTip(GitRefs.ShortName(pointer.Name)!, header.Id, DateOf(content, "\ncommitter "u8) ?? 0);
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
    public string ReadTreeOf(string commit)
    {
        Ask("info", [$"{commit}^{{tree}}"]);
        return (Header() ?? throw Missing("commit", commit)).Id;
    }

    /// <inheritdoc/>
    public IReadOnlyList<GitStep> ReadSteps(string commit, int most)
    {
        // All at once, by how far each is behind the first: to ask for one after another would be a wait for git each time.
        Ask("contents", [.. Enumerable.Range(0, most).Select(behind => $"{commit}~{behind}")]);
        var steps = new List<GitStep>();
        for (var behind = 0; behind < most; behind++)
        {
            if (Header() is { } header)
            {
                var content = Content(header);
                steps.Add(new GitStep(header.Id, HashOf(content, "tree "u8) ?? throw new InvalidDataException("A commit object is damaged."), ParentOf(content), DateOf(content, "\ncommitter "u8) ?? 0));
            }
        }

        return steps;
    }

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<GitFile>> ReadTrees(IReadOnlyList<string> trees)
    {
        var all = new List<IReadOnlyList<GitFile>>(trees.Count);
        Ask("contents", trees);
        foreach (var tree in trees)
        {
            var header = Header() ?? throw Missing("tree", tree);
            all.Add(ParseTree(Content(header), tree.Length / 2));
        }

        return all;
    }

    /// <inheritdoc/>
    public IReadOnlyList<long?> ReadSizes(IReadOnlyList<string> blobs)
    {
        var sizes = new List<long?>(blobs.Count);
        Ask("info", blobs);
        for (var i = 0; i < blobs.Count; i++)
        {
            sizes.Add(Header()?.Size);
        }

        return sizes;
    }

    /// <inheritdoc/>
    public IEnumerable<byte[]> ReadBlobs(IReadOnlyList<string> blobs)
    {
        Ask("contents", blobs);
        foreach (var blob in blobs)
        {
            yield return Content(Header() ?? throw Missing("blob", blob)).ToArray();
        }
    }

    // git collects questions until it is told to flush, so a long list cannot block on answers that nobody reads yet.
    private void Ask(string command, IReadOnlyList<string> names)
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
        process.Input.Write(Encoding.ASCII.GetBytes(question.ToString()));
        process.Input.Flush();
    }

    private ObjectHeader? Header()
    {
        var text = _answers.TryReadUntil((byte)'\n', out var line) ? Encoding.UTF8.GetString(line) : throw new EndOfStreamException("git cat-file ended without an answer.");
        return text.Split(' ') is [var id, ("commit" or "tree" or "blob" or "tag") and var type, var size]
            ? new ObjectHeader(id, type, long.Parse(size, CultureInfo.InvariantCulture))
            : text.EndsWith(" missing", StringComparison.Ordinal) ? null : throw new InvalidDataException($"git cat-file answered \"{text}\".");
    }

    private ReadOnlySpan<byte> Content(ObjectHeader header) => header.Size < int.MaxValue
        ? _answers.ReadExactly((int)header.Size + 1)[..^1]
        : throw new InvalidDataException($"The object {header.Id} has {header.Size} bytes.");

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
    private static string TargetOf(ReadOnlySpan<byte> tag) => HashOf(tag, "object "u8) ?? throw new InvalidDataException("A tag object is damaged.");

    // A commit begins with its tree, then come its parents, if it has any.
    private static string? ParentOf(ReadOnlySpan<byte> commit) => HashOf(commit[(commit.IndexOf((byte)'\n') + 1)..], "parent "u8);

    // The hash behind a key with which the text begins.
    private static string? HashOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key)
    {
        var end = text.IndexOf((byte)'\n');
        return text.StartsWith(key) && end > 0 ? Encoding.ASCII.GetString(text[key.Length..end]) : null;
    }

    private GitAuditException Missing(string kind, string name) =>
        new($"{repository}: the {kind} {name} is missing. Run `git fsck` there, and clone it anew.");

    private sealed record ObjectHeader(string Id, string Type, long Size);

    private sealed record Pointer(string Name, string Id, long? At);
}
