namespace ExecReports.Git;

/// <summary>
/// The references of a repository from its files (<c>packed-refs</c> and the folders under <c>refs</c>), which saves a process per repository. A repository that keeps
/// them in reftables is left to git.
/// </summary>
/// <param name="Head">Full name of the branch that HEAD names; null where it names a commit.</param>
/// <param name="HeadCommit">The commit that HEAD names by itself; null where it names a branch.</param>
/// <param name="OriginHead">Full name of the branch that <c>refs/remotes/origin/HEAD</c> names.</param>
/// <param name="Hashes">What each branch, tag and branch of origin points to, by full name.</param>
internal sealed record RefFiles(string? Head, string? HeadCommit, string? OriginHead, IReadOnlyDictionary<string, string> Hashes)
{
    private const int RefLimit = 4 * 1024;
    private const int PackedLimit = 64 * 1024 * 1024;
    private const string Symbolic = "ref: ";
    private static readonly string[] _wanted = [GitRefs.Local, GitRefs.TagPrefix, GitRefs.Remote];

    /// <summary>What the default branch points to, as far as names tell; nearly always its tip's commit, which only the object itself can say.</summary>
    public string? LikelyTip => GitRefs.ByName(OriginHead, Head, Hashes) ?? HeadCommit;

    /// <summary>Whether the references are in files.</summary>
    public static bool Are(GitDirectory directory) => !Directory.Exists(Path.Combine(directory.CommonPath, "reftable"));

    /// <summary>Reads the references.</summary>
    public static RefFiles Read(GitDirectory directory) => ReadBranches(directory).WithTags(directory);

    /// <summary>Reads HEAD, the branches, and of the tags only those that are packed: of the others there may be hundreds of files, which can wait.</summary>
    public static RefFiles ReadBranches(GitDirectory directory)
    {
        var hashes = ReadPacked(directory);
        var originHead = ReadLoose(directory, GitRefs.Local, hashes) ?? ReadLoose(directory, GitRefs.Remote, hashes);
        var head = GitDirectory.ReadSmall(Path.Combine(directory.Path, "HEAD"), RefLimit).Trim();
        return head.StartsWith(Symbolic, StringComparison.Ordinal) ? new RefFiles(head[Symbolic.Length..].Trim(), null, originHead, hashes)
            : IsHash(head) ? new RefFiles(null, head, originHead, hashes)
            : throw new GitAuditException($"{directory.Folder}: HEAD should name a branch (\"ref: refs/heads/main\") or a commit and does not. Mend it, or clone it anew.");
    }

    /// <summary>The same with all tags.</summary>
    public RefFiles WithTags(GitDirectory directory)
    {
        var hashes = new Dictionary<string, string>(Hashes, StringComparer.Ordinal);
        ReadLoose(directory, GitRefs.TagPrefix, hashes);
        return this with { Hashes = hashes };
    }

    private static Dictionary<string, string> ReadPacked(GitDirectory directory)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        var packed = Path.Combine(directory.CommonPath, "packed-refs");
        if (File.Exists(packed))
        {
            foreach (var line in GitDirectory.ReadSmall(packed, PackedLimit).AsSpan().EnumerateLines())
            {
                if (line.IndexOf(' ') is var space and > 0 && IsHash(line[..space]) && IsWanted(line[(space + 1)..]))
                {
                    hashes[line[(space + 1)..].ToString()] = line[..space].ToString();
                }
            }
        }

        return hashes;
    }

    // References in files of their own win over packed ones. Gives what origin's HEAD names, where it is among them.
    private static string? ReadLoose(GitDirectory directory, string folder, Dictionary<string, string> hashes)
    {
        var root = Path.Combine(directory.CommonPath, folder);
        if (!Directory.Exists(root))
        {
            return null;
        }

        string? originHead = null;
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(directory.CommonPath, file).Replace(Path.DirectorySeparatorChar, '/');
            var value = GitDirectory.ReadSmall(file, RefLimit).Trim();
            if (name == GitRefs.RemoteHead)
            {
                originHead = value.StartsWith(Symbolic, StringComparison.Ordinal) ? value[Symbolic.Length..].Trim() : null;
            }
            else if (IsHash(value))
            {
                hashes[name] = value;
            }
            else if (!name.EndsWith(".lock", StringComparison.Ordinal) && !value.StartsWith(Symbolic, StringComparison.Ordinal))
            {
                throw new GitAuditException($"{directory.Folder}: {name} should hold a commit's hash and does not. Run `git fsck` there, and mend it or clone it anew.");
            }
        }

        return originHead;
    }

    private static bool IsHash(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiHexDigitLower(character))
            {
                return false;
            }
        }

        return text.Length is 40 or 64;
    }

    private static bool IsWanted(ReadOnlySpan<char> name)
    {
        foreach (var prefix in _wanted)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
