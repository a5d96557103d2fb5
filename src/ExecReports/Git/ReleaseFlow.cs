namespace ExecReports.Git;

/// <summary>How commits reach releases.</summary>
internal static class ReleaseFlow
{
    private const decimal SecondsOfDay = 86_400;
    private const long Soon = 3 * 86_400;

    /// <summary>
    /// Median days, to one decimal, from the committer date of a non-merge commit of the window to the first release (tag) that holds it; commits in no release yet are left out.
    /// Known as far as tags stand on commits of the window; null without any such commit. A tag that claims to be older than its commit counts as 0 days.
    /// </summary>
    public static decimal? LeadTimeDays(IReadOnlyList<GitCommit> all, IEnumerable<GitTag> tags, AuditWindow window)
    {
        var byHash = all.ToDictionary(commit => commit.Hash, StringComparer.Ordinal);
        var released = new HashSet<string>(StringComparer.Ordinal);
        var seconds = new List<long>();
        var open = new Stack<string>();
        foreach (var tag in tags.Where(tag => tag.At <= window.UntilSeconds).OrderBy(tag => tag.At).ThenBy(tag => tag.Name, StringComparer.Ordinal))
        {
            open.Push(tag.Commit);
            while (open.TryPop(out var hash))
            {
                if (!byHash.TryGetValue(hash, out var commit) || !released.Add(hash))
                {
                    continue;
                }

                if (!commit.IsMerge && window.Holds(commit.CommittedAt))
                {
                    seconds.Add(Math.Max(0, tag.At - commit.CommittedAt));
                }

                foreach (var parent in commit.Parents)
                {
                    open.Push(parent);
                }
            }
        }

        if (seconds.Count == 0)
        {
            return null;
        }

        seconds.Sort();
        var median = ((decimal)seconds[(seconds.Count - 1) / 2] + seconds[seconds.Count / 2]) / 2;
        return Math.Round(median / SecondsOfDay, 1, MidpointRounding.AwayFromZero);
    }

    /// <summary>Tags of the window after which, within three days, a commit by a person says that it fixes or reverts.</summary>
    public static int FixedSoon(IEnumerable<GitCommit> fixes, IEnumerable<GitTag> tags, AuditWindow window)
    {
        var dates = fixes.Select(fix => fix.CommittedAt).ToList();
        dates.Sort();
        return tags.Count(tag =>
        {
            if (!window.Holds(tag.At))
            {
                return false;
            }

            var next = dates.BinarySearch(tag.At + 1);
            next = next < 0 ? ~next : next;
            return next < dates.Count && dates[next] <= tag.At + Soon;
        });
    }
}
