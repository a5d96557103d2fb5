namespace ExecReports.Git;

/// <summary>Lists trees and reads the texts that an audit needs, within <see cref="TextLimits"/>. One for each repository: trees and texts that two commits share are read once.</summary>
internal sealed class ContentReader(IGitObjects objects, string repository, bool partial)
{
    private const int TouchedAtATime = 64;

    private readonly Dictionary<string, IReadOnlyList<GitFile>> _trees = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextFacts?> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _texts = new(StringComparer.Ordinal);

    /// <summary>What stands in the texts read so far, by blob; null for a file above the limit of size.</summary>
    public IReadOnlyDictionary<string, TextFacts?> Facts => _facts;

    /// <summary>The texts themselves, by blob, of the files whose every word counts (<see cref="IsKept"/>).</summary>
    public IReadOnlyDictionary<string, byte[]> Texts => _texts;

    /// <summary>Lists the tip's tree and reads its texts: all of them where that is within the limits, else those that are always needed.</summary>
    public TipContent ReadTip(string commit)
    {
        var files = List(objects.ReadTreeOf(commit));
        var whole = ReadAll(files);
        if (!whole)
        {
            Read([.. files.Where(IsKept).Take(TextLimits.Files)], TextLimits.TotalBytes, wholeOnly: false);
        }

        return new TipContent(files, whole);
    }

    /// <summary>
    /// Where not all of the tip's texts were read, reads those of the paths that the window touched, in their order, as far as the limits go. The paths may still be coming, from a log that is being read:
    /// they are taken a few at a time.
    /// </summary>
    public void ReadTouched(TipContent tip, IEnumerable<string> paths)
    {
        if (tip.Whole || partial)
        {
            return;
        }

        var files = tip.Files.Where(file => file.Kind == GitFileKind.File).ToDictionary(file => file.Path, StringComparer.Ordinal);
        var room = TextLimits.TotalBytes;
        foreach (var some in paths.Select(path => files.GetValueOrDefault(path)).OfType<GitFile>().Take(TextLimits.Files).Chunk(TouchedAtATime))
        {
            room -= Read(some, room, wholeOnly: false) ?? 0;
        }
    }

    /// <summary>What the tree held before. Read once the log is known.</summary>
    public PastFiles ReadPast(TipContent content, GitTip tip, IReadOnlyList<GitCommit> commits, IReadOnlySet<string> cut, AuditWindow window)
    {
        var before = BeforeWindow(tip, commits, cut);
        return new PastFiles(ReadBase(content, tip, before), ReadYearAgo(commits, cut, window, before));
    }

    // Lists the tree at the window's start and reads the texts that differ there; null where that is not known or too large, or the tip is.
    private IReadOnlyList<GitFile>? ReadBase(TipContent content, GitTip tip, (string? Commit, bool Hidden) before)
    {
        if (!content.Whole)
        {
            return null;
        }

        var (start, hidden) = before;
        if (start is null)
        {
            return hidden ? null : [];
        }

        if (start == tip.Commit)
        {
            return content.Files;
        }

        var files = List(objects.ReadTreeOf(start));
        return ReadAll(files) ? files : null;
    }

    // Lists the folders of hot files as they were a year ago. It follows first parents only, at most TextLimits.CommitsToYearAgo, and reads no text.
    private IReadOnlyList<GitFile>? ReadYearAgo(IReadOnlyList<GitCommit> commits, IReadOnlySet<string> cut, AuditWindow window, (string? Commit, bool Hidden) before)
    {
        var folders = HotPaths.Folders(HotPaths.Hottest(HotPaths.Touched(HotPaths.Changes(commits, cut, window))));
        if (folders.Count == 0)
        {
            return [];
        }

        if (partial)
        {
            return null;
        }

        var (next, hidden) = before;
        if (next is null)
        {
            return hidden ? null : [];
        }

        long? from = null;
        var steps = 0;
        while (true)
        {
            // What lies behind the window may be missing without that the window's own facts are.
            var walked = objects.ReadSteps(next, TextLimits.CommitsToSeePace + 1);
            if (walked.Count == 0)
            {
                return null;
            }

            foreach (var step in walked)
            {
                if (steps == TextLimits.CommitsToYearAgo)
                {
                    return null;
                }

                if (step.CommittedAt < window.YearAgoSeconds)
                {
                    return ListSome(step.Tree, folders.SelectMany(WithParents).ToHashSet(StringComparer.Ordinal));
                }

                // Where the way is much too long, that shows soon: it is not worth a thousand steps.
                from ??= step.CommittedAt;
                if ((steps++ == TextLimits.CommitsToSeePace && (from - step.CommittedAt) * TextLimits.PacesToYearAgo < from - window.YearAgoSeconds) || cut.Contains(step.Commit))
                {
                    return null;
                }

                if (step.FirstParent is null)
                {
                    return [];
                }

                next = step.FirstParent;
            }
        }
    }

    // A folder and those that it lies in.
    private static IEnumerable<string> WithParents(string folder)
    {
        yield return folder;
        for (var slash = folder.LastIndexOf('/'); slash > 0; slash = folder.LastIndexOf('/', slash - 1))
        {
            yield return folder[..slash];
        }
    }

    // The newest first parent before the window; null where the history begins in it, or where a cut hides what was before.
    private static (string? Commit, bool Hidden) BeforeWindow(GitTip tip, IReadOnlyList<GitCommit> commits, IReadOnlySet<string> cut)
    {
        var byHash = commits.ToDictionary(commit => commit.Hash, StringComparer.Ordinal);
        var start = tip.Commit;
        while (byHash.TryGetValue(start, out var commit))
        {
            if (commit.Parents.Count == 0)
            {
                return (null, cut.Contains(commit.Hash));
            }

            start = commit.Parents[0];
        }

        return (start, false);
    }

    // The same as List, of the named folders alone; null where one is missing.
    private List<GitFile>? ListSome(string root, HashSet<string> folders)
    {
        var files = new List<GitFile>();
        var level = new List<GitFile> { new("", root, GitFileKind.Folder) };
        while (level.Count > 0)
        {
            var wanted = level.Select(folder => folder.Id).Where(id => !_trees.ContainsKey(id)).Distinct(StringComparer.Ordinal).ToList();
            if (objects.ReadSizes(wanted).Contains(null))
            {
                return null;
            }

            ReadTrees(wanted);
            var entries = level.SelectMany(InFolder).ToList();
            files.AddRange(entries.Where(entry => entry.Kind != GitFileKind.Folder));
            level = [.. entries.Where(entry => entry.Kind == GitFileKind.Folder && folders.Contains(entry.Path))];
        }

        return files;
    }

    private void ReadTrees(List<string> wanted)
    {
        var read = objects.ReadTrees(wanted);
        for (var i = 0; i < wanted.Count; i++)
        {
            _trees[wanted[i]] = read[i];
        }
    }

    // The entries of a folder whose tree has been read, with their whole paths.
    private IEnumerable<GitFile> InFolder(GitFile folder) =>
        folder.Path.Length == 0 ? _trees[folder.Id] : _trees[folder.Id].Select(entry => entry with { Path = $"{folder.Path}/{entry.Path}" });

    // All files, links and submodules of a tree, folders breadth first.
    private List<GitFile> List(string root)
    {
        var files = new List<GitFile>();
        var level = new List<GitFile> { new("", root, GitFileKind.Folder) };
        for (var depth = 0; level.Count > 0; depth++)
        {
            if (depth > TextLimits.TreeDepth)
            {
                throw new GitAuditException($"{repository}: the tree is deeper than {TextLimits.TreeDepth} folders. No such repository is audited.");
            }

            ReadTrees([.. level.Select(folder => folder.Id).Where(id => !_trees.ContainsKey(id)).Distinct(StringComparer.Ordinal)]);
            var next = new List<GitFile>();
            foreach (var folder in level)
            {
                foreach (var entry in InFolder(folder))
                {
                    (entry.Kind == GitFileKind.Folder ? next : files).Add(entry);
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
    private bool ReadAll(IReadOnlyList<GitFile> files) =>
        files.Count <= TextLimits.Files && Read(files, TextLimits.TotalBytes, wholeOnly: true) is not null;

    // Reads as many of the texts, in their order, as there is room for (in bytes), and says how many bytes that took; null where all or none were wanted, or none can be had.
    private long? Read(IReadOnlyList<GitFile> files, long room, bool wholeOnly)
    {
        if (partial)
        {
            return null;
        }

        var wanted = files.Where(file => file.Kind == GitFileKind.File && !_facts.ContainsKey(file.Id)).Select(file => file.Id).Distinct(StringComparer.Ordinal).ToList();
        var sizes = objects.ReadSizes(wanted);
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
            else if (total + size <= room)
            {
                total += size;
                small.Add(wanted[i]);
            }
            else if (wholeOnly)
            {
                return null;
            }
        }

        // git reads the next text while this one is looked through.
        var kept = files.Where(IsKept).Select(file => file.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, text) in small.Zip(objects.ReadBlobs(small)))
        {
            _facts[id] = TextFacts.Of(text);
            if (kept.Contains(id))
            {
                _texts[id] = text;
            }
        }

        large.ForEach(id => _facts[id] = null);
        return total;
    }

    // .mailmap says who is who, and the others which runtimes are pinned.
    private static bool IsKept(GitFile file) => file.Path == Mailmap.Path || RuntimePins.Reads(file.Path);
}

/// <summary>The tip's files, and whether all their texts were read.</summary>
internal sealed record TipContent(IReadOnlyList<GitFile> Files, bool Whole);

/// <summary>What the tree held at the window's start (<see cref="GitHistory.BaseFiles"/>) and a year ago (<see cref="GitHistory.YearAgoFiles"/>).</summary>
internal sealed record PastFiles(IReadOnlyList<GitFile>? AtStart, IReadOnlyList<GitFile>? YearAgo);
