using ExecReports.Analysis;
using ExecReports.Analysis.Finance;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

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
        var gross = FigureOf.Sum("burn.gross", "Gross burn", FigureUnit.MoneyPerMonth, model.Burn.Group.Gross, GrossFormula, Costs(model.Burn.Entities.SelectMany(e => e.Lines))) with { Kpi = true, Better = Better.Lower };
        var contracted = FigureOf.Sum("burn.contracted", "Contracted revenue", FigureUnit.MoneyPerMonth, model.Burn.Group.Contracted, "Sum of the column Contracted of Revenue, a month's amount.",
            Contracted(model.Burn.Entities.SelectMany(e => e.ContractedStreams)), noneIsZero: true) with { Better = Better.Higher };
        var net = Net("burn.net", "Net burn", model.Burn.Group, FigureOf.Figures(gross, contracted)) with { Kpi = true };
        var fixedCost = FigureOf.Sum("breakeven.fixed", "Fixed cost", FigureUnit.MoneyPerMonth, model.BreakEven.Fixed, "Sum of all cost lines except those marked as not fixed.", Costs(model.BreakEven.FixedLines)) with { Better = Better.Lower };
        var contribution = FigureOf.Range("breakeven.contribution", "Contribution per unit", FigureUnit.Money, model.BreakEven.Contribution, "Price − variable cost per unit, weighted by units per month.",
            model.BreakEven.Streams.SelectMany(Stream)) with { Better = Better.Higher };
        var units = Units("breakeven.units", $"Break-even, {model.BreakEven.UnitName} a month", model.BreakEven, FigureOf.Figures(fixedCost, contribution)) with { Kpi = true };
        var pace = FigureOf.Count("pace.units", $"{Wording.Capital(model.Pace.BreakEven.UnitName)} done and booked this month", model.Pace.Counted, "Trips of the month that are done or booked, by first day.", TripsOf(model)) with
        {
            Kpi = true,
            Better = Better.Higher,
            Target = model.BreakEven.Units?.High,
        };
        var missing = FigureOf.Range("pace.short", "Short of break-even", FigureUnit.Count, model.Pace.Short, "Break-even units − done and booked, not below zero.", FigureOf.Figures(units, pace)) with { Better = Better.Lower };
        var worth = FigureOf.Range("pace.worth", "Worth of the missing units", FigureUnit.Money, model.Pace.Worth, "Missing units × contribution per unit.", FigureOf.Figures(missing, contribution)) with { Better = Better.Lower };
        var cash = FigureOf.Sum("cash", "Cash", FigureUnit.Money, model.Runway.Cash, "Sum of the newest balance of each account.", Balances(model.Runway)) with { Better = Better.Higher };
        var runway = RunwayMonths("runway", "Runway", model.Runway, FigureOf.Figures(cash, net)) with { Kpi = true };
        List<Figure> figures = [gross, net, units, pace, missing, worth, cash, runway, contracted, fixedCost, contribution];
        foreach (var entity in model.Burn.Entities)
        {
            figures.Add(FigureOf.Sum($"burn.gross:{entity.Entity.Id}", $"Gross burn, {entity.Entity.Name}", FigureUnit.MoneyPerMonth, entity.Rate.Gross, GrossFormula, Costs(entity.Lines)) with { Entity = entity.Entity.Id, Better = Better.Lower });
            figures.Add(Net($"burn.net:{entity.Entity.Id}", $"Net burn, {entity.Entity.Name}", entity.Rate, [.. FigureOf.Figures(figures[^1]), .. Contracted(entity.ContractedStreams)]) with { Entity = entity.Entity.Id });
        }

        figures.AddRange(model.Burn.Categories.Select(c => FigureOf.Sum($"burn.category.{Name(c)}", $"Burn, {c.Category}", FigureUnit.MoneyPerMonth, c.Gross, GrossFormula, Costs(c.Lines)) with { Better = Better.Lower }));
        figures.AddRange(model.EntityBreakEvens.Select(p => Units($"breakeven.units:{p.Entity!.Id}", $"Break-even, {p.Entity.Name}", p, [.. Costs(p.FixedLines), .. p.Streams.SelectMany(Stream)]) with { Entity = p.Entity.Id }));
        figures.AddRange(model.EntityRunways.Select(r => RunwayMonths($"runway:{r.Entity.Id}", $"Runway, {r.Entity.Name}", r.Runway, [.. Balances(r.Runway), .. FigureOf.Figures(figures.Where(figure => figure.Id == $"burn.net:{r.Entity.Id}"))]) with { Entity = r.Entity.Id }));
        figures.AddRange(Capital(model.Capital));
        figures.AddRange(Enum.GetValues<GuardrailState>().Select(state => FigureOf.Count(
            $"guardrails.{state.ToString().ToLowerInvariant()}", $"Guardrails {state.ToString().ToLowerInvariant()}", model.Guardrails.Count(g => g.Check.State == state),
            "Guardrails in that state: kept on the right side of the limit, near within a tenth of it, else broken.",
            model.Guardrails.Where(g => g.Check.State == state).Select(g => Held(g.Check))) with
        {
            Better = state is GuardrailState.Kept ? Better.Higher : Better.Lower,
            Kpi = state == GuardrailState.Broken,
        }));
        return figures;
    }

    private static string Name(CategoryBurn category) => FigureOf.Slug(category.Category) is { Length: > 0 } slug ? slug : "other";

    private static Figure Net(string id, string label, BurnRate rate, IEnumerable<FigureInput> inputs) =>
        FigureOf.Range(id, label, FigureUnit.MoneyPerMonth, rate.NetOrUnknown, NetFormula, inputs) with { Unknown = rate.Gross.Unknown, Better = Better.Lower };

    private static Figure Units(string id, string label, BreakEvenPoint point, IEnumerable<FigureInput> inputs) =>
        FigureOf.Range(id, label, FigureUnit.Count, point.Units, UnitsFormula, inputs) with
        {
            Unknown = point.Fixed.Unknown,
            Better = Better.Lower,
            Text = point.State == BreakEvenState.NotPositive ? "none" : null,
        };

    private static Figure RunwayMonths(string id, string label, CashRunway runway, IEnumerable<FigureInput> inputs) =>
        FigureOf.Range(id, label, FigureUnit.Months, runway.Months is { } months ? new Bounds(Tenths(months.Low), Tenths(months.High)) : null, RunwayFormula, inputs) with
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
            var rows = choices.Select(c => c.Action).ToList();
            yield return FigureOf.Count($"capital.{id}.count", $"Open {label} actions", choices.Count, "Open actions by the high end of their cost.", FigureOf.Rows(rows, action => action.Cost));
            yield return FigureOf.Sum($"capital.{id}.cost", $"Cost of the {label} actions", FigureUnit.Money, Total.Sum(choices.Select(c => c.Action.Cost)), "Sum of the known costs.", FigureOf.Rows(rows, action => action.Cost), noneIsZero: true) with { Better = Better.Lower };
            yield return FigureOf.Sum($"capital.{id}.return", $"Return of the {label} actions", FigureUnit.MoneyPerMonth, Total.Sum(choices.Select(c => c.Action.ReturnPerMonth)), "Sum of the known returns per month.", FigureOf.Rows(rows, action => action.ReturnPerMonth), noneIsZero: true) with { Better = Better.Higher };
        }
    }

    private static IEnumerable<FigureInput> Costs(IEnumerable<CostLine> lines) => FigureOf.Rows(lines, line => line.Monthly);

    private static IEnumerable<FigureInput> Contracted(IEnumerable<RevenueStream> streams) => FigureOf.Rows(streams, stream => stream.Contracted);

    private static IEnumerable<FigureInput> Stream(StreamContribution one) =>
        FigureOf.Cells(one.Stream, ("price", one.Stream.Price), ("variable cost", one.Stream.VariableCost), ("units a month", one.Units));

    private static IEnumerable<FigureInput> Balances(CashRunway runway) => FigureOf.Rows(runway.Lines.Where(l => l.Counted).Select(l => l.Position), position => position.Balance);

    private static IEnumerable<FigureInput> TripsOf(CfoModel model) => model.Pace.Done.Concat(model.Pace.Booked).Select(t => FigureOf.Record(t.Id, t.Source, t.Start));

    private static FigureInput Held(GuardrailCheck check) =>
        FigureOf.Record(check.Guardrail.Rule, SourceRef.Of(check.Guardrail), check.Present is { } present ? (present, check.Unit) : null, check.Computed?.Rows);
}
