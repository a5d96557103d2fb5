using ExecReports.Analysis;
using ExecReports.Analysis.Finance;
using ExecReports.Portfolio;

namespace ExecReports.Reports.Cfo;

/// <summary>The CFO report's figures.</summary>
internal static class CfoFigures
{
    private const string GrossFormula = "Sum of the monthly shares of all cost lines (expected, else actual), low and high.";
    private const string NetFormula = "Gross burn − contracted recurring revenue: low = gross low − contracted high, high = gross high − contracted low.";
    private const string UnitsFormula = "Ceiling(fixed monthly cost / contribution per unit); contribution = price − variable cost, weighted by units per month.";
    private const string RunwayFormula = "Cash / net burn: low = cash low / net burn high, high = cash high / net burn low.";

    /// <summary>All figures, tiles first.</summary>
    public static IReadOnlyList<Figure> Of(CfoModel model)
    {
        var burnRows = model.Burn.Entities.SelectMany(e => BurnSources(e)).ToList();
        var figures = new List<Figure>
        {
            FigureOf.Sum("burn.gross", "Gross burn", FigureUnit.MoneyPerMonth, model.Burn.Group.Gross, GrossFormula, FigureOf.Rows(model.Burn.Entities.SelectMany(e => e.Lines))) with { Kpi = true, Better = Better.Lower },
            Net("burn.net", "Net burn", model.Burn.Group, burnRows) with { Kpi = true },
            Units("breakeven.units", $"Break-even, {model.BreakEven.UnitName} a month", model.BreakEven) with { Kpi = true },
            FigureOf.Count("pace.units", $"{Wording.Capital(model.Pace.BreakEven.UnitName)} done and booked this month", model.Pace.Counted, "Trips of the month that are done or booked, by first day.", TripSources(model)) with
            {
                Kpi = true,
                Better = Better.Higher,
                Target = model.BreakEven.Units?.High,
            },
            FigureOf.Range("pace.short", "Short of break-even", FigureUnit.Count, model.Pace.Short, "Break-even units − done and booked, not below zero.", TripSources(model)) with { Better = Better.Lower },
            FigureOf.Range("pace.worth", "Worth of the missing units", FigureUnit.Money, model.Pace.Worth, "Missing units × contribution per unit.", BreakEvenSources(model.BreakEven)) with { Better = Better.Lower },
            FigureOf.Sum("cash", "Cash", FigureUnit.Money, model.Runway.Cash, "Sum of the newest balance of each account.", CashSources(model.Runway)) with { Better = Better.Higher },
            RunwayMonths("runway", "Runway", model.Runway) with { Kpi = true },
            FigureOf.Sum("burn.contracted", "Contracted revenue", FigureUnit.MoneyPerMonth, model.Burn.Group.Contracted, "Sum of the column Contracted of Revenue, a month's amount.", FigureOf.Rows(model.Burn.Entities.SelectMany(e => e.ContractedStreams)), noneIsZero: true) with { Better = Better.Higher },
            FigureOf.Sum("breakeven.fixed", "Fixed cost", FigureUnit.MoneyPerMonth, model.BreakEven.Fixed, "Sum of all cost lines except those marked as not fixed.", FigureOf.Rows(model.BreakEven.FixedLines)) with { Better = Better.Lower },
            FigureOf.Range("breakeven.contribution", "Contribution per unit", FigureUnit.Money, model.BreakEven.Contribution, "Price − variable cost per unit, weighted by units per month.", FigureOf.Rows(model.BreakEven.Streams.Select(s => s.Stream))) with { Better = Better.Higher },
        };
        foreach (var entity in model.Burn.Entities)
        {
            figures.Add(FigureOf.Sum($"burn.gross:{entity.Entity.Id}", $"Gross burn, {entity.Entity.Name}", FigureUnit.MoneyPerMonth, entity.Rate.Gross, GrossFormula, FigureOf.Rows(entity.Lines)) with { Entity = entity.Entity.Id, Better = Better.Lower });
            figures.Add(Net($"burn.net:{entity.Entity.Id}", $"Net burn, {entity.Entity.Name}", entity.Rate, BurnSources(entity)) with { Entity = entity.Entity.Id });
        }

        figures.AddRange(model.Burn.Categories.Select(c => FigureOf.Sum($"burn.category.{Name(c)}", $"Burn, {c.Category}", FigureUnit.MoneyPerMonth, c.Gross, GrossFormula, FigureOf.Rows(c.Lines)) with { Better = Better.Lower }));
        figures.AddRange(model.EntityBreakEvens.Select(p => Units($"breakeven.units:{p.Entity!.Id}", $"Break-even, {p.Entity.Name}", p) with { Entity = p.Entity.Id }));
        figures.AddRange(model.EntityRunways.Select(r => RunwayMonths($"runway:{r.Entity.Id}", $"Runway, {r.Entity.Name}", r.Runway) with { Entity = r.Entity.Id }));
        figures.AddRange(Capital(model.Capital));
        figures.AddRange(Enum.GetValues<GuardrailState>().Select(state => FigureOf.Count(
            $"guardrails.{state.ToString().ToLowerInvariant()}", $"Guardrails {state.ToString().ToLowerInvariant()}", model.Guardrails.Count(g => g.Check.State == state),
            "Guardrails in that state: kept on the right side of the limit, near within a tenth of it, else broken.",
            FigureOf.Rows(model.Guardrails.Where(g => g.Check.State == state).Select(g => g.Guardrail))) with
        {
            Better = state is GuardrailState.Kept ? Better.Higher : Better.Lower,
            Kpi = state == GuardrailState.Broken,
        }));
        return figures;
    }

    private static string Name(CategoryBurn category) => FigureOf.Slug(category.Category) is { Length: > 0 } slug ? slug : "other";

    private static Figure Net(string id, string label, BurnRate rate, IEnumerable<SourceRef> sources) =>
        FigureOf.Range(id, label, FigureUnit.MoneyPerMonth, rate.NetOrUnknown, NetFormula, sources) with { Unknown = rate.Gross.Unknown, Better = Better.Lower };

    private static Figure Units(string id, string label, BreakEvenPoint point) =>
        FigureOf.Range(id, label, FigureUnit.Count, point.Units, UnitsFormula, BreakEvenSources(point)) with
        {
            Unknown = point.Fixed.Unknown,
            Better = Better.Lower,
            Text = point.State == BreakEvenState.NotPositive ? "none" : null,
        };

    private static Figure RunwayMonths(string id, string label, CashRunway runway) =>
        FigureOf.Range(id, label, FigureUnit.Months, runway.Months is { } months ? new Bounds(Tenths(months.Low), Tenths(months.High)) : null, RunwayFormula, CashSources(runway)) with
        {
            Better = Better.Higher,
            Text = runway.Endless || (runway.Months is null && runway.LowMonths is not null) ? runway.Words : null,
        };

    private static decimal Tenths(decimal months) => Math.Round(months, 1, MidpointRounding.AwayFromZero);

    private static IEnumerable<Figure> Capital(CapitalFramework capital)
    {
        (string Id, string Label, IReadOnlyList<CapitalChoice> Choices)[] tiers =
        [
            ("zero", "zero-cost", capital.ZeroCost), ("low", "low-cost", capital.LowCost),
            ("producing", "revenue-producing", capital.RevenueProducing), ("unpriced", "unpriced", capital.Unpriced),
        ];
        foreach (var (id, label, choices) in tiers)
        {
            var rows = choices.Select(c => (HandoffRow)c.Action).ToList();
            yield return FigureOf.Count($"capital.{id}.count", $"Open {label} actions", choices.Count, "Open actions by the high end of their cost.", FigureOf.Rows(rows));
            yield return FigureOf.Sum($"capital.{id}.cost", $"Cost of the {label} actions", FigureUnit.Money, Total.Sum(choices.Select(c => c.Action.Cost)), "Sum of the known costs.", FigureOf.Rows(rows), noneIsZero: true) with { Better = Better.Lower };
            yield return FigureOf.Sum($"capital.{id}.return", $"Return of the {label} actions", FigureUnit.MoneyPerMonth, Total.Sum(choices.Select(c => c.Action.ReturnPerMonth)), "Sum of the known returns per month.", FigureOf.Rows(rows), noneIsZero: true) with { Better = Better.Higher };
        }
    }

    private static IEnumerable<SourceRef> BurnSources(EntityBurn entity) => [.. FigureOf.Rows(entity.Lines), .. FigureOf.Rows(entity.ContractedStreams)];

    private static IEnumerable<SourceRef> BreakEvenSources(BreakEvenPoint point) => [.. FigureOf.Rows(point.FixedLines), .. FigureOf.Rows(point.Streams.Select(s => s.Stream))];

    private static IEnumerable<SourceRef> CashSources(CashRunway runway) => FigureOf.Rows(runway.Lines.Where(l => l.Counted).Select(l => l.Position));

    private static IEnumerable<SourceRef> TripSources(CfoModel model) => model.Pace.Done.Concat(model.Pace.Booked).Select(t => t.Source);
}
