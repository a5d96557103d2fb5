using System.Globalization;
using ExecReports.Git;
using ExecReports.Portfolio;

namespace ExecReports.Analysis.Engineering;

/// <summary>One criterion of the development cycle, and whether a repository meets it.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Met">Whether it is met; null: it cannot be known, and counts as not met.</param>
/// <param name="Found">What was found, in words.</param>
public sealed record MaturityCriterion(string Name, bool? Met, string Found);

/// <summary>Maturity of one repository.</summary>
/// <param name="Audit">The audit.</param>
/// <param name="Level">1 to 4; null for a repository without a commit in the window.</param>
/// <param name="Criteria">The criteria.</param>
public sealed record RepositoryMaturity(GitAudit Audit, int? Level, IReadOnlyList<MaturityCriterion> Criteria)
{
    /// <summary>Criteria that are met.</summary>
    public int Met => Criteria.Count(criterion => criterion.Met == true);
}

/// <summary>Maturity of an entity's development cycle.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Level">The lowest level of its repositories with commits in the window; null where none has.</param>
/// <param name="Why">Why, in a sentence: what is not met, or why there is no level.</param>
/// <param name="Repositories">Its repositories.</param>
public sealed record EntityMaturity(Handoff Entity, int? Level, string Why, IReadOnlyList<RepositoryMaturity> Repositories)
{
    /// <summary>The level in words.</summary>
    public string Title => Level is { } level ? $"{level.ToString(CultureInfo.InvariantCulture)} {Maturity.Names[level - 1]}" : "not known";
}

/// <summary>
/// Dev-cycle maturity by stated thresholds. Eight criteria per repository, over the audit's window: commits in at least half of its weeks; at least half of the commits reviewed; tests;
/// CI; at least one release per 30 days; median lead time at most 14 days; bus factor at least 2; no stale branch that is not merged. Level 1 (ad hoc): 0–2 met; 2 (repeatable): 3–4;
/// 3 (defined): 5–6; 4 (managed): 7–8. What cannot be known counts as not met, and is said. An entity has the lowest level of its repositories that had a commit in the window.
/// </summary>
public static class Maturity
{
    /// <summary>The levels' names, from 1.</summary>
    public static readonly IReadOnlyList<string> Names = ["ad hoc", "repeatable", "defined", "managed"];

    /// <summary>Median days from commit to release up to which lead time is short.</summary>
    public const decimal ShortLeadDays = 14;

    /// <summary>Maturity of each entity that names a repository.</summary>
    public static IReadOnlyList<EntityMaturity> Of(PortfolioFacts facts) =>
        [.. facts.Handoffs.Where(entity => entity.Repositories.Count > 0)
            .Select(entity => OfEntity(entity, [.. facts.Audits.Where(audit => audit.Entity == entity.Id).Select(audit => OfRepository(audit.Audit))]))];

    /// <summary>Maturity of a repository.</summary>
    public static RepositoryMaturity OfRepository(GitAudit audit)
    {
        var activeWeeks = audit.Weeks.Count(week => week.Commits > 0);
        var releases = ReleasesInWindow(audit);
        var days = Math.Max(1, audit.Until.DayNumber - audit.Since.DayNumber);
        var unmerged = audit.StaleBranches.Count(branch => !branch.Merged);
        IReadOnlyList<MaturityCriterion> criteria =
        [
            new("Commits in at least half of the weeks", activeWeeks * 2 >= audit.Weeks.Count && activeWeeks > 0, $"{Text(activeWeeks)} of {Text(audit.Weeks.Count)} weeks"),
            new("At least half of the commits reviewed", audit.ReviewedShare is { } share ? share >= 0.5m : null,
                audit.ReviewedShare is { } reviewed ? $"{Text(Math.Round(reviewed * 100, 0, MidpointRounding.AwayFromZero))}% reviewed" : "review not known"),
            new("Tests", audit.HasTests, audit.HasTests ? "tests" : "no tests"),
            new("CI", audit.CiFiles.Count > 0, audit.CiFiles.Count > 0 ? string.Join(", ", audit.CiFiles) : "no CI"),
            new("A release per 30 days", releases * 30 >= days, Text(releases) + (releases == 1 ? " release" : " releases")),
            new("Lead time of at most 14 days", audit.LeadTimeDays is { } lead ? lead <= ShortLeadDays : null,
                audit.LeadTimeDays is { } median ? $"lead time {Text(median)} days" : "lead time not known"),
            new("Bus factor of at least 2", audit.BusFactor is { } factor ? factor >= 2 : null, audit.BusFactor is { } people ? $"bus factor {Text(people)}" : "bus factor not known"),
            new("No stale branch left unmerged", unmerged == 0, unmerged == 0 ? "no stale branch unmerged" : $"{Text(unmerged)} stale {(unmerged == 1 ? "branch" : "branches")} unmerged"),
        ];
        var met = criteria.Count(criterion => criterion.Met == true);
        return new RepositoryMaturity(audit, audit.Commits + audit.Merges == 0 ? null : LevelOf(met), criteria);
    }

    /// <summary>Releases whose day lies in the audit's window.</summary>
    public static int ReleasesInWindow(GitAudit audit) => audit.Releases.Count(release => release.On >= audit.Since && release.On <= audit.Until);

    /// <summary>The level for a number of criteria met.</summary>
    public static int LevelOf(int met) => met switch { <= 2 => 1, <= 4 => 2, <= 6 => 3, _ => 4 };

    static EntityMaturity OfEntity(Handoff entity, IReadOnlyList<RepositoryMaturity> repositories)
    {
        var weakest = repositories.Where(one => one.Level is not null).MinBy(one => (one.Level, one.Met));
        if (weakest is null)
            return new EntityMaturity(entity, null, repositories.Count == 0 ? "none of its repositories could be read" : "no commit in the window", repositories);
        var lacking = weakest.Criteria.Where(criterion => criterion.Met != true).Select(criterion => criterion.Found).ToList();
        var where = repositories.Count > 1 ? $"{weakest.Audit.Repository}: " : "";
        return new EntityMaturity(entity, weakest.Level, where + $"{Text(weakest.Met)} of 8 criteria met"
            + (lacking.Count == 0 ? "" : "; lacking: " + string.Join(", ", lacking)), repositories);
    }

    static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
