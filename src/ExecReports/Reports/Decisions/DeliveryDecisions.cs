using ExecReports.Analysis;
using ExecReports.Analysis.Operations;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports.Decisions;

/// <summary>What dispatch decides: deliveries that have arrived and are not invoiced, those past their agreed date, and invoices that are not paid.</summary>
internal static class DeliveryDecisions
{
    /// <summary>The drafts.</summary>
    public static IEnumerable<DecisionDraft> Of(PortfolioFacts facts, Handoff business)
    {
        var result = DeliveryPerformance.Of(business, facts.AsOf);
        foreach (var one in result.NotInvoiced)
            yield return new DecisionDraft("delivered, not invoiced", business, $"{one.Row.Vessel}: send the invoice{(one.Row.Client is null ? "" : $" to {one.Row.Client}")}",
                one.DaysSince is { } days ? $"It arrived {Formats.Days(days)} ago." : "When it arrived is not known.", 4, [SourceRef.Of(one.Row)])
            {
                AtStake = one.Row.Price?.Bounds, Due = facts.AsOf, Matters = [one.Row.Vessel],
            };
        foreach (var one in result.LateNow)
            yield return new DecisionDraft("past the agreed date", business, $"{one.Row.Vessel}: agree on a new date{(one.Row.Client is null ? "" : $" with {one.Row.Client}")}",
                $"It is {one.Word} and {Formats.Days(one.DaysLate)} past the agreed {Formats.Date(one.Row.Agreed)}.", 3, [SourceRef.Of(one.Row)])
            {
                AtStake = one.Row.Price?.Bounds, Due = one.Row.Agreed, Matters = [one.Row.Vessel],
            };
        foreach (var one in result.Delivered.Where(one => one.Row is { Invoiced: true, Paid: false }))
            yield return new DecisionDraft("invoiced, not paid", business, $"{one.Row.Vessel}: ask for the payment{(one.Row.Client is null ? "" : $" of {one.Row.Client}")}",
                one.Row.InvoicedOn is { } day ? $"The invoice went out on {Formats.Date(day)}." : "When the invoice went out is not known.", 2, [SourceRef.Of(one.Row)])
            {
                AtStake = one.Row.Price?.Bounds, Matters = [one.Row.Vessel],
            };
    }
}
