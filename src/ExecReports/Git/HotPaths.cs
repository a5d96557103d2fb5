namespace ExecReports.Git;

/// <summary>Which files change most, and what stands beside them.</summary>
internal static class HotPaths
{
    /// <summary>A file is hot from so many commits of the window on.</summary>
    public const int Commits = 3;

    private const int Shown = 20;

    /// <summary>Commits of the window that say which files they changed: no merges, and none at a shallow clone's cut, which seems to have made every file.</summary>
    public static IEnumerable<GitCommit> Changes(IEnumerable<GitCommit> commits, IReadOnlySet<string> cut, AuditWindow window) =>
        commits.Where(commit => window.Holds(commit.CommittedAt) && !commit.IsMerge && !cut.Contains(commit.Hash));

    /// <summary>How many of the commits touched each path, in no order.</summary>
    public static IReadOnlyList<FileActivity> Touched(IEnumerable<GitCommit> commits)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var path in commits.SelectMany(commit => commit.Paths))
        {
            counts[path] = counts.GetValueOrDefault(path) + 1;
        }

        var files = new List<FileActivity>(counts.Count);
        foreach (var (path, count) in counts)
        {
            files.Add(new FileActivity(path, count));
        }

        return files;
    }

    /// <summary>The most touched paths, most commits first (at most 20), then by path.</summary>
    public static IReadOnlyList<FileActivity> Hottest(IEnumerable<FileActivity> touched) =>
        [.. touched.OrderByDescending(file => file.Commits).ThenBy(file => file.Path, StringComparer.Ordinal).Take(Shown)];

    /// <summary>Folders of hot files; the empty name is the root's.</summary>
    public static IReadOnlySet<string> Folders(IEnumerable<FileActivity> hottest) =>
        hottest.Where(file => file.Commits >= Commits).Select(file => FolderOf(file.Path)).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// For each folder of hot files, those files, and the files beside them whose content is what it was a year ago. Files with a leading full stop and lock files are left out: they are settings, or
    /// written by programs. Folders without such files are not listed; most often changed first.
    /// </summary>
    public static IReadOnlyList<UnchangedBeside> Unchanged(IReadOnlyList<FileActivity> hottest, IEnumerable<GitFile> tip, IReadOnlyList<GitFile> yearAgo)
    {
        var folders = Folders(hottest);
        var old = yearAgo.Where(file => file.Kind == GitFileKind.File).ToDictionary(file => file.Path, file => file.Id, StringComparer.Ordinal);
        if (folders.Count == 0 || old.Count == 0)
            return [];

        var hot = hottest.Where(file => file.Commits >= Commits).ToLookup(file => FolderOf(file.Path), StringComparer.Ordinal);
        return [.. tip.Where(file => file.Kind == GitFileKind.File && IsWritten(file.Path)).Select(file => (File: file, Folder: FolderOf(file.Path))).Where(one => folders.Contains(one.Folder))
            .GroupBy(one => one.Folder, one => one.File, StringComparer.Ordinal)
            .Select(folder => new UnchangedBeside(
                folder.Key.Length == 0 ? "." : folder.Key,
                [.. hot[folder.Key]],
                [.. folder.Where(file => old.GetValueOrDefault(file.Path) == file.Id).Select(file => NameOf(file.Path)).Order(StringComparer.Ordinal)],
                folder.Count()))
            .Where(folder => folder.Unchanged.Count > 0)
            .OrderByDescending(folder => folder.Hot.Sum(file => file.Commits)).ThenBy(folder => folder.Folder, StringComparer.Ordinal)];
    }

    private static bool IsWritten(string path) => !NameOf(path).StartsWith('.') && !TreeMarks.IsLock(path);

    private static string FolderOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
