namespace ExecReports.Git;

/// <summary>
/// Where a repository's data is. It is found here, and not by git: git would search the parent folders and audit another repository in place of one that is missing.
/// </summary>
/// <param name="Folder">The folder that was asked for.</param>
/// <param name="Path">The folder with HEAD: <c>.git</c>, what a <c>.git</c> file names (worktrees, submodules), or the folder of a bare repository itself.</param>
/// <param name="CommonPath">The folder with the objects: another one only in a linked worktree.</param>
internal sealed record GitDirectory(string Folder, string Path, string CommonPath)
{
    private const int PointerLimit = 8 * 1024;
    private const int ShallowLimit = 8 * 1024 * 1024;

    /// <summary>Finds the repository in <paramref name="folder"/>, and in no folder above it. Throws <see cref="GitAuditException"/> where there is none.</summary>
    public static GitDirectory Find(string folder)
    {
        var full = System.IO.Path.GetFullPath(folder);
        if (!Directory.Exists(full))
        {
            throw new GitAuditException($"{folder}: there is no such folder; a repository's path names a folder with a work tree or a bare repository.");
        }

        var inside = System.IO.Path.Combine(full, ".git");
        var path = File.Exists(inside) ? PointedAt(folder, full, inside) : Directory.Exists(inside) ? inside : full;
        if (!File.Exists(System.IO.Path.Combine(path, "HEAD")))
        {
            throw new GitAuditException($"{folder} is no git repository: it has no .git and is no bare repository. Name the folder that holds .git, or clone or init it.");
        }

        var common = System.IO.Path.Combine(path, "commondir");
        var commonPath = File.Exists(common) ? System.IO.Path.GetFullPath(System.IO.Path.Combine(path, ReadSmall(common, PointerLimit).Trim())) : path;
        if (!Directory.Exists(System.IO.Path.Combine(commonPath, "objects")))
        {
            throw new GitAuditException($"{folder} is no git repository, or a broken one: {System.IO.Path.Combine(commonPath, "objects")} is missing. Clone it anew.");
        }

        return new GitDirectory(folder, path, commonPath);
    }

    /// <summary>Commits at which a shallow clone was cut; empty for a whole one.</summary>
    public IReadOnlySet<string> ReadCut()
    {
        var shallow = System.IO.Path.Combine(CommonPath, "shallow");
        return File.Exists(shallow)
            ? ReadSmall(shallow, ShallowLimit).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal)
            : new HashSet<string>();
    }

    /// <summary>
    /// Whether the clone left objects on the server (a partial clone): git would fetch them one by one, so no text is asked for. A mirror of ours leaves them there as well, but
    /// has no setting by which git would fetch, and what is missing there is fetched at once.
    /// </summary>
    public bool IsPartial()
    {
        if (File.Exists(System.IO.Path.Combine(CommonPath, Remote.GitMirror.Mark)))
        {
            return false;
        }

        var packs = System.IO.Path.Combine(CommonPath, "objects", "pack");
        return Directory.Exists(packs) && Directory.EnumerateFiles(packs, "*.promisor").Any();
    }

    private static string PointedAt(string folder, string full, string pointer)
    {
        const string key = "gitdir:";
        var text = ReadSmall(pointer, PointerLimit).Trim();
        var path = text.StartsWith(key, StringComparison.Ordinal) ? System.IO.Path.GetFullPath(System.IO.Path.Combine(full, text[key.Length..].Trim())) : null;
        return path is not null && Directory.Exists(path)
            ? path
            : throw new GitAuditException($"{folder}: its .git file should say \"gitdir: \" and an existing folder. Mend it with `git worktree repair`, or clone anew.");
    }

    /// <summary>The text of one of a repository's files. A pipe or device in the place of a file would block a plain read: such have the length 0 and are taken as empty.</summary>
    public static string ReadSmall(string file, int limit) => new FileInfo(file).Length switch
    {
        0 => "",
        var length when length > limit => throw new GitAuditException($"{file} has {length} bytes; at most {limit} were expected there."),
        _ => File.ReadAllText(file),
    };
}
