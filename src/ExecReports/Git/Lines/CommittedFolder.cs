namespace ExecReports.Git.Lines;

/// <summary>A folder as a commit has it.</summary>
/// <param name="Repository">The repository's folder on this machine, with a work tree or bare.</param>
/// <param name="Path">The folder's path in the repository, with slashes; empty: its root.</param>
/// <param name="Commit">The commit; null: what HEAD names.</param>
public sealed record CommittedFolder(string Repository, string Path, string? Commit = null)
{
    /// <summary>
    /// The repository whose work tree holds a folder: the nearest folder with <c>.git</c>, from it upwards; null where there is none. Unlike an audit's, a portfolio's repository may begin
    /// above it; whether it holds the files at all is asked for each.
    /// </summary>
    public static CommittedFolder? Around(string folder)
    {
        var full = System.IO.Path.GetFullPath(folder).TrimEnd(System.IO.Path.DirectorySeparatorChar);
        for (var at = new DirectoryInfo(full); at is not null; at = at.Parent)
        {
            if (System.IO.Path.Exists(System.IO.Path.Combine(at.FullName, ".git")))
            {
                return new CommittedFolder(at.FullName, PathBelow(at.FullName, full));
            }
        }

        return null;
    }

    /// <summary>The path of a folder below another one, with slashes; empty for that one itself.</summary>
    internal static string PathBelow(string top, string folder) =>
        System.IO.Path.GetRelativePath(top, folder) is var path && path == "." ? "" : path.Replace(System.IO.Path.DirectorySeparatorChar, '/');

    /// <summary>The path in the repository of a file below the folder.</summary>
    internal string PathOf(string file) => Path.Length == 0 ? file : $"{Path}/{file}";
}
