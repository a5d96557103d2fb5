using ExecReports.Analysis;
using ExecReports.Analysis.Engineering;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports.Cto;

/// <summary>The CTO report: stack, security, what resources cost and do, savings, UX, and the development cycle.</summary>
public sealed class CtoReport : IReportBuilder
{
    /// <inheritdoc/>
    public string Id => "cto";

    /// <inheritdoc/>
    public ReportContent Build(PortfolioFacts facts, Handoff? entity)
    {
        var owners = ResourceOwners.Of(facts);
        var stack = StackMatrix.Of(facts, owners);
        var security = SecurityGaps.Of(facts);
        var savings = Savings.Of(facts);
        var model = new CtoModel
        {
            Stack = stack,
            Ending = [.. stack.Entries.Where(one => one.Entry.Support.State is SupportState.Ended or SupportState.EndsSoon)
                .Select(one => new SupportLine(one.Entity, one.Layer, one.Entry)).OrderBy(line => line.Entry.Support.Ends)],
            VersionsNotKnown = stack.Entries.Count(one => one.Entry.Support.State == SupportState.NotKnown && (one.Entry.Version is not null || one.Layer == StackMatrix.LambdaLayer)),
            StackRemarks = [.. facts.Handoffs.SelectMany(one => one.TechStack.Where(row => row.Remark.Length > 0).Select(row => new StackRemark(one, row)))],
            Deployments = [.. facts.Handoffs.SelectMany(one => one.Deployment.Select(row => new DeploymentLine(one, row)))],
            Security = [.. security.Select((gap, index) => new SecurityLine(index + 1, gap, UrgencyWords.Of(gap.Severity, gap.Row?.Severity == gap.Severity ? gap.Row?.SeverityAsWritten : null), Found(gap)))],
            ClosedSecurity = [.. facts.Handoffs.SelectMany(one => one.Security.Where(row => row.State is WorkState.Done or WorkState.Cancelled)
                .Select(row => new ClosedSecurityItem(one, row, UrgencyWords.Of(row.Severity, row.SeverityAsWritten))))],
            SecurityCounts = [.. security.GroupBy(gap => gap.Entity?.Name ?? "no entity").Select(group => new SecurityCount(group.Key, Count(group, SecurityOrigin.Handoff),
                Count(group, SecurityOrigin.Inventory), Count(group, SecurityOrigin.Both), Count(group, SecurityOrigin.Files)))],
            Savings = savings,
            SavingsPerMonth = Savings.Sum(savings),
            Resources = [.. ResourceUse.Of(owners).Select(use => new ResourceLine(use, savings.FirstOrDefault(saving => saving.Source == use.Owned.Source) is { } saving
                ? saving.Counted ? saving.Rule : saving.Rule + ", not counted" : null))],
            ResourceCost = Total.Sum(owners.All.Select(one => one.Resource.CostPerMonth is { } cost ? Bounds.Of(cost) : (Bounds?)null)),
            PriceSources = [.. facts.Inventory.Select(snapshot => snapshot.PriceSource).OfType<string>().Distinct()],
            Ux = [.. facts.Handoffs.SelectMany(one => one.Ux.Select(row => new UxLine(one, row, UrgencyWords.Of(row.Severity, row.SeverityAsWritten))))
                .OrderByDescending(line => line.IsOpen).ThenByDescending(line => line.Row.Severity.HasValue).ThenByDescending(line => line.Row.Severity)],
            Maturity = Maturity.Of(facts),
            Repositories = [.. facts.Audits.Select(audit => new RepositoryLine(facts.Handoffs.FirstOrDefault(one => one.Id == audit.Entity)?.Name ?? audit.Entity, audit.Audit, Maturity.OfRepository(audit.Audit)))],
            Cadence = [.. facts.Audits.SelectMany(audit => audit.Audit.Weeks).GroupBy(week => week.Monday).OrderBy(group => group.Key).Select(group => new CadenceWeek(group.Key, group.Sum(week => week.Commits)))],
            WindowDays = facts.Thresholds.GitWindowDays,
        };
        return new ReportContent
        {
            Title = facts.Settings.Titles.GetValueOrDefault(Id, "CTO report"),
            Summary = CtoSummary.Of(model, facts.Settings.Currency),
            Figures = LookedThrough.Complete(CtoFigures.Of(facts, model), facts, null, SourceKinds.Handoffs | SourceKinds.Inventory | SourceKinds.Git),
            Charts = CtoCharts.Of(model, facts.Settings.Currency),
            Gaps = [.. ReportGaps.Of(facts, null, SourceKinds.Handoffs | SourceKinds.Inventory | SourceKinds.Git), .. Missing(facts, owners, model)],
            Sources =
            [
                .. ReportSources.Of(facts, null, SourceKinds.Handoffs | SourceKinds.Inventory | SourceKinds.Git),
                new SourceUse("Table", "End of support, built into the product, edition of " + Formats.Date(EndOfSupport.Edition), new DateTimeOffset(EndOfSupport.Edition, TimeOnly.MinValue, TimeSpan.Zero)),
            ],
            Model = model,
        };
    }

    static int Count(IEnumerable<SecurityGap> gaps, SecurityOrigin origin) => gaps.Count(gap => gap.Origin == origin);

    static string Found(SecurityGap gap) => gap.Origin switch
    {
        SecurityOrigin.Handoff => gap.StateUnknown ? "handoff, state unknown" : "handoff",
        SecurityOrigin.Both => "handoff and inventory: " + gap.Rule,
        SecurityOrigin.Inventory => "inventory: " + gap.Rule,
        _ => "files: " + gap.Rule,
    };

    static IEnumerable<DataGap> Missing(PortfolioFacts facts, ResourceOwnership owners, CtoModel model)
    {
        foreach (var clash in owners.Clashes)
            yield return new DataGap(clash.Source, clash.Reason);
        if (facts.Inventory.Count == 0)
            yield return new DataGap("inventory", "There is no AWS inventory: resources, their use and their cost are unknown.");
        foreach (var line in model.Resources.Where(line => line.Use.Used is null))
            yield return new DataGap(line.Use.Owned.Title, "It has no metric of use in the last 30 days; whether it is used is unknown.");
        foreach (var entity in facts.Handoffs.Where(one => one.Repositories.Count == 0))
            yield return new DataGap(entity.File, $"{entity.Name} names no repository; its development cycle is unknown.");
        if (model.VersionsNotKnown > 0)
            yield return new DataGap("End of support", $"{Formats.Count(model.VersionsNotKnown, "version is", "versions are")} not in the table; {Wording.Plural(model.VersionsNotKnown, "its", "their")} support is not known.");
    }
}
