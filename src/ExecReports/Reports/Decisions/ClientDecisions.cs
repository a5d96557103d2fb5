using ExecReports.Analysis;
using ExecReports.Analysis.Operations;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports.Decisions;

/// <summary>What an agency decides: invoices past due, work done and not invoiced, contracts that renew within <see cref="Thresholds.AgendaDays"/>.</summary>
internal static class ClientDecisions
{
    /// <summary>The drafts.</summary>
    public static IEnumerable<DecisionDraft> Of(PortfolioFacts facts, Handoff agency)
    {
        var currency = facts.Settings.Currency;
        var result = ClientPortfolio.Of(agency, facts.AsOf, facts.Thresholds);
        foreach (var unpaid in result.CallToday)
            yield return new DecisionDraft("invoice past due", agency, $"Call {unpaid.Invoice.Client} about invoice {unpaid.Invoice.Number}",
                $"It is {Formats.Days(unpaid.DaysPastDue)} past due{(unpaid.UsualDays is { } usual ? $"; this client usually pays within {Formats.Days(Math.Round(usual))} of the invoice" : "")}.",
                unpaid.DaysPastDue > 60 ? 4 : 3, [SourceRef.Of(unpaid.Invoice)])
            {
                AtStake = unpaid.Invoice.Amount?.Bounds, Due = facts.AsOf, Matters = [unpaid.Invoice.Number],
            };
        foreach (var client in result.Clients.Where(client => client.Unbilled is { High: > 0 }))
            yield return new DecisionDraft("work not invoiced", agency, $"Send {client.Client.Name} an invoice for work that is done",
                $"{Formats.Money(client.Unbilled, currency)} of work stands against {Formats.Money(client.Client.Invoiced, currency)} invoiced.", 3, [SourceRef.Of(client.Client)])
            {
                AtStake = client.Unbilled, Matters = [client.Client.Name],
            };
        foreach (var renewal in result.Renewals.Where(renewal => renewal.Days <= facts.Thresholds.AgendaDays))
            yield return new DecisionDraft("renewal", agency, $"Renew with {renewal.Client.Name}, or end it",
                $"The contract renews in {Formats.Days(renewal.Days)}.", 2, [SourceRef.Of(renewal.Client)])
            {
                AtStake = renewal.Client.Retainer?.Bounds, PerMonth = true, Due = renewal.Client.Renews, Matters = [renewal.Client.Name],
            };
    }
}
