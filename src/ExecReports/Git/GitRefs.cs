namespace ExecReports.Git;

/// <summary>The references of a repository, and the choice of its default branch.</summary>
/// <param name="Head">Full name of the branch that HEAD names; null where it names a commit, or a branch without commits.</param>
/// <param name="HeadCommit">The commit that HEAD leads to.</param>
/// <param name="OriginHead">Full name of the branch that <c>refs/remotes/origin/HEAD</c> names (clones).</param>
/// <param name="Branches">Local branches and those of the remote <c>origin</c>, by full name.</param>
/// <param name="Tags">Tags that point to commits.</param>
internal sealed record GitRefs(string? Head, GitTip? HeadCommit, string? OriginHead, IReadOnlyDictionary<string, GitTip> Branches, IReadOnlyList<GitTag> Tags)
{
    /// <summary>Prefix of local branches.</summary>
    public const string Local = "refs/heads/";
    /// <summary>Prefix of the branches of the remote <c>origin</c>.</summary>
    public const string Remote = "refs/remotes/origin/";
    /// <summary>Prefix of tags.</summary>
    public const string TagPrefix = "refs/tags/";
    /// <summary>The reference that names a clone's default branch.</summary>
    public const string RemoteHead = Remote + "HEAD";

    /// <summary>
    /// The default branch: in a clone the one that origin/HEAD names (the local branch of that name where there is one), else HEAD's branch, else main or master, else the commit
    /// that is checked out, else the branch with the newest tip. Null for a repository without commits.
    /// </summary>
    public GitTip? Default() =>
        ByName(OriginHead, Head, Branches)
        ?? HeadCommit
        ?? Branches.OrderByDescending(branch => branch.Value.CommittedAt).ThenBy(branch => branch.Key, StringComparer.Ordinal).Select(branch => branch.Value).FirstOrDefault();

    /// <summary>Full names of the branches, other than the default, with a tip older than the limit. A branch that stands here and at origin counts once, by the local one.</summary>
    public IReadOnlyList<string> StaleNames(GitTip tip, AuditWindow window) =>
        [.. Branches.Where(branch => branch.Value.CommittedAt < window.StaleSeconds && branch.Value.Branch != tip.Branch
            && (branch.Key.StartsWith(Local, StringComparison.Ordinal) || !Branches.ContainsKey(Local + branch.Value.Branch))).Select(branch => branch.Key)];

    /// <summary>The name without <c>refs/heads/</c> or <c>refs/remotes/origin/</c>.</summary>
    public static string? ShortName(string? name) =>
        name is null ? null
        : name.StartsWith(Local, StringComparison.Ordinal) ? name[Local.Length..]
        : name.StartsWith(Remote, StringComparison.Ordinal) ? name[Remote.Length..]
        : name;

    /// <summary>What stands for the default branch where a name tells which it is; null where none does.</summary>
    public static T? ByName<T>(string? originHead, string? head, IReadOnlyDictionary<string, T> branches)
        where T : class
    {
        return Named(ShortName(originHead)) ?? (head is null ? null : branches.GetValueOrDefault(head)) ?? Named("main") ?? Named("master");

        T? Named(string? name) => name is null ? null : branches.GetValueOrDefault(Local + name) ?? branches.GetValueOrDefault(Remote + name);
    }
}
