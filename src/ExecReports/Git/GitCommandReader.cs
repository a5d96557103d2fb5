using System.Collections.Concurrent;
using System.Text;

namespace ExecReports.Git;

/// <summary>
/// Reads through the git program: two processes side by side (log and objects), a third only where there are old branches (and one more for each that is not merged), or where references are in reftables. The log stops at the window's edge
/// as <c>git log --since</c> does: a commit older than the window is not looked behind, even if an earlier one claims to be newer.
/// </summary>
internal sealed class GitCommandReader(GitExecutable git) : IHistoryReader
{
    /// <inheritdoc/>
    public async Task<GitHistory> ReadAsync(GitDirectory directory, AuditWindow window, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var branchFiles = RefFiles.Are(directory) ? RefFiles.ReadBranches(directory) : null;

        // The log takes longest, so it starts where the references' names lead, before what they point to has been looked at.
        await using var likelyLog = branchFiles?.LikelyTip is { } likelyTip ? git.StartLog(directory, likelyTip, window) : null;
        await using var objectsProcess = git.Start(directory, "cat-file", "--batch-command", "--buffer");
        var objects = new GitCatFile(objectsProcess, directory.Folder);
        try
        {
            var likely = likelyLog is null ? null : new LogReading(likelyLog, ended.Token);
            var refs = branchFiles?.WithTags(directory) is { } files
                ? await objectsProcess.ReadAsync(() => objects.ReadRefs(files), ended.Token).ConfigureAwait(false)
                : await RefsAsync(directory, await objectsProcess.ReadAsync(objects.ReadHead, ended.Token).ConfigureAwait(false), ended.Token).ConfigureAwait(false);
            if (refs.Default() is not { } tip)
            {
                await objectsProcess.FinishAsync(ended.Token).ConfigureAwait(false);
                return new GitHistory { Reader = "git" };
            }

            await using var otherLog = tip.Commit == branchFiles?.LikelyTip ? null : git.StartLog(directory, tip.Commit, window);
            var log = otherLog is null ? likely! : new LogReading(otherLog, ended.Token);
            var content = new ContentReader(objects, directory.Folder, directory.IsPartial());
            var tipRead = objectsProcess.ReadAsync(
                () =>
                {
                    var tipContent = content.ReadTip(tip.Commit);
                    content.ReadTouched(tipContent, log.Paths);
                    return tipContent;
                },
                ended.Token);
            var branches = StaleAsync(directory, refs, tip, window, ended.Token);
            await foreach (var part in Task.WhenEach([log.Commits, tipRead, branches]).ConfigureAwait(false))
            {
                await part.ConfigureAwait(false);
            }

            var (commits, tipContent, cut) = (await log.Commits.ConfigureAwait(false), await tipRead.ConfigureAwait(false), directory.ReadCut());
            var past = await objectsProcess.ReadAsync(() => content.ReadPast(tipContent, tip, commits, cut, window), ended.Token).ConfigureAwait(false);
            await objectsProcess.FinishAsync(ended.Token).ConfigureAwait(false);
            return new GitHistory
            {
                Reader = "git",
                Tip = tip,
                Commits = commits,
                Tags = refs.Tags,
                StaleBranches = await branches.ConfigureAwait(false),
                Cut = cut,
                TipFiles = tipContent.Files,
                BaseFiles = past.AtStart,
                YearAgoFiles = past.YearAgo,
                Facts = content.Facts,
                Texts = content.Texts,
            };
        }
        catch
        {
            // Where one part fails, the others are not waited for: a tree made to explode would keep the log busy for hours.
            await ended.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<GitRefs> RefsAsync(GitDirectory directory, GitTip? head, CancellationToken cancellationToken)
    {
        await using var process = git.Start(directory, "for-each-ref", $"--format={GitRefParser.Format}", GitRefs.Local, GitRefs.TagPrefix, GitRefs.Remote);
        var refs = await process.ReadAsync(() => GitRefParser.Parse(process.Output, head), cancellationToken).ConfigureAwait(false);
        await process.FinishAsync(cancellationToken).ConfigureAwait(false);
        return refs;
    }

    private async Task<IReadOnlyList<GitBranch>> StaleAsync(GitDirectory directory, GitRefs refs, GitTip tip, AuditWindow window, CancellationToken cancellationToken)
    {
        var names = refs.StaleNames(tip, window);
        if (names.Count == 0)
        {
            return [];
        }

        await using var process = git.Start(directory, "for-each-ref", $"--merged={tip.Commit}", "--format=%(refname)", GitRefs.Local, GitRefs.Remote);
        var merged = await process.ReadAsync(() => LinesOf(process.Output), cancellationToken).ConfigureAwait(false);
        await process.FinishAsync(cancellationToken).ConfigureAwait(false);
        var branches = new List<GitBranch>(names.Count);
        foreach (var name in names)
        {
            var branch = refs.Branches[name];
            branches.Add(new GitBranch(branch.Branch, branch.Commit, branch.CommittedAt, merged.Contains(name) || await IsMergedAsync(directory, branch, tip, cancellationToken).ConfigureAwait(false)));
        }

        return branches;
    }

    private static HashSet<string> LinesOf(Stream output)
    {
        var scanner = new ByteScanner(output);
        var lines = new HashSet<string>(StringComparer.Ordinal);
        while (scanner.TryReadUntil((byte)'\n', out var line))
        {
            lines.Add(Encoding.UTF8.GetString(line));
        }

        return lines;
    }

    // --merged finds nearly all in one process, but looks only so far behind dates that run backwards, and then leaves a merged branch out. What it leaves out is asked for by itself.
    private async Task<bool> IsMergedAsync(GitDirectory directory, GitTip branch, GitTip tip, CancellationToken cancellationToken)
    {
        await using var process = git.Start(directory, "merge-base", "--is-ancestor", branch.Commit, tip.Commit);
        return await process.AnswerAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A log that is being read.</summary>
    private sealed class LogReading
    {
        private readonly BlockingCollection<string> _paths = [];

        public LogReading(GitProcess process, CancellationToken cancellationToken) => Commits = ReadAsync(process, cancellationToken);

        /// <summary>All its commits, in its order.</summary>
        public Task<IReadOnlyList<GitCommit>> Commits { get; }

        /// <summary>The paths that it names, each once and as soon as it does. Who takes them waits for git where need be; they end with the log, however that ends.</summary>
        public IEnumerable<string> Paths => _paths.GetConsumingEnumerable();

        private async Task<IReadOnlyList<GitCommit>> ReadAsync(GitProcess process, CancellationToken cancellationToken)
        {
            var commits = await process.ReadAsync(() => Parse(process.Output), cancellationToken).ConfigureAwait(false);
            await process.FinishAsync(cancellationToken).ConfigureAwait(false);
            return commits;
        }

        private IReadOnlyList<GitCommit> Parse(Stream output)
        {
            try
            {
                return GitLogParser.Parse(output, _paths.Add);
            }
            finally
            {
                _paths.CompleteAdding();
            }
        }
    }
}
