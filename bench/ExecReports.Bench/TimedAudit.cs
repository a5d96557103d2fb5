using System.Globalization;
using ExecReports.Git;

namespace ExecReports.Bench;

/// <summary>Audits one repository, and says how long each time took and git's own counts.</summary>
internal static class TimedAudit
{
    public static async Task RunAsync(string repository, DateOnly asOf, int times, int days)
    {
        using var auditor = new RepositoryAuditor(RepositoryReader.Git);
        for (var i = 0; i < times; i++)
        {
            var started = TimeProvider.System.GetTimestamp();
            var audit = await auditor.AuditAsync(new GitAuditRequest("measured", repository, asOf, days, 2 * days, TimeZoneInfo.Utc), CancellationToken.None);
            var took = TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{took:0} ms, {audit.Commits} commits, {audit.Merges} merges, {audit.Authors.Count} authors, {audit.FilesTouched} files"));
        }
    }
}
