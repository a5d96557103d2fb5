namespace ExecReports.Git;

/// <summary>
/// What a reader found in a repository, as it stands there: no figure is computed in it. Both readers give the same for one repository, apart from <see cref="Reader"/>.
/// </summary>
internal sealed record GitHistory
{
    /// <summary><c>git</c> or <c>libgit2</c>.</summary>
    public required string Reader { get; init; }
    /// <summary>The default branch and its tip; null for an empty repository.</summary>
    public GitTip? Tip { get; init; }
    /// <summary>
    /// Commits that are reached from the tip through commits not older than the window's start (what <c>git log --since</c> shows), in its order: newest first of those whose child is known. Commits after the window's end are among them.
    /// </summary>
    public IReadOnlyList<GitCommit> Commits { get; init; } = [];
    /// <summary>Tags that point to commits.</summary>
    public IReadOnlyList<GitTag> Tags { get; init; } = [];
    /// <summary>Branches other than the default one whose tip is older than the stale limit.</summary>
    public IReadOnlyList<GitBranch> StaleBranches { get; init; } = [];
    /// <summary>Commits at which a shallow clone was cut.</summary>
    public IReadOnlySet<string> Cut { get; init; } = new HashSet<string>();
    /// <summary>What the tip's tree holds: files, symbolic links and submodules.</summary>
    public IReadOnlyList<GitFile> TipFiles { get; init; } = [];
    /// <summary>The same of the newest first parent before the window; empty where the history begins in it; null where a cut hides it or the tip is too large.</summary>
    public IReadOnlyList<GitFile>? BaseFiles { get; init; }
    /// <summary>
    /// What the tree of the newest first parent of a year ago holds, of the folders that <see cref="HotPaths"/> names alone; empty where the history is younger or no file is hot; null where a cut hides
    /// it, or where it lies more than <see cref="TextLimits.CommitsToYearAgo"/> commits behind the window.
    /// </summary>
    public IReadOnlyList<GitFile>? YearAgoFiles { get; init; }
    /// <summary>What stands in the texts that were read, by blob. A null stands for a file above the limit of size. What is missing was not read (<see cref="TextLimits"/>).</summary>
    public IReadOnlyDictionary<string, TextFacts?> Facts { get; init; } = new Dictionary<string, TextFacts?>();
    /// <summary>The texts of .mailmap and of the files that pin runtimes, by blob, as far as they were read.</summary>
    public IReadOnlyDictionary<string, byte[]> Texts { get; init; } = new Dictionary<string, byte[]>();
}

/// <summary>A branch's tip.</summary>
/// <param name="Branch">Short name; <c>HEAD</c> where no branch is checked out and none is called main or master.</param>
/// <param name="Commit">Hash.</param>
/// <param name="CommittedAt">Committer date, seconds since 1970 UTC.</param>
internal sealed record GitTip(string Branch, string Commit, long CommittedAt);

/// <summary>A commit.</summary>
/// <param name="Hash">Full hash.</param>
/// <param name="Parents">Full hashes, the first parent first.</param>
/// <param name="AuthorName">As the commit has it, before .mailmap.</param>
/// <param name="AuthorEmail">As the commit has it, before .mailmap.</param>
/// <param name="CommittedAt">Committer date, seconds since 1970 UTC.</param>
/// <param name="IsFix">Whether its message says that it mends something (<see cref="CommitMessage.IsFix"/>).</param>
/// <param name="IsReviewed">Whether its message says that it was reviewed (<see cref="CommitMessage.IsReviewed"/>).</param>
/// <param name="Paths">Paths that differ from the parent's (renames are two); empty for merges.</param>
internal sealed record GitCommit(string Hash, IReadOnlyList<string> Parents, string AuthorName, string AuthorEmail, long CommittedAt, bool IsFix, bool IsReviewed, IReadOnlyList<string> Paths)
{
    /// <summary>Whether it has more than one parent.</summary>
    public bool IsMerge => Parents.Count > 1;
}

/// <summary>What a walk along first parents needs of a commit.</summary>
/// <param name="Commit">Its hash.</param>
/// <param name="Tree">Hash of its tree.</param>
/// <param name="FirstParent">Hash of its first parent; null for the first commit.</param>
/// <param name="CommittedAt">Committer date, seconds since 1970 UTC.</param>
internal sealed record GitStep(string Commit, string Tree, string? FirstParent, long CommittedAt);

/// <summary>A tag that points to a commit.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Commit">The commit's hash.</param>
/// <param name="At">The tagger's date, else the committer's, seconds since 1970 UTC.</param>
internal sealed record GitTag(string Name, string Commit, long At);

/// <summary>A branch.</summary>
/// <param name="Name">Short name, without the remote's.</param>
/// <param name="Commit">The tip's hash.</param>
/// <param name="CommittedAt">The tip's committer date, seconds since 1970 UTC.</param>
/// <param name="Merged">Whether the default branch holds the tip.</param>
internal sealed record GitBranch(string Name, string Commit, long CommittedAt, bool Merged);

/// <summary>An entry of a tree listing.</summary>
/// <param name="Path">Path from the root, with slashes.</param>
/// <param name="Id">Hash of the blob, or of a submodule's commit.</param>
/// <param name="Kind">What it is.</param>
internal sealed record GitFile(string Path, string Id, GitFileKind Kind);

/// <summary>Kinds of entries in a tree.</summary>
internal enum GitFileKind
{
    /// <summary>A file.</summary>
    File,
    /// <summary>A symbolic link.</summary>
    Link,
    /// <summary>A submodule.</summary>
    Submodule,
    /// <summary>A folder.</summary>
    Folder,
}
