using ExecReports.Analysis;
using ExecReports.Analysis.Finance;
using ExecReports.Analysis.Operations;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports.Cfo;

/// <summary>The CFO report: burn, break-even and the month's pace, cash and runway, capital, guardrails.</summary>
public sealed class CfoReport : IReportBuilder
{
    /// <inheritdoc/>
    public string Id => "cfo";

    /// <inheritdoc/>
    public ReportContent Build(PortfolioFacts facts, Handoff? entity)
    {
        var trips = Trips.Of(facts);
        var breakEven = BreakEven.OfGroup(facts);
        var pace = CharterPace.Of(facts, trips, breakEven);
        var guardrails = Guardrails.Of(facts);
        var words = new CfoSentences(facts.Settings.Currency);
        var model = new CfoModel
        {
            Burn = Burn.Of(facts.Handoffs),
            BreakEven = breakEven,
            EntityBreakEvens = [.. facts.Handoffs.Where(h => h.Revenue.Count > 0 || h.Costs.Count > 0).Select(BreakEven.Of)],
            Pace = pace,
            PaceSentence = words.Pace(pace),
            Runway = Runway.Of(facts.Handoffs),
            EntityRunways = [.. facts.Handoffs.Where(h => h.Cash.Count > 0).Select(h => new EntityRunway(h, Runway.Of([h])))],
            Capital = CapitalTiers.Of(facts.Handoffs, facts.Thresholds),
            LowCostLimit = facts.Thresholds.LowCostCapital,
            Guardrails = [.. guardrails.Select(g => new GuardrailRow(g, PresentText(g, facts.Settings.Currency)))],
            GuardrailSentence = CfoSentences.Guardrails(guardrails),
        };
        return new ReportContent
        {
            Title = facts.Settings.Titles.GetValueOrDefault(Id, "CFO report"),
            Summary = words.Summary(model),
            Figures = LookedThrough.Complete(CfoFigures.Of(model), facts, null, SourceKinds.Handoffs | SourceKinds.Operations),
            Charts = CfoCharts.Of(model, facts.Settings.Currency),
            Gaps = [.. ReportGaps.Of(facts, null, SourceKinds.Handoffs | SourceKinds.Operations), .. Missing(model, trips)],
            Sources = ReportSources.Of(facts, null, SourceKinds.Handoffs | SourceKinds.Operations),
            Model = model,
        };
    }

    // In full, not rounded to two digits: the reader compares it with the limit beside it.
    private static string PresentText(GuardrailCheck check, string currency) => check.Unit switch
    {
        _ when check.Computed is { Value: not null, Text: { } words } => words,
        FigureUnit.Money or FigureUnit.MoneyPerMonth when check.Computed is { Value: { } value, Unknown: > 0 and var unknown } => Formats.Money(new Total(value, 1, unknown), currency),
        FigureUnit.Money or FigureUnit.MoneyPerMonth => Formats.Money(check.Present, currency),
        var unit => check.Present is { } present ? Formats.Value(present, unit, currency) : Formats.Unknown,
    };

    private static IEnumerable<DataGap> Missing(CfoModel model, TripBook trips)
    {
        foreach (var entity in model.Burn.WithoutCosts)
            yield return new(entity.File, $"{entity.Name} states no costs; its burn is unknown, not zero.");
        foreach (var entity in model.Runway.NotStated)
            yield return new(entity.File, $"{entity.Name} states no cash; a section Cash with account, balance and date would add it to the runway.");
        foreach (var stream in model.EntityBreakEvens.SelectMany(p => p.LeftOut))
            yield return new(stream.Stream.At.ToString(), $"{stream.Stream.Name} of {stream.Entity.Name} is left out of break-even, since its {stream.Lacks} {(stream.Lacks!.Contains(" and ", StringComparison.Ordinal) ? "are" : "is")} not known.");
        foreach (var check in model.Guardrails.Where(g => g.Why is not null))
            yield return new(check.Guardrail.At.ToString(), $"The guardrail \"{check.Guardrail.Rule}\" cannot be judged: {check.Why}.");
        foreach (var check in model.Guardrails.Where(g => g.Differs))
            yield return new(check.Guardrail.At.ToString(), $"The present value stated for \"{check.Guardrail.Rule}\" differs from the computed {check.Computed!.Name}; the computed one is used.");
        foreach (var trip in trips.Unplaced)
            yield return new(trip.Source, trip.Reason);
    }
}
