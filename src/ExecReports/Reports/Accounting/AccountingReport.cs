using System.Globalization;
using ExecReports.Analysis;
using ExecReports.Analysis.Finance;
using ExecReports.Analysis.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;
using ExecReports.Rendering;

namespace ExecReports.Reports.Accounting;

/// <summary>The accounting report: deferred revenue, revenue recognition, chart of accounts, expense audit, profitability roadmap.</summary>
public sealed class AccountingReport : IReportBuilder
{
    /// <inheritdoc/>
    public string Id => "accounting";

    /// <inheritdoc/>
    public ReportContent Build(PortfolioFacts facts, Handoff? entity)
    {
        var trips = Trips.Of(facts);
        var deferred = DeferredRevenue.Of(facts, trips, facts.Handoffs);
        var audit = ExpenseAudit.Of(facts.Handoffs, facts.Thresholds);
        var plan = ProfitabilityRoadmap.NextQuarter(facts);
        var words = new AccountingSentences(facts.Settings.Currency);
        var model = new AccountingModel
        {
            Deferred = deferred,
            HeldSentence = words.Held(deferred),
            Streams = [.. RevenueRecognition.Of(facts.Handoffs).Select(rule => new RevenueRow(rule, UnitsByMonth(rule.Stream)))],
            Accounts = [.. facts.Handoffs.Select(h => new EntityAccounts(h, ChartOfAccounts.Of(h))).Where(a => a.Accounts.Count > 0)],
            Audit = audit,
            Costs = audit.Lines,
            Variance = facts.Thresholds.CostVariance,
            AuditSentence = words.Audit(audit),
            Savings = Savings.Of(facts.Handoffs),
            Plan = plan,
            PlanSentence = words.Plan(plan),
        };
        return new ReportContent
        {
            Title = facts.Settings.Titles.GetValueOrDefault(Id, "Accounting report"),
            Summary = $"{model.HeldSentence} {model.AuditSentence} {model.PlanSentence}",
            Figures = LookedThrough.Complete(AccountingFigures.Of(model), facts, null, SourceKinds.Handoffs | SourceKinds.Operations),
            Charts = AccountingCharts.Of(model, facts.Settings.Currency),
            Gaps = [.. ReportGaps.Of(facts, null, SourceKinds.Handoffs | SourceKinds.Operations), .. Missing(model, trips)],
            Sources = ReportSources.Of(facts, null, SourceKinds.Handoffs | SourceKinds.Operations),
            Model = model,
        };
    }

    private static string UnitsByMonth(RevenueStream stream) => string.Join(", ", stream.UnitsByMonth.Select(m =>
        $"{new DateOnly(m.Year ?? 2000, m.Month, 1).ToString(m.Year is null ? "MMM" : "MMM yyyy", CultureInfo.InvariantCulture)}: {Formats.Number(m.Units)}"));

    private static IEnumerable<DataGap> Missing(AccountingModel model, TripBook trips)
    {
        foreach (var row in model.Streams.Where(s => s.Rule.EarnedProposed))
            yield return new(row.Rule.Stream.At.ToString(), $"{row.Rule.Stream.Name} of {row.Rule.Entity.Name} does not say when it is earned; \"{row.Rule.Earned}\" is a proposal by the kind of business.");
        foreach (var stream in model.Plan.LeftOut)
            yield return new(stream.Stream.At.ToString(), $"{stream.Stream.Name} of {stream.Entity.Name} is left out of the profitability roadmap: its price or units are not known.");
        foreach (var partly in model.Plan.PartlyLeftOut)
            yield return new(partly.Stream.At.ToString(), $"{partly.Stream.Name} of {partly.Entity.Name} is left out of {string.Join(", ", partly.Months.Select(m => Formats.Month(m)))}: its units there are not known.");
        foreach (var stream in model.Plan.WithoutVariableCost)
            yield return new(stream.Stream.At.ToString(), $"{stream.Stream.Name} of {stream.Entity.Name} states no variable cost; the roadmap counts its revenue without one.");
        foreach (var line in model.Deferred.Lines.Where(l => l.TakenOn is null || l.ServiceOn is null))
            yield return new(line.Source.Location, $"Deposit {line.Reference}: the day {(line.TakenOn is null ? "it was taken" : "of the service")} is not known; {(line.TakenOn is null ? "it counts as taken before the month" : "it stays deferred until one is written down")}.");
        foreach (var trip in trips.Unplaced)
            yield return new(trip.Source, trip.Reason);
    }
}
