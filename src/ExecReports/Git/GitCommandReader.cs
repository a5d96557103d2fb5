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
        await using var objectsProcess = git.Start(directory, "cat-file", "--batch-command", "--buffer");
        var objects = new GitCatFile(objectsProcess, directory.Folder);
        var refs = RefFiles.Are(directory)
            ? await GuardedAsync(objectsProcess, () => objects.ReadRefsAsync(RefFiles.Read(directory), cancellationToken)).ConfigureAwait(false)
            : await RefsAsync(directory, await GuardedAsync(objectsProcess, () => objects.ReadHeadAsync(cancellationToken)).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        if (refs.Default() is not { } tip)
        {
            return new GitHistory { Reader = "git" };
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var logProcess = git.StartLog(directory, tip.Commit, window);
        var log = LogAsync(logProcess, ended.Token);
        var branches = StaleAsync(directory, refs, tip, window, ended.Token);
        var content = ContentAsync(directory, objectsProcess, objects, tip, log, ended.Token);
        try
        {
            await foreach (var part in Task.WhenEach([log, branches, content]).ConfigureAwait(false))
            {
                await part.ConfigureAwait(false);
            }
        }
        catch
        {
            // Where one part fails, the others are not waited for: a tree made to explode would keep the log busy for hours.
            await ended.CancelAsync().ConfigureAwait(false);
            throw;
        }

        await objectsProcess.FinishAsync(cancellationToken).ConfigureAwait(false);
        return await content.ConfigureAwait(false) with { Tags = refs.Tags, StaleBranches = await branches.ConfigureAwait(false) };
    }

    private static Task<GitHistory> ContentAsync(
        GitDirectory directory, GitProcess process, GitCatFile objects, GitTip tip, Task<IReadOnlyList<GitCommit>> log, CancellationToken cancellationToken) =>
        GuardedAsync(process, async () =>
        {
            var cut = directory.ReadCut();
            var content = new ContentReader(objects, directory.Folder, directory.IsPartial());
            var tipContent = await content.ReadTipAsync(tip.Commit, cancellationToken).ConfigureAwait(false);
            var commits = await log.ConfigureAwait(false);
            return new GitHistory
            {
                Reader = "git",
                Tip = tip,
                Commits = commits,
                Cut = cut,
                TipFiles = tipContent.Files,
                BaseFiles = await content.ReadBaseAsync(tipContent, tip, commits, cut, cancellationToken).ConfigureAwait(false),
                Texts = content.Texts,
            };
        });

    private static Task<IReadOnlyList<GitCommit>> LogAsync(GitProcess process, CancellationToken cancellationToken) =>
        GuardedAsync(process, async () =>
        {
            var commits = await GitLogParser.ParseAsync(process.Output, cancellationToken).ConfigureAwait(false);
            await process.FinishAsync(cancellationToken).ConfigureAwait(false);
            return commits;
        });

    private async Task<GitRefs> RefsAsync(GitDirectory directory, GitTip? head, CancellationToken cancellationToken)
    {
        await using var process = git.Start(directory, "for-each-ref", $"--format={GitRefParser.Format}", GitRefs.Local, GitRefs.TagPrefix, GitRefs.Remote);
        return await GuardedAsync(process, async () =>
        {
            var refs = await GitRefParser.ParseAsync(process.Output, head, cancellationToken).ConfigureAwait(false);
            await process.FinishAsync(cancellationToken).ConfigureAwait(false);
            return refs;
        }).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<GitBranch>> StaleAsync(GitDirectory directory, GitRefs refs, GitTip tip, AuditWindow window, CancellationToken cancellationToken)
    {
        var names = refs.StaleNames(tip, window);
        if (names.Count == 0)
        {
            return [];
        }

        await using var process = git.Start(directory, "for-each-ref", $"--merged={tip.Commit}", "--format=%(refname)", GitRefs.Local, GitRefs.Remote);
        return await GuardedAsync(process, async () =>
        {
            var scanner = new ByteScanner(process.Output);
            var merged = new HashSet<string>(StringComparer.Ordinal);
            while (await scanner.ReadUntilAsync((byte)'\n', cancellationToken).ConfigureAwait(false) is { } line)
            {
                merged.Add(Encoding.UTF8.GetString(line.Span));
            }

            await process.FinishAsync(cancellationToken).ConfigureAwait(false);
            var branches = new List<GitBranch>(names.Count);
            foreach (var name in names)
            {
                var branch = refs.Branches[name];
                branches.Add(new GitBranch(branch.Branch, branch.Commit, branch.CommittedAt, merged.Contains(name) || await IsMergedAsync(directory, branch, tip, cancellationToken).ConfigureAwait(false)));
            }

            return branches;
        }).ConfigureAwait(false);
    }

    // --merged finds nearly all in one process, but looks only so far behind dates that run backwards, and then leaves a merged branch out. What it leaves out is asked for by itself.
    private async Task<bool> IsMergedAsync(GitDirectory directory, GitTip branch, GitTip tip, CancellationToken cancellationToken)
    {
        await using var process = git.Start(directory, "merge-base", "--is-ancestor", branch.Commit, tip.Commit);
        return await process.AnswerAsync(cancellationToken).ConfigureAwait(false);
    }

    // Output that breaks off, or a pipe that breaks, means that git gave up: its own words say why.
    private static async Task<T> GuardedAsync<T>(GitProcess process, Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw await process.FailureAsync(e).ConfigureAwait(false);
        }
    }
}
