using LibGit2Sharp;

namespace ExecReports.Git;

/// <summary>
/// Reads through libgit2, in process, where there is no git program. libgit2 starts no programs of its own; the system's and the user's settings are left out all the same.
/// It reads from the same edge to the same edge as the git program (<see cref="GitHistory.Commits"/>).
/// </summary>
internal sealed class LibGit2Reader : IHistoryReader
{
    private static readonly CompareOptions _plain = new() { Similarity = SimilarityOptions.None };

    static LibGit2Reader()
    {
        foreach (var level in (ConfigurationLevel[])[ConfigurationLevel.Global, ConfigurationLevel.Xdg, ConfigurationLevel.System, ConfigurationLevel.ProgramData])
        {
            GlobalSettings.SetConfigSearchPaths(level, "");
        }

        // Who owns the folder matters to programs that obey its settings; nothing of them is obeyed here.
        GlobalSettings.SetOwnerValidation(false);
    }

    /// <inheritdoc/>
    public Task<GitHistory> ReadAsync(GitDirectory directory, AuditWindow window, CancellationToken cancellationToken) =>
        Task.Run(() => GuardedAsync(directory, window, cancellationToken), cancellationToken);

    private static async Task<GitHistory> GuardedAsync(GitDirectory directory, AuditWindow window, CancellationToken cancellationToken)
    {
        try
        {
            using var repository = new Repository(directory.Path);
            return await ReadAsync(repository, directory, window, cancellationToken).ConfigureAwait(false);
        }
        catch (LibGit2SharpException e)
        {
            throw new GitAuditException($"{directory.Folder}: libgit2 could not read the repository: {e.Message}. Run `git fsck` there, and mend it or clone it anew.", e);
        }
    }

    private static async Task<GitHistory> ReadAsync(Repository repository, GitDirectory directory, AuditWindow window, CancellationToken cancellationToken)
    {
        var refs = RefsOf(repository, directory);
        if (refs.Default() is not { } tip)
        {
            return new GitHistory { Reader = "libgit2" };
        }

        var cut = directory.ReadCut();
        var commits = CommitsOf(repository, directory, tip, window, cut, cancellationToken);
        var content = new ContentReader(new LibGit2Objects(repository, directory.Folder), directory.Folder, directory.IsPartial());
        var tipContent = await content.ReadTipAsync(tip.Commit, cancellationToken).ConfigureAwait(false);
        return new GitHistory
        {
            Reader = "libgit2",
            Tip = tip,
            Commits = commits,
            Tags = refs.Tags,
            StaleBranches = [.. refs.StaleNames(tip, window).Select(name => refs.Branches[name]).Select(branch => new GitBranch(branch.Branch, branch.Commit, branch.CommittedAt, IsMerged(repository, branch, tip)))],
            Cut = cut,
            TipFiles = tipContent.Files,
            BaseFiles = await content.ReadBaseAsync(tipContent, tip, commits, cut, cancellationToken).ConfigureAwait(false),
            Texts = content.Texts,
        };
    }

    private static GitRefs RefsOf(Repository repository, GitDirectory directory)
    {
        var branches = new Dictionary<string, GitTip>(StringComparer.Ordinal);
        string? originHead = null;
        foreach (var reference in repository.Refs.FromGlob(GitRefs.Local + "*").Concat(repository.Refs.FromGlob(GitRefs.Remote + "*")))
        {
            if (reference.CanonicalName == GitRefs.RemoteHead)
            {
                originHead = reference.TargetIdentifier;
            }
            else if (reference.ResolveToDirectReference() is { } direct && ObjectOf(repository, directory, direct) is Commit commit)
            {
                branches[reference.CanonicalName] = TipOf(GitRefs.ShortName(reference.CanonicalName)!, commit);
            }
        }

        var tags = new List<GitTag>();
        foreach (var reference in repository.Refs.FromGlob(GitRefs.TagPrefix + "*"))
        {
            var found = reference.ResolveToDirectReference() is { } direct ? ObjectOf(repository, directory, direct) : null;
            DateTimeOffset? at = null;
            while (found is TagAnnotation annotation)
            {
                at ??= annotation.Tagger?.When;
                found = annotation.Target;
            }

            if (found is Commit commit)
            {
                tags.Add(new GitTag(reference.CanonicalName[GitRefs.TagPrefix.Length..], commit.Sha, (at ?? commit.Committer.When).ToUnixTimeSeconds()));
            }
        }

        var head = repository.Refs.Head;
        var named = (head as SymbolicReference)?.TargetIdentifier;
        var headCommit = head.ResolveToDirectReference() is { } headed && ObjectOf(repository, directory, headed) is Commit tip ? TipOf("HEAD", tip) : null;
        return new GitRefs(named is not null && branches.ContainsKey(named) ? named : null, headCommit, originHead, branches, tags);
    }

    private static GitObject ObjectOf(Repository repository, GitDirectory directory, DirectReference reference) =>
        repository.Lookup(reference.TargetIdentifier)
        ?? throw new GitAuditException($"{directory.Folder}: {reference.CanonicalName} points to {reference.TargetIdentifier}, which is missing. Run `git fsck` there, and clone it anew.");

    private static GitTip TipOf(string name, Commit commit) => new(name, commit.Sha, commit.Committer.When.ToUnixTimeSeconds());

    private static bool IsMerged(Repository repository, GitTip branch, GitTip tip) =>
        repository.ObjectDatabase.FindMergeBase(repository.Lookup<Commit>(branch.Commit), repository.Lookup<Commit>(tip.Commit))?.Sha == branch.Commit;

    private static List<GitCommit> CommitsOf(Repository repository, GitDirectory directory, GitTip tip, AuditWindow window, IReadOnlySet<string> cut, CancellationToken cancellationToken)
    {
        var commits = new List<GitCommit>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { tip.Commit };
        var open = new Stack<string>([tip.Commit]);
        while (open.TryPop(out var hash))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var commit = repository.Lookup<Commit>(hash)
                ?? throw new GitAuditException($"{directory.Folder}: the commit {hash} is missing. Run `git fsck` there, and clone it anew.");
            var at = commit.Committer.When.ToUnixTimeSeconds();
            if (at < window.SinceSeconds)
            {
                continue;
            }

            var parents = cut.Contains(hash) ? [] : commit.Parents.ToList();
            var hashes = parents.Select(parent => parent.Sha).ToList();
            var paths = parents.Count > 1 ? [] : PathsOf(repository, parents.FirstOrDefault()?.Tree, commit.Tree);
            commits.Add(new GitCommit(hash, hashes, commit.Author.Name, commit.Author.Email, at, commit.Message, paths));
            foreach (var parent in hashes.Where(seen.Add))
            {
                open.Push(parent);
            }
        }

        return commits;
    }

    private static List<string> PathsOf(Repository repository, Tree? before, Tree after)
    {
        using var changes = repository.Diff.Compare<TreeChanges>(before, after, _plain);
        return [.. changes.Select(change => Path.DirectorySeparatorChar == '/' ? change.Path : change.Path.Replace(Path.DirectorySeparatorChar, '/')).Distinct(StringComparer.Ordinal)];
    }
}
