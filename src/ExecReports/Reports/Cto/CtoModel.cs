using ExecReports.Analysis;
using ExecReports.Analysis.Engineering;
using ExecReports.Git;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Reports.Cto;

/// <summary>What the CTO report shows.</summary>
public sealed record CtoModel
{
    /// <summary>Layers × entities.</summary>
    public required Stack Stack { get; init; }
    /// <summary>Versions out of support or about to be, soonest end first.</summary>
    public required IReadOnlyList<SupportLine> Ending { get; init; }
    /// <summary>Versions that the end-of-support table does not know.</summary>
    public required int VersionsNotKnown { get; init; }
    /// <summary>Stack rows with a remark.</summary>
    public required IReadOnlyList<StackRemark> StackRemarks { get; init; }
    /// <summary>Deployments as the handoffs have them.</summary>
    public required IReadOnlyList<DeploymentLine> Deployments { get; init; }
    /// <summary>Open security gaps.</summary>
    public required IReadOnlyList<SecurityLine> Security { get; init; }
    /// <summary>Items that the handoffs call closed.</summary>
    public required IReadOnlyList<ClosedSecurityItem> ClosedSecurity { get; init; }
    /// <summary>Counts by entity and origin.</summary>
    public required IReadOnlyList<SecurityCount> SecurityCounts { get; init; }
    /// <summary>Savings.</summary>
    public required IReadOnlyList<Saving> Savings { get; init; }
    /// <summary>Sum of those that count, per month.</summary>
    public required Total SavingsPerMonth { get; init; }
    /// <summary>Resources, dearest first.</summary>
    public required IReadOnlyList<ResourceLine> Resources { get; init; }
    /// <summary>Cost of all resources per month; unknown ones apart.</summary>
    public required Total ResourceCost { get; init; }
    /// <summary>Where prices come from.</summary>
    public required IReadOnlyList<string> PriceSources { get; init; }
    /// <summary>UX deficits, open ones by severity, then closed ones.</summary>
    public required IReadOnlyList<UxLine> Ux { get; init; }
    /// <summary>Maturity per entity.</summary>
    public required IReadOnlyList<EntityMaturity> Maturity { get; init; }
    /// <summary>Repositories.</summary>
    public required IReadOnlyList<RepositoryLine> Repositories { get; init; }
    /// <summary>Folders with files unchanged for a year beside files that change often, most often changed first.</summary>
    public IReadOnlyList<UnchangedLine> Unchanged =>
        [.. Repositories.SelectMany(line => (line.Audit.UnchangedBesideHot ?? []).Select(beside => new UnchangedLine(line.Audit.Repository, beside))).OrderByDescending(line => line.Beside.Hot.Sum(file => file.Commits))];
    /// <summary>Repositories of which it is not known what they held a year ago.</summary>
    public IReadOnlyList<string> YearUnknown => [.. Repositories.Where(line => line.Audit is { Empty: false, UnchangedBesideHot: null }).Select(line => line.Audit.Repository)];
    /// <summary>Commits by week over all repositories, oldest first.</summary>
    public required IReadOnlyList<CadenceWeek> Cadence { get; init; }
    /// <summary>Days of the git window.</summary>
    public required int WindowDays { get; init; }
}

/// <summary>A version out of support, or about to be.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Layer">The layer of its stack, such as runtime.</param>
/// <param name="Entry">The technology with its version.</param>
public sealed record SupportLine(Handoff Entity, string Layer, StackEntry Entry)
{
    /// <summary>Whether support has ended.</summary>
    public bool HasEnded => Entry.Support.HasEnded;
}

/// <summary>A row of the tech stack with a remark.</summary>
public sealed record StackRemark(Handoff Entity, StackItem Row);

/// <summary>A deployment of an entity.</summary>
public sealed record DeploymentLine(Handoff Entity, DeploymentItem Row);

/// <summary>An open security gap and its severity in words.</summary>
/// <param name="Place">Its place among the open ones, from 1.</param>
/// <param name="Gap">The gap.</param>
/// <param name="Severity">Its severity in a word.</param>
/// <param name="Found">Where it was found, in words: handoff, inventory with the rule, files with the rule.</param>
public sealed record SecurityLine(int Place, SecurityGap Gap, string Severity, string Found);

/// <summary>A security item that a handoff calls closed.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Row">The handoff's row.</param>
/// <param name="Severity">Its severity in a word.</param>
public sealed record ClosedSecurityItem(Handoff Entity, SecurityItem Row, string Severity);

/// <summary>Open security gaps of an entity ("no entity" where the resource is nobody's).</summary>
/// <param name="Entity">The entity's name.</param>
/// <param name="Listed">Gaps that the handoff alone names.</param>
/// <param name="Inventory">Gaps that the inventory alone shows.</param>
/// <param name="Both">Gaps that both have.</param>
/// <param name="Files">Secrets in files of repositories.</param>
public sealed record SecurityCount(string Entity, int Listed, int Inventory, int Both, int Files)
{
    /// <summary>All of them.</summary>
    public int All => Listed + Inventory + Both + Files;
}

/// <summary>A resource, its use and the rule that makes it a saving, if one does.</summary>
/// <param name="Use">The resource and its use.</param>
/// <param name="Rule">The rule that makes it a saving; null: none does.</param>
public sealed record ResourceLine(ResourceUseLine Use, string? Rule);

/// <summary>A UX deficit of an entity.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Row">The handoff's row.</param>
/// <param name="Severity">Its severity in a word.</param>
public sealed record UxLine(Handoff Entity, UxDeficit Row, string Severity)
{
    /// <summary>Whether it is still open.</summary>
    public bool IsOpen => Row.State is WorkState.Open or WorkState.Unknown;
}

/// <summary>A repository's facts.</summary>
/// <param name="Entity">The entity's name.</param>
/// <param name="Audit">What git says of it.</param>
/// <param name="Maturity">Its level, and why.</param>
public sealed record RepositoryLine(string Entity, GitAudit Audit, RepositoryMaturity Maturity)
{
    /// <summary>Releases in the window.</summary>
    public int Releases => Analysis.Engineering.Maturity.ReleasesInWindow(Audit);
    /// <summary>Share of the window's commits that are reverts or fixes; null without commits.</summary>
    public decimal? FixShare => Audit.Commits > 0 ? (decimal)Audit.FixCommits / Audit.Commits : null;
    /// <summary>Change of TODO, FIXME and HACK marks over the window; null where either end is not known.</summary>
    public int? DebtChange => Audit.DebtMarks - Audit.DebtMarksBefore;
    /// <summary>Stale branches that are not merged.</summary>
    public IReadOnlyList<StaleBranch> Unmerged => [.. Audit.StaleBranches.Where(branch => !branch.Merged)];
    /// <summary>Stale branches that are merged: they can be deleted.</summary>
    public IReadOnlyList<StaleBranch> Merged => [.. Audit.StaleBranches.Where(branch => branch.Merged)];
    /// <summary>Most commits of a week.</summary>
    public int BusiestWeek => Audit.Weeks.Count == 0 ? 0 : Audit.Weeks.Max(week => week.Commits);
}

/// <summary>A repository's folder with files unchanged for a year beside files that change often.</summary>
/// <param name="Repository">The repository's name.</param>
/// <param name="Beside">The folder and its files.</param>
public sealed record UnchangedLine(string Repository, UnchangedBeside Beside);

/// <summary>Commits of a week over all repositories.</summary>
/// <param name="Monday">The week's first day.</param>
/// <param name="Commits">Commits by people in it.</param>
public sealed record CadenceWeek(DateOnly Monday, int Commits);
