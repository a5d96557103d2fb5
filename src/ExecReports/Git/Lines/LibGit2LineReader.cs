using System.Text;
using LibGit2Sharp;

namespace ExecReports.Git.Lines;

/// <summary>Reads lines through libgit2, in process.</summary>
internal sealed class LibGit2LineReader : ILineReader
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<CommittedLine>?> ReadAsync(GitDirectory directory, string commit, string path, CancellationToken cancellationToken) => Task.Run(() => Read(directory, commit, path), cancellationToken);

    private static IReadOnlyList<CommittedLine>? Read(GitDirectory directory, string commit, string path)
    {
        LibGit2Reader.LeaveOutSettings();
        try
        {
            using var repository = new Repository(directory.Path);
            var at = repository.Lookup<Commit>(commit) ?? throw new GitAuditException($"{directory.Folder}: the commit {commit} is missing. Run `git fsck` there, and clone it anew.");
            if (at[path]?.Target is not Blob blob)
            {
                return null;
            }

            using var content = blob.GetContentStream();
            using var reader = new StreamReader(content, Encoding.Latin1);
            var text = reader.ReadToEnd();
            var lines = text.Split('\n');
            var result = new CommittedLine[text.EndsWith('\n') || text.Length == 0 ? lines.Length - 1 : lines.Length];
            foreach (var hunk in repository.Blame(path, new BlameOptions { StartingAt = at }))
            {
                var (hash, time) = (hunk.FinalCommit.Sha, hunk.FinalCommit.Committer.When.ToUnixTimeSeconds());
                for (var line = hunk.FinalStartLineNumber; line < hunk.FinalStartLineNumber + hunk.LineCount; line++)
                {
                    result[line] = new CommittedLine(lines[line], hash, time);
                }
            }

            return result;
        }
        catch (LibGit2SharpException broken)
        {
            throw new GitAuditException($"{directory.Folder}: libgit2 could not read who touched {path}: {broken.Message}. Run `git fsck` there, and mend it or clone it anew.", broken);
        }
    }
}
