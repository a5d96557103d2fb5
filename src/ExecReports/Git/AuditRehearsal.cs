using System.Globalization;

namespace ExecReports.Git;

/// <summary>
/// Goes once through the auditor with a made-up history while git still reads the first one. Otherwise a process's first audit compiles its way through the figures when git has ended, and takes a tenth longer.
/// </summary>
internal static class AuditRehearsal
{
    private static readonly Lazy<Task> _done = new(() => Task.Run(() => GitAuditor.Audit("rehearsal", History(), Window())));

    /// <summary>Begins it, where no audit of this process has; who has read a history waits for its end.</summary>
    public static Task DoneAsync() => _done.Value;

    private static AuditWindow Window() => AuditWindow.Of(new GitAuditRequest("rehearsal", "", new DateOnly(2000, 6, 1), 90, 90, TimeZoneInfo.Utc));

    private static GitHistory History()
    {
        var at = new DateTimeOffset(2000, 5, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        var hashes = Enumerable.Range(0, 40).Select(number => number.ToString("x40", CultureInfo.InvariantCulture)).ToList();
        var files = hashes.Select(hash => new GitFile($"src/{hash}.cs", hash, GitFileKind.File)).ToList();
        return new GitHistory
        {
            Reader = "rehearsal",
            Tip = new GitTip("main", hashes[0], at),
            Commits = [.. hashes.Select((hash, i) => new GitCommit(hash, [.. hashes.Skip(i + 1).Take(i % 9 == 0 ? 2 : 1)], $"Author {i % 3}", "author@example.com", at - i, i % 4 == 0, i % 5 == 0, [files[0].Path, files[i].Path]))],
            Tags = [new GitTag("v2", hashes[0], at), new GitTag("v1", hashes[20], at - 20)],
            StaleBranches = [new GitBranch("old", hashes[30], at - 30, true), new GitBranch("older", hashes[31], at - 31, false)],
            TipFiles = files,
            BaseFiles = files,
            YearAgoFiles = files,
            Facts = hashes.ToDictionary(hash => hash, TextFacts? (_) => new TextFacts(1, [(1, "key")]), StringComparer.Ordinal),
        };
    }
}
