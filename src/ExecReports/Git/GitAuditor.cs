using System.Text;

namespace ExecReports.Git;

/// <summary>Makes the audit of what a reader found. Pure: the same history and window give the same audit, whichever reader found it.</summary>
internal static class GitAuditor
{
    private const int ReleasesShown = 50;
    private const string NoName = "unknown";

    /// <summary>The audit of <paramref name="history"/> in <paramref name="window"/>; <paramref name="repository"/> is its name in the audit.</summary>
    public static GitAudit Audit(string repository, GitHistory history, AuditWindow window)
    {
        var audit = new GitAudit { Repository = repository, Reader = history.Reader, Since = window.Since, Until = window.Until, Empty = history.Tip is null };
        if (history.Tip is not { } tip)
        {
            return audit;
        }

        var commits = history.Commits.Where(commit => window.Holds(commit.CommittedAt)).ToList();
        var mailmap = MailmapOf(history);
        var single = commits.Where(commit => !commit.IsMerge).ToList();
        var authors = single.ToDictionary(commit => commit.Hash, commit => mailmap.Resolve(commit.AuthorName, commit.AuthorEmail), StringComparer.Ordinal);
        var byPeople = single.Where(commit => !IsBot(authors[commit.Hash])).ToList();
        var byAuthor = byPeople.CountBy(commit => NameOf(authors[commit.Hash].Name), StringComparer.Ordinal)
            .Select(author => new AuthorActivity(author.Key, author.Value))
            .OrderByDescending(author => author.Commits).ThenBy(author => author.Name, StringComparer.Ordinal).ToList();
        var fixes = byPeople.Where(commit => commit.IsFix).ToList();
        var merges = commits.Count - single.Count;

        var changes = HotPaths.Changes(single, history.Cut, window).ToList();
        var touched = HotPaths.Touched(changes);
        var hottest = HotPaths.Hottest(touched);
        return audit with
        {
            DefaultBranch = tip.Branch,
            Head = tip.Commit,
            LastCommitAt = window.InstantOf(commits.Count == 0 ? tip.CommittedAt : commits.Max(commit => commit.CommittedAt)),
            Truncated = history.Commits.Any(commit => history.Cut.Contains(commit.Hash)),
            Commits = byPeople.Count,
            Merges = merges,
            BotCommits = single.Count - byPeople.Count,
            Authors = byAuthor,
            FilesTouched = touched.Count,
            HotFiles = hottest,
            UnchangedBesideHot = history.YearAgoFiles is null ? null : HotPaths.Unchanged(hottest, history.TipFiles, history.YearAgoFiles),
            Weeks = WeeksOf(byPeople, window),
            Areas = AreasOf(changes, window),
            Releases = [.. history.Tags.Where(tag => tag.At <= window.UntilSeconds).OrderByDescending(tag => tag.At).ThenBy(tag => tag.Name, StringComparer.Ordinal)
                .Take(ReleasesShown).Select(tag => new Release(tag.Name, window.DayOf(tag.At), tag.Commit))],
            StaleBranches = [.. history.StaleBranches.OrderBy(branch => branch.CommittedAt).ThenBy(branch => branch.Name, StringComparer.Ordinal)
                .Select(branch => new StaleBranch(branch.Name, window.DayOf(branch.CommittedAt), branch.Merged))],
            FixCommits = fixes.Count,
            ReleasesFixedSoon = ReleaseFlow.FixedSoon(fixes, history.Tags, window),
            LeadTimeDays = ReleaseFlow.LeadTimeDays(history.Commits, history.Tags, window),
            ReviewedShare = commits.Count == 0 ? null : (decimal)(merges + single.Count(commit => commit.IsReviewed)) / commits.Count,
            BusFactor = BusFactorOf(byAuthor, byPeople.Count),
            HasTests = history.TipFiles.Any(file => TreeMarks.IsTest(file.Path)),
            CiFiles = PathsOf(history, TreeMarks.IsCi),
            LockFiles = PathsOf(history, TreeMarks.IsLock),
            Files = history.TipFiles.Count(file => file.Kind != GitFileKind.Submodule),
            DebtMarks = DebtOf(history.TipFiles, history.Facts),
            DebtMarksBefore = history.BaseFiles is null ? null : DebtOf(history.BaseFiles, history.Facts),
            Runtimes = RuntimesOf(history),
            Secrets = SecretsOf(history.TipFiles, history.Facts),
        };
    }

    /// <summary>Fewest authors (most commits first) who together wrote at least half of the commits; null without commits.</summary>
    internal static int? BusFactorOf(IReadOnlyList<AuthorActivity> authors, int commits)
    {
        var written = 0;
        for (var i = 0; i < authors.Count; i++)
        {
            written += authors[i].Commits;
            if (written * 2 >= commits)
            {
                return i + 1;
            }
        }

        return null;
    }

    private static Mailmap MailmapOf(GitHistory history)
    {
        var file = history.TipFiles.FirstOrDefault(file => file is { Path: Mailmap.Path, Kind: GitFileKind.File });
        return Mailmap.Parse(file is not null && history.Texts.GetValueOrDefault(file.Id) is { } text ? Encoding.UTF8.GetString(text) : "");
    }

    // "dependabot[bot]", or an address such as "1234+dependabot[bot]@users.example.com".
    private static bool IsBot((string Name, string Email) author) =>
        author.Name.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase) || author.Email.Contains("[bot]@", StringComparison.OrdinalIgnoreCase);

    // Some people's git name is their address: an audit holds no addresses.
    private static string NameOf(string name)
    {
        var at = name.IndexOf('@');
        var shown = (at < 0 ? name : name[..at]).Trim();
        return shown.Length == 0 ? NoName : shown;
    }

    private static List<WeekActivity> WeeksOf(IEnumerable<GitCommit> commits, AuditWindow window)
    {
        var first = MondayOf(window.Since);
        var counts = new int[WeekOf(window.Until) + 1];
        foreach (var commit in commits)
        {
            counts[WeekOf(window.DayOf(commit.CommittedAt))]++;
        }

        return [.. counts.Select((count, week) => new WeekActivity(first.AddDays(7 * week), count))];

        int WeekOf(DateOnly day) => (day.DayNumber - first.DayNumber) / 7;
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static List<AreaActivity> AreasOf(IEnumerable<GitCommit> commits, AuditWindow window)
    {
        var areas = new Dictionary<string, Area>(StringComparer.Ordinal);
        var byPath = new Dictionary<string, Area>(StringComparer.Ordinal);
        var touched = new HashSet<Area>();
        foreach (var commit in commits)
        {
            touched.Clear();
            touched.UnionWith(commit.Paths.Select(AreaAt));
            foreach (var area in touched)
            {
                area.Last = Math.Max(area.Last, commit.CommittedAt);
                area.Commits++;
            }
        }

        return [.. areas.Values.Select(area => new AreaActivity(area.Name, window.DayOf(area.Last), area.Commits))
            .OrderByDescending(area => area.LastChange.DayNumber).ThenBy(area => area.Area, StringComparer.Ordinal)];

        // The same paths come in thousands of commits: each is cut once.
        Area AreaAt(string path)
        {
            if (!byPath.TryGetValue(path, out var area))
            {
                var name = path.IndexOf('/') is var slash and >= 0 ? path[..slash] : ".";
                byPath[path] = area = areas.TryGetValue(name, out var known) ? known : areas[name] = new Area(name);
            }

            return area;
        }
    }

    private static List<string> PathsOf(GitHistory history, Func<string, bool> wanted) =>
        [.. history.TipFiles.Where(file => file.Kind == GitFileKind.File).Select(file => file.Path).Where(wanted).Order(StringComparer.Ordinal)];

    // Unknown as soon as one file was not read; files above the limit of size count none.
    private static int? DebtOf(IEnumerable<GitFile> files, IReadOnlyDictionary<string, TextFacts?> facts)
    {
        var marks = 0;
        foreach (var file in files.Where(file => file.Kind == GitFileKind.File))
        {
            if (!facts.TryGetValue(file.Id, out var text))
            {
                return null;
            }

            marks += text?.DebtMarks ?? 0;
        }

        return marks;
    }

    private static List<PinnedRuntime> RuntimesOf(GitHistory history)
    {
        var pins = new List<PinnedRuntime>();
        foreach (var file in history.TipFiles.Where(file => file.Kind == GitFileKind.File && RuntimePins.Reads(file.Path)))
        {
            if (history.Texts.GetValueOrDefault(file.Id) is { } text)
            {
                pins.AddRange(RuntimePins.Find(file.Path, Encoding.UTF8.GetString(text).TrimStart('\uFEFF')));
            }
        }

        return [.. pins.OrderBy(pin => pin.Path, StringComparer.Ordinal)];
    }

    private static List<SuspectedSecret> SecretsOf(IEnumerable<GitFile> files, IReadOnlyDictionary<string, TextFacts?> facts) =>
        [.. files.Where(file => file.Kind == GitFileKind.File)
            .SelectMany(file => (facts.GetValueOrDefault(file.Id)?.Secrets ?? []).Select(secret => new SuspectedSecret(file.Path, secret.Line, secret.Kind)))
            .OrderBy(secret => secret.Path, StringComparer.Ordinal).ThenBy(secret => secret.Line).ThenBy(secret => secret.Kind, StringComparer.Ordinal)];

    /// <summary>A folder at the top of the tree while commits are counted.</summary>
    private sealed class Area(string name)
    {
        public string Name => name;

        public long Last { get; set; }

        public int Commits { get; set; }
    }
}
