namespace ExecReports.Git;

/// <summary>Lists trees and reads the texts that an audit needs, within <see cref="TextLimits"/>. One for each repository: trees and texts that two commits share are read once.</summary>
internal sealed class ContentReader(IGitObjects objects, string repository, bool partial)
{
    private readonly Dictionary<string, IReadOnlyList<GitFile>> _trees = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]?> _texts = new(StringComparer.Ordinal);

    /// <summary>The texts read so far, by blob; null for a file above the limit of size.</summary>
    public IReadOnlyDictionary<string, byte[]?> Texts => _texts;

    /// <summary>Lists the tip's tree and reads its texts: all of them where that is within the limits, else those that are always needed.</summary>
    public async Task<TipContent> ReadTipAsync(string commit, CancellationToken cancellationToken)
    {
        var files = await ListAsync(await objects.ReadTreeOfAsync(commit, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        var whole = await ReadAllAsync(files, cancellationToken).ConfigureAwait(false);
        if (!whole)
        {
            await ReadSomeAsync(files.Where(file => file.Path == Mailmap.Path || RuntimePins.Reads(file.Path)), cancellationToken).ConfigureAwait(false);
        }

        return new TipContent(files, whole);
    }

    /// <summary>
    /// With the whole tip's texts: lists the tree at the window's start and reads the texts that differ there; null where that is not known or too large.
    /// Without them: reads what the window touched, and the answer is null.
    /// </summary>
    public async Task<IReadOnlyList<GitFile>?> ReadBaseAsync(TipContent content, GitTip tip, IReadOnlyList<GitCommit> commits, IReadOnlySet<string> cut, CancellationToken cancellationToken)
    {
        if (!content.Whole)
        {
            var touched = commits.SelectMany(commit => commit.Paths).ToHashSet(StringComparer.Ordinal);
            await ReadSomeAsync(content.Files.Where(file => touched.Contains(file.Path)), cancellationToken).ConfigureAwait(false);
            return null;
        }

        var byHash = commits.ToDictionary(commit => commit.Hash, StringComparer.Ordinal);
        var start = tip.Commit;
        while (byHash.TryGetValue(start, out var commit))
        {
            if (commit.Parents.Count == 0)
            {
                return cut.Contains(commit.Hash) ? null : [];
            }

            start = commit.Parents[0];
        }

        if (start == tip.Commit)
        {
            return content.Files;
        }

        var files = await ListAsync(await objects.ReadTreeOfAsync(start, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return await ReadAllAsync(files, cancellationToken).ConfigureAwait(false) ? files : null;
    }

    // All files, links and submodules of a tree, folders breadth first.
    private async Task<IReadOnlyList<GitFile>> ListAsync(string root, CancellationToken cancellationToken)
    {
        var files = new List<GitFile>();
        var level = new List<GitFile> { new("", root, GitFileKind.Folder) };
        for (var depth = 0; level.Count > 0; depth++)
        {
            if (depth > TextLimits.TreeDepth)
            {
                throw new GitAuditException($"{repository}: the tree is deeper than {TextLimits.TreeDepth} folders. No such repository is audited.");
            }

            var wanted = level.Select(folder => folder.Id).Where(id => !_trees.ContainsKey(id)).Distinct(StringComparer.Ordinal).ToList();
            var read = await objects.ReadTreesAsync(wanted, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < wanted.Count; i++)
            {
                _trees[wanted[i]] = read[i];
            }

            var next = new List<GitFile>();
            foreach (var folder in level)
            {
                foreach (var entry in _trees[folder.Id])
                {
                    (entry.Kind == GitFileKind.Folder ? next : files).Add(folder.Path.Length == 0 ? entry : entry with { Path = $"{folder.Path}/{entry.Path}" });
                }

                if (files.Count + next.Count > TextLimits.TreeEntries)
                {
                    throw new GitAuditException($"{repository}: the tree has more than {TextLimits.TreeEntries} entries. No such repository is audited.");
                }
            }

            level = next;
        }

        return files;
    }

    // Reads all texts of a tree if that is within the limits, and says whether it was.
    private async Task<bool> ReadAllAsync(IReadOnlyList<GitFile> files, CancellationToken cancellationToken) =>
        files.Count <= TextLimits.Files && await ReadAsync(files, wholeOnly: true, cancellationToken).ConfigureAwait(false);

    // Reads the texts of as many of the files as the limits allow, in their order.
    private Task ReadSomeAsync(IEnumerable<GitFile> files, CancellationToken cancellationToken) =>
        ReadAsync([.. files.Take(TextLimits.Files)], wholeOnly: false, cancellationToken);

    private async Task<bool> ReadAsync(IReadOnlyList<GitFile> files, bool wholeOnly, CancellationToken cancellationToken)
    {
        if (partial)
        {
            return false;
        }

        var wanted = files.Where(file => file.Kind == GitFileKind.File && !_texts.ContainsKey(file.Id)).Select(file => file.Id).Distinct(StringComparer.Ordinal).ToList();
        var sizes = await objects.ReadSizesAsync(wanted, cancellationToken).ConfigureAwait(false);
        var small = new List<string>(wanted.Count);
        var large = new List<string>();
        var missing = wanted.Where((_, i) => sizes[i] is null).ToList();
        if (missing.Count > 0)
        {
            throw new GitAuditException($"{repository}: the blob {missing[0]} is missing. Run `git fsck` there, and clone it anew.") { MissingBlobs = missing };
        }

        var total = 0L;
        for (var i = 0; i < wanted.Count; i++)
        {
            var size = sizes[i]!.Value;
            if (size > TextLimits.FileBytes)
            {
                large.Add(wanted[i]);
            }
            else if (total + size <= TextLimits.TotalBytes)
            {
                total += size;
                small.Add(wanted[i]);
            }
            else if (wholeOnly)
            {
                return false;
            }
        }

        var texts = await objects.ReadBlobsAsync(small, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < small.Count; i++)
        {
            _texts[small[i]] = texts[i];
        }

        large.ForEach(id => _texts[id] = null);
        return true;
    }
}

/// <summary>The tip's files, and whether all their texts were read.</summary>
internal sealed record TipContent(IReadOnlyList<GitFile> Files, bool Whole);
