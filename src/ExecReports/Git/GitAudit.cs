namespace ExecReports.Git;

/// <summary>
/// What a repository did in a window of time: pure facts, computed by <c>GitAuditor</c> from what a reader found. Days are calendar days in the portfolio's zone;
/// counts of commits leave merges and bots out unless they say so.
/// </summary>
public sealed record GitAudit
{
    /// <summary>The repository as the handoff names it, without credentials.</summary>
    public required string Repository { get; init; }
    /// <summary>Which reader found it: <c>git</c> or <c>libgit2</c>.</summary>
    public required string Reader { get; init; }
    /// <summary>Default branch; null for an empty repository.</summary>
    public string? DefaultBranch { get; init; }
    /// <summary>Hash of the default branch's tip; null for an empty repository.</summary>
    public string? Head { get; init; }
    /// <summary>Committer date of the newest commit of the window, in the portfolio's zone; without one, that of the default branch's tip.</summary>
    public DateTimeOffset? LastCommitAt { get; init; }
    /// <summary>First day of the window.</summary>
    public required DateOnly Since { get; init; }
    /// <summary>Last day of the window, the report's date.</summary>
    public required DateOnly Until { get; init; }
    /// <summary>The history ends before the window does (shallow clone): counts are "at least".</summary>
    public bool Truncated { get; init; }
    /// <summary>Whether the repository has no commit.</summary>
    public bool Empty { get; init; }

    /// <summary>Commits by people in the window, without merges.</summary>
    public int Commits { get; init; }
    /// <summary>Merges in the window.</summary>
    public int Merges { get; init; }
    /// <summary>Commits by identities ending in <c>[bot]</c> in the window, without merges.</summary>
    public int BotCommits { get; init; }
    /// <summary>Authors after .mailmap, most commits first, then by name.</summary>
    public IReadOnlyList<AuthorActivity> Authors { get; init; } = [];
    /// <summary>Distinct paths touched by commits (bots' too) in the window, merges apart, renames counted as two paths.</summary>
    public int FilesTouched { get; init; }
    /// <summary>Most touched paths first (at most 20), then by path.</summary>
    public IReadOnlyList<FileActivity> HotFiles { get; init; } = [];
    /// <summary>
    /// Folders in which a file was touched by at least 3 commits of the window (of <see cref="HotFiles"/>) and another is, letter by letter, what it was a year ago; null where that is not known: a shallow
    /// clone, a partial one, or more than 1,000 commits (along first parents) between the window and then.
    /// </summary>
    public IReadOnlyList<UnchangedBeside>? UnchangedBesideHot { get; init; }
    /// <summary>Commits by people per week of the window, oldest first; weeks begin on Monday.</summary>
    public IReadOnlyList<WeekActivity> Weeks { get; init; } = [];
    /// <summary>Last change within the window per top-level folder ("." for files at the root), newest first.</summary>
    public IReadOnlyList<AreaActivity> Areas { get; init; } = [];
    /// <summary>Tags that point to commits, newest first (at most 50).</summary>
    public IReadOnlyList<Release> Releases { get; init; } = [];
    /// <summary>Branches other than the default with an old tip, oldest first: local ones, and those of the remote <c>origin</c> that have no local one of their name.</summary>
    public IReadOnlyList<StaleBranch> StaleBranches { get; init; } = [];
    /// <summary>Commits of the window whose subject says revert, fix, hotfix or rollback.</summary>
    public int FixCommits { get; init; }
    /// <summary>Releases of the window that a fix followed within 3 days.</summary>
    public int ReleasesFixedSoon { get; init; }
    /// <summary>Median days from a commit of the window to the first release that holds it; null if it cannot be known.</summary>
    public decimal? LeadTimeDays { get; init; }
    /// <summary>Merges and commits with a review trailer or a pull-request number, as a share of all commits of the window; null without commits.</summary>
    public decimal? ReviewedShare { get; init; }

    /// <summary>Whether the tip's tree has tests.</summary>
    public bool HasTests { get; init; }
    /// <summary>CI definitions in the tip's tree.</summary>
    public IReadOnlyList<string> CiFiles { get; init; } = [];
    /// <summary>Lock files of package managers in the tip's tree.</summary>
    public IReadOnlyList<string> LockFiles { get; init; } = [];
    /// <summary>Files of the tip's tree.</summary>
    public int Files { get; init; }
    /// <summary>
    /// Lines with TODO, FIXME or HACK in the tip's text files (files above 256 KB left out); null where they were not counted: above 500 files or 2 MB of texts, or in a partial clone.
    /// </summary>
    public int? DebtMarks { get; init; }
    /// <summary>The same at the window's start (the newest first parent before it; 0 if the history begins later); null where they were not counted.</summary>
    public int? DebtMarksBefore { get; init; }
    /// <summary>Runtimes that files of the tip pin: .nvmrc, .python-version, global.json, Dockerfile FROM, package.json engines.</summary>
    public IReadOnlyList<PinnedRuntime> Runtimes { get; init; } = [];
    /// <summary>
    /// Places in the tip's tree that look like secrets: path and line; never the secret. Within the limits of <see cref="DebtMarks"/> all files are looked at, above them those that the window touched last.
    /// </summary>
    public IReadOnlyList<SuspectedSecret> Secrets { get; init; } = [];

    /// <summary>Fewest people who wrote at least half of the non-merge commits by people; null without commits.</summary>
    public int? BusFactor { get; init; }
}

/// <summary>Commits of one author in the window, merges apart.</summary>
/// <param name="Name">The author's name, after the repository's .mailmap.</param>
/// <param name="Commits">Commits of the window, merges apart.</param>
public sealed record AuthorActivity(string Name, int Commits);
/// <summary>How many commits of the window touched a path.</summary>
/// <param name="Path">The file's path in the repository.</param>
/// <param name="Commits">Commits of the window that touched it.</param>
public sealed record FileActivity(string Path, int Commits);
/// <summary>Files of a folder that a year has not changed, beside those that change often.</summary>
/// <param name="Folder">The folder's path in the repository; a full stop: the root.</param>
/// <param name="Hot">Its files that change often, most often first.</param>
/// <param name="Unchanged">Names of its files that are what they were a year ago.</param>
/// <param name="Files">Its files, but for lock files and those whose name begins with a full stop.</param>
public sealed record UnchangedBeside(string Folder, IReadOnlyList<FileActivity> Hot, IReadOnlyList<string> Unchanged, int Files);
/// <summary>Commits by people in the week that begins on <paramref name="Monday"/>.</summary>
/// <param name="Monday">The week's first day.</param>
/// <param name="Commits">Commits by people in it.</param>
public sealed record WeekActivity(DateOnly Monday, int Commits);
/// <summary>The last change in a top-level folder.</summary>
/// <param name="Area">The top-level folder's name; a full stop: files beside the folders.</param>
/// <param name="LastChange">Day of the newest commit of the window that touched it.</param>
/// <param name="Commits">Commits of the window that touched it.</param>
public sealed record AreaActivity(string Area, DateOnly LastChange, int Commits);
/// <summary>A tag: its name and the committer day of the commit it points to (an annotated tag's own day wins).</summary>
/// <param name="Tag">The tag's name.</param>
/// <param name="On">Its day.</param>
/// <param name="Commit">Hash of the commit that it points to.</param>
public sealed record Release(string Tag, DateOnly On, string Commit);
/// <summary>A branch with an old tip; a merged one can be deleted.</summary>
/// <param name="Name">The branch's name.</param>
/// <param name="TipOn">Day of its newest commit.</param>
/// <param name="Merged">Whether the default branch holds it, so that it can be deleted.</param>
public sealed record StaleBranch(string Name, DateOnly TipOn, bool Merged);
/// <summary>A runtime's version that a file pins.</summary>
/// <param name="Runtime">The runtime, such as node.</param>
/// <param name="Version">The version as the file has it.</param>
/// <param name="Path">The file's path in the repository.</param>
public sealed record PinnedRuntime(string Runtime, string Version, string Path);
/// <summary>A place that looks like a secret.</summary>
/// <param name="Path">The file's path in the repository.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Kind">What it looks like, such as an AWS access key.</param>
public sealed record SuspectedSecret(string Path, int Line, string Kind);
