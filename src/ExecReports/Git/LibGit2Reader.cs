using System.Runtime.CompilerServices;
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

    /// <summary>Leaves the system's and the user's settings out of all that libgit2 does in this process.</summary>
    internal static void LeaveOutSettings() => RuntimeHelpers.RunClassConstructor(typeof(LibGit2Reader).TypeHandle);

    /// <inheritdoc/>
    public Task<GitHistory> ReadAsync(GitDirectory directory, AuditWindow window, CancellationToken cancellationToken) =>
        Task.Run(() => Guarded(directory, window, cancellationToken), cancellationToken);

    private static GitHistory Guarded(GitDirectory directory, AuditWindow window, CancellationToken cancellationToken)
    {
        try
        {
            using var repository = new Repository(directory.Path);
            return Read(repository, directory, window, cancellationToken);
        }
        catch (LibGit2SharpException e)
        {
            throw new GitAuditException($"{directory.Folder}: libgit2 could not read the repository: {e.Message}. Run `git fsck` there, and mend it or clone it anew.", e);
        }
    }

    private static GitHistory Read(Repository repository, GitDirectory directory, AuditWindow window, CancellationToken cancellationToken)
    {
        var refs = RefsOf(repository, directory);
        if (refs.Default() is not { } tip)
        {
            return new GitHistory { Reader = "libgit2" };
        }

        var cut = directory.ReadCut();
        var commits = CommitsOf(repository, directory, tip, window, cut, cancellationToken);
        var content = new ContentReader(new LibGit2Objects(repository, directory.Folder, cancellationToken), directory.Folder, directory.IsPartial());
        var tipContent = content.ReadTip(tip.Commit);
        content.ReadTouched(tipContent, commits.SelectMany(commit => commit.Paths).Distinct(StringComparer.Ordinal));
        var past = content.ReadPast(tipContent, tip, commits, cut, window);
        return new GitHistory
        {
            Reader = "libgit2",
            Tip = tip,
            Commits = commits,
            Tags = refs.Tags,
            StaleBranches = [.. refs.StaleNames(tip, window).Select(name => refs.Branches[name]).Select(branch => new GitBranch(branch.Branch, branch.Commit, branch.CommittedAt, IsMerged(repository, branch, tip)))],
            Cut = cut,
            TipFiles = tipContent.Files,
            BaseFiles = past.AtStart,
            YearAgoFiles = past.YearAgo,
            Facts = content.Facts,
            Texts = content.Texts,
        };
    }

    private static GitRefs RefsOf(Repository repository, GitDirectory directory)
    {
        if (!RefFiles.Are(directory))
        {
            throw new GitAuditException($"{directory.Folder} keeps its references in reftables, which libgit2 cannot read. Install git 2.45 or newer.");
        }

        var files = RefFiles.Read(directory);
        var branches = new Dictionary<string, GitTip>(StringComparer.Ordinal);
        var tags = new List<GitTag>();
        foreach (var (name, hash) in files.Hashes)
        {
            var found = ObjectOf(repository, directory, name, hash);
            if (!name.StartsWith(GitRefs.TagPrefix, StringComparison.Ordinal))
            {
                if (found is Commit tip)
                {
                    branches[name] = TipOf(GitRefs.ShortName(name)!, tip);
                }

                continue;
            }

            DateTimeOffset? at = null;
            while (found is TagAnnotation annotation)
            {
                at ??= annotation.Tagger?.When;
                found = annotation.Target;
            }

            if (found is Commit commit)
            {
                tags.Add(new GitTag(name[GitRefs.TagPrefix.Length..], commit.Sha, (at ?? commit.Committer.When).ToUnixTimeSeconds()));
            }
        }

        var head = files.HeadCommit is { } detached && ObjectOf(repository, directory, "HEAD", detached) is Commit headCommit ? TipOf("HEAD", headCommit) : null;
        return new GitRefs(files.Head, head, files.OriginHead, branches, tags);
    }

    private static GitObject ObjectOf(Repository repository, GitDirectory directory, string name, string hash) =>
        repository.Lookup(hash) ?? throw new GitAuditException($"{directory.Folder}: {name} points to {hash}, which is missing. Run `git fsck` there, and clone it anew.");

    // A parent that is missing must be asked for by its hash: libgit2sharp's own parent objects fail without a word when they are looked into.
    private static Commit CommitAt(Repository repository, GitDirectory directory, string hash) =>
        repository.Lookup<Commit>(hash) ?? throw new GitAuditException($"{directory.Folder}: the commit {hash} is missing. Run `git fsck` there, and clone it anew.");

    private static GitTip TipOf(string name, Commit commit) => new(name, commit.Sha, commit.Committer.When.ToUnixTimeSeconds());

    private static bool IsMerged(Repository repository, GitTip branch, GitTip tip) =>
        repository.ObjectDatabase.FindMergeBase(repository.Lookup<Commit>(branch.Commit), repository.Lookup<Commit>(tip.Commit))?.Sha == branch.Commit;

    private static List<GitCommit> CommitsOf(Repository repository, GitDirectory directory, GitTip tip, AuditWindow window, IReadOnlySet<string> cut, CancellationToken cancellationToken)
    {
        var commits = new List<GitCommit>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        // git's own order: the newest of those whose child is known, and of equally old ones the one that was found first.
        var open = new PriorityQueue<Commit, (long Newest, int First)>();
        Find(tip.Commit);
        while (open.TryDequeue(out var commit, out _))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var at = commit.Committer.When.ToUnixTimeSeconds();
            if (at < window.SinceSeconds)
            {
                continue;
            }

            var hashes = cut.Contains(commit.Sha) ? [] : commit.Parents.Select(parent => parent.Sha).ToList();
            var paths = hashes.Count > 1 ? [] : PathsOf(repository, hashes is [var only] ? CommitAt(repository, directory, only).Tree : null, commit.Tree);
            commits.Add(new GitCommit(
                commit.Sha, hashes, commit.Author.Name, commit.Author.Email, at, CommitMessage.IsFix(commit.Message), CommitMessage.IsReviewed(commit.Message), paths));
            hashes.ForEach(Find);
        }

        return commits;

        void Find(string hash)
        {
            if (seen.Add(hash))
            {
                var commit = CommitAt(repository, directory, hash);
                open.Enqueue(commit, (-commit.Committer.When.ToUnixTimeSeconds(), seen.Count));
            }
        }
    }

    private static List<string> PathsOf(Repository repository, Tree? before, Tree after)
    {
        using var changes = repository.Diff.Compare<TreeChanges>(before, after, _plain);
        return [.. changes.Select(change => Path.DirectorySeparatorChar == '/' ? change.Path : change.Path.Replace(Path.DirectorySeparatorChar, '/')).Distinct(StringComparer.Ordinal)];
    }
}
