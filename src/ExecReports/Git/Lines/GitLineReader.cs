namespace ExecReports.Git.Lines;

/// <summary>Reads lines through the git program, one process a file.</summary>
internal sealed class GitLineReader(GitExecutable git) : ILineReader
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<CommittedLine>?> ReadAsync(GitDirectory directory, string commit, string path, CancellationToken cancellationToken)
    {
        // Without --no-textconv a repository's own settings could name a program that git would run on the file; an ignored revision would hide who touched a line.
        await using var process = git.Start(
            directory, "-c", "diff.algorithm=myers", "blame", "--porcelain", "--no-ignore-revs-file", "--no-textconv", "--no-indent-heuristic", "--root", "--encoding=none", "--no-progress", commit, "--", path);
        var lines = await process.ReadAsync(() => GitBlameParser.Parse(process.Output), cancellationToken).ConfigureAwait(false);
        var (code, said) = await process.EndAsync(cancellationToken).ConfigureAwait(false);
        return code == 0 ? lines
            : said.Contains("no such path", StringComparison.Ordinal) ? null
            : throw await process.FailureAsync(null).ConfigureAwait(false);
    }
}
