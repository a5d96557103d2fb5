using ExecReports.Analysis;
using ExecReports.Analysis.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;
using ExecReports.Rendering;

namespace ExecReports.Reports.Clients;

/// <summary>The report of an agency's clients: whom to call, contracts, billing gap, receivables, velocity, concentration, renewals.</summary>
public sealed class ClientsReport : IReportBuilder
{
    /// <inheritdoc/>
    public string Id => "clients";

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">No entity was given.</exception>
    public ReportContent Build(PortfolioFacts facts, Handoff? entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var currency = facts.Settings.Currency;
        var result = ClientPortfolio.Of(entity, facts.AsOf, facts.Thresholds);
        var risk = result.Largest?.Share >= facts.Thresholds.ConcentrationRisk;
        var model = new ClientsModel
        {
            Result = result,
            Invoices = [.. entity.Invoices.Select(i => new InvoiceRow(i, Standing(i, result)))],
            CallSentence = Call(result, currency),
            ConcentrationSentence = Concentration(result, risk, facts.Thresholds.ConcentrationRisk),
            ConcentrationRisk = risk,
        };
        return new ReportContent
        {
            Title = $"{entity.Name}: {facts.Settings.Titles.GetValueOrDefault(Id, "client portfolio")}",
            Summary = Summary(model, currency),
            Figures = LookedThrough.Complete(ClientsFigures.Of(result, facts.Thresholds.ConcentrationRisk), facts, entity, SourceKinds.Handoffs),
            Charts = result.Unpaid.Count == 0 ? [] :
            [
                new Columns("ageing", "Receivables by age", $"Receivables are {Formats.Money(result.Receivables, currency)}, of which {Formats.Money(result.Overdue, currency)} is past due.", FigureUnit.Money,
                    [.. result.Ageing.Select(a => new Column(a.Label, a.Money.Terms > 0 || a.Money.Unknown == 0 ? a.Money.Known.Middle : null))]),
            ],
            Gaps = [.. ReportGaps.Of(facts, entity, SourceKinds.Handoffs), .. Missing(result)],
            Sources = ReportSources.Of(facts, entity, SourceKinds.Handoffs),
            Model = model,
        };
    }

    private static string Summary(ClientsModel model, string currency)
    {
        var r = model.Result;
        if (r.Clients.Count == 0 && r.Entity.Invoices.Count == 0)
            return $"No client and no invoice of {r.Entity.Name} is listed, so there is nothing to report.";
        return $"{model.CallSentence} Work worth {Formats.Money(r.BillingGap, currency)} is done and not invoiced. "
            + $"Receivables are {Formats.Money(r.Receivables, currency)}. {model.ConcentrationSentence} "
            + (r.Renewals.Count == 0 ? "No contract renews soon." : $"{Formats.Count(r.Renewals.Count, "contract renews", "contracts renew")} soon, the next on {Formats.Date(r.Renewals[0].Client.Renews)} ({r.Renewals[0].Client.Name}).");
    }

    private static string Call(ClientResult r, string currency)
    {
        if (r.CallToday.Count == 0)
            return "No invoice is past due, so nobody needs a call today.";
        var first = r.CallToday[0];
        return $"{Formats.Count(r.CallToday.Count, "invoice is", "invoices are")} past due, {Formats.Money(r.Overdue, currency)} in all; call {first.Invoice.Client} first, {Formats.Days(first.DaysPastDue)} past due.";
    }

    private static string Concentration(ClientResult r, bool risk, decimal limit) => r.Largest is not { } largest
        ? "No invoice of the last 365 days has an amount, so the concentration is unknown."
        : $"{largest.Client} is {Formats.Percent(Math.Round(largest.Share, 3))} of what was invoiced in the last 365 days, {(risk ? $"at or above the limit of {Formats.Percent(limit)}" : $"below the limit of {Formats.Percent(limit)}")}{(r.SharesUnknown > 0 ? $"; {Formats.Count(r.SharesUnknown, "invoice", "invoices")} of unknown amount or day left out" : "")}.";

    private static string Standing(Invoice invoice, ClientResult result) =>
        invoice.State == WorkState.Cancelled ? "void, not counted"
        : result.Unpaid.FirstOrDefault(u => ReferenceEquals(u.Invoice, invoice)) is { } unpaid
            ? unpaid.DaysPastDue is not { } days ? "unpaid, due date unknown" : days > 0 ? $"unpaid, {Formats.Days(days)} past due" : "unpaid, not yet due"
        : invoice.Paid is not null ? "paid" : invoice.State == WorkState.Done ? "paid, day unknown" : "not yet sent";

    private static IEnumerable<DataGap> Missing(ClientResult r)
    {
        foreach (var unpaid in r.Unpaid.Where(u => u.Band == AgeBand.DueUnknown))
            yield return new(unpaid.Invoice.At.ToString(), $"Invoice {unpaid.Invoice.Number} has no due date; it stands on a line of its own in the ageing.");
        foreach (var client in r.Clients.Where(c => c.Unbilled is null && c.Client.Contract != ContractState.Prospect))
            yield return new(client.Client.At.ToString(), $"The billing gap of {client.Client.Name} is unknown: {(client.Client.WorkDone is null ? "the work done" : "what was invoiced")} is not stated.");
        foreach (var client in r.RenewalUnknown)
            yield return new(client.At.ToString(), $"The contract of {client.Name} is active without a date of renewal.");
    }
}
