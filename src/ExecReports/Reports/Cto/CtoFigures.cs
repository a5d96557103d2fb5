using ExecReports.Analysis;
using ExecReports.Analysis.Engineering;
using ExecReports.Portfolio;

namespace ExecReports.Reports.Cto;

/// <summary>The CTO report's figures.</summary>
internal static class CtoFigures
{
    const string SecurityFormula = "Open gaps, one per finding and resource: items of the handoffs that are not closed, rules over the inventory, secrets in files; an item that names a resource and the finding on it are one.";

    /// <summary>All figures, tiles first.</summary>
    public static IReadOnlyList<Figure> Of(PortfolioFacts facts, CtoModel model)
    {
        var counted = model.Savings.Where(saving => saving.Counted).ToList();
        var figures = new List<Figure>
        {
            FigureOf.Count("security.gaps", "Open security gaps", model.Security.Count, SecurityFormula, model.Security.SelectMany(Gap)) with { Kpi = true, Better = Better.Lower },
            FigureOf.Sum("savings", "Possible savings", FigureUnit.MoneyPerMonth, model.SavingsPerMonth,
                "Column Saving of Costs, plus the cost of resources that were not used in the last 30 days and cost at least the threshold; unknown amounts are counted apart.",
                counted.Select(Saved), noneIsZero: true) with { Kpi = true },
            FigureOf.Sum("savings.costs", "Possible savings that handoffs name", FigureUnit.MoneyPerMonth, Savings.Sum(counted.Where(saving => saving.Rule != Savings.IdleRule)),
                "Column Saving of Costs; unknown amounts are counted apart.", counted.Where(saving => saving.Rule != Savings.IdleRule).Select(Saved), noneIsZero: true),
            FigureOf.Sum("savings.idle", "Possible savings on resources not used", FigureUnit.MoneyPerMonth, Savings.Sum(counted.Where(saving => saving.Rule == Savings.IdleRule)),
                "Cost of resources that were not used in the last 30 days, from the threshold on.", counted.Where(saving => saving.Rule == Savings.IdleRule).Select(Saved), noneIsZero: true),
            FigureOf.Count("support.ended", "Versions out of support", model.Ending.Count(line => line.HasEnded), "Versions of the stack, of functions and of repositories whose support has ended, by the built-in table.",
                model.Ending.Where(line => line.HasEnded).SelectMany(line => Ends(facts, line))) with { Unknown = model.VersionsNotKnown, Kpi = true, Better = Better.Lower },
            FigureOf.Count("support.soon", "Versions out of support soon", model.Ending.Count(line => !line.HasEnded), "Versions whose support ends within the threshold's days.",
                model.Ending.Where(line => !line.HasEnded).SelectMany(line => Ends(facts, line))) with { Better = Better.Lower },
            FigureOf.Sum("aws.cost", "AWS resources", FigureUnit.MoneyPerMonth, model.ResourceCost, "Sum of the resources' cost per month, USD; unknown ones are counted apart.",
                model.Resources.Select(line => FigureOf.Record(line.Use.Owned.Title, line.Use.Owned.Source, line.Use.Owned.Resource.CostPerMonth is { } cost ? (Bounds.Of(cost), FigureUnit.MoneyPerMonth) : null))) with { Kpi = model.Resources.Count > 0, Better = Better.Lower },
            FigureOf.Count("ux.open", "Open UX deficits", model.Ux.Count(line => line.IsOpen), "UX deficits that are not closed.",
                FigureOf.Rows(model.Ux.Where(line => line.IsOpen).Select(line => line.Row), row => row.SeverityAsWritten)) with { Kpi = true, Better = Better.Lower },
        };
        figures.AddRange(model.SecurityCounts.Select(count => FigureOf.Count($"security.gaps:{IdOf(facts, count.Entity)}", $"Open security gaps, {count.Entity}", count.All, SecurityFormula,
            model.Security.Where(line => (line.Gap.Entity?.Name ?? "no entity") == count.Entity).SelectMany(Gap)) with { Entity = IdOf(facts, count.Entity), Better = Better.Lower }));
        figures.AddRange(model.Maturity.Select(one => FigureOf.Range($"maturity:{one.Entity.Id}", $"Dev-cycle maturity, {one.Entity.Name}", FigureUnit.Number,
            one.Level is { } level ? Bounds.Of(level) : null, "Lowest level (1 to 4) of the entity's repositories; a level for each two of eight criteria met, the first for up to two.",
            one.Repositories.Select(repository => FigureOf.Record(repository.Audit.Repository, SourceRef.Of(repository.Audit), repository.Level is { } its ? (object)its : null))) with { Entity = one.Entity.Id, Better = Better.Higher }));
        return figures;
    }

    static string IdOf(PortfolioFacts facts, string name) => facts.Handoffs.FirstOrDefault(one => one.Name == name)?.Id ?? "none";

    static IEnumerable<FigureInput> Gap(SecurityLine line) =>
        line.Gap.Sources.Select(source => FigureOf.Record(line.Gap.Resource is { } resource ? $"{line.Gap.Finding} ({resource})" : line.Gap.Finding, source, line.Found));

    static FigureInput Saved(Saving saving) => FigureOf.Record(saving.What, saving.Source, saving.PerMonth is { } money ? (money, FigureUnit.MoneyPerMonth) : null);

    // Several functions may run on one runtime, and each is a source.
    static IEnumerable<FigureInput> Ends(PortfolioFacts facts, SupportLine line)
    {
        var entry = line.Entry;
        var name = entry.Version is { } version ? $"{entry.Technology} {version}" : entry.Technology;
        return line.Layer switch
        {
            StackMatrix.LambdaLayer => entry.Where.Split(", ").SelectMany(function => facts.Inventory
                .Where(snapshot => snapshot.Functions.Any(one => one.Name == function))
                .Select(snapshot => FigureOf.Record($"{name}, {function}", new SourceRef("inventory", $"{snapshot.Source}#{function}", snapshot.CollectedAt), entry.Support.Ends))),
            StackMatrix.PinnedLayer =>
                [FigureOf.Record(name, new SourceRef("git", entry.Where, facts.Audits.FirstOrDefault(audit => entry.Where.StartsWith(audit.Audit.Repository + "/", StringComparison.Ordinal))?.Audit.LastCommitAt), entry.Support.Ends)],
            _ => [FigureOf.Record(name, new SourceRef("handoff", entry.Where), entry.Support.Ends)],
        };
    }
}
