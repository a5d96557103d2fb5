using ExecReports.Analysis;
using ExecReports.Analysis.Operations;
using ExecReports.Portfolio;

namespace ExecReports.Reports.Clients;

/// <summary>The client report's figures.</summary>
internal static class ClientsFigures
{
    /// <summary>All figures, tiles first.</summary>
    public static IReadOnlyList<Figure> Of(ClientResult r, decimal concentrationLimit)
    {
        Bounds? One(decimal? value) => value is { } v ? Bounds.Of(v) : null;
        var unpaid = FigureOf.Rows(r.Unpaid.Select(u => u.Invoice), invoice => invoice.Amount).ToList();
        var overdue = FigureOf.Rows(r.CallToday.Select(u => u.Invoice), invoice => invoice.Amount).ToList();
        var clients = r.Clients.SelectMany(c => FigureOf.Cells(c.Client, ("work done", c.Client.WorkDone), ("invoiced", c.Client.Invoiced))).ToList();
        var invoices = FigureOf.Rows(r.Entity.Invoices, invoice => invoice.Amount).ToList();
        List<Figure> figures =
        [
            FigureOf.Sum("overdue", "Past due", FigureUnit.Money, r.Overdue, "Sum of the unpaid invoices past their due date.", overdue, noneIsZero: true) with { Kpi = true, Better = Better.Lower },
            FigureOf.Sum("receivables", "Receivables", FigureUnit.Money, r.Receivables, "Sum of the unpaid invoices at the report's date.", unpaid, noneIsZero: true) with { Kpi = true, Better = Better.Lower },
            FigureOf.Sum("billing.gap", "Work done, not invoiced", FigureUnit.Money, r.BillingGap, "Σ max(0, work done − invoiced).", clients) with { Kpi = true, Better = Better.Lower },
            FigureOf.Range("dso", "Days sales outstanding", FigureUnit.Days, r.DaysSalesOutstanding is { } dso ? Rounded(dso) : null, "Receivables / invoices sent in the last 90 days × 90.", [.. unpaid, .. invoices]) with { Kpi = true, Better = Better.Lower },
            FigureOf.Range("velocity.median", "Days to payment, median", FigureUnit.Days, One(r.VelocityMedian), "Median of paid − sent over invoices paid in the last 365 days.", r.PaidLast365.SelectMany(invoice => FigureOf.Cells(invoice, ("sent", invoice.Sent), ("paid", invoice.Paid)))) with { Kpi = true, Better = Better.Lower },
            FigureOf.Range("concentration", "Largest client's share", FigureUnit.Share, One(r.Largest?.Share), "Largest client's invoices / all invoices, sent in the last 365 days; those of unknown amount or day are left out of both.", invoices) with { Kpi = true, Better = Better.Lower },
            FigureOf.Range("velocity.mean", "Days to payment, mean", FigureUnit.Days, r.VelocityMean is { } mean ? Rounded(Bounds.Of(mean)) : null, "Mean of paid − sent over invoices paid in the last 365 days.", r.PaidLast365.SelectMany(invoice => FigureOf.Cells(invoice, ("sent", invoice.Sent), ("paid", invoice.Paid)))) with { Better = Better.Lower },
            FigureOf.Range("concentration.limit", "Limit of the largest client's share", FigureUnit.Share, Bounds.Of(concentrationLimit), "Setting concentration_risk.", [FigureOf.Record("concentration_risk", SourceRef.Setting("thresholds.concentration_risk"), (Bounds.Of(concentrationLimit), FigureUnit.Share))]),
            FigureOf.Range("concentration.three", "Three largest clients' share", FigureUnit.Share, One(r.TopThree), "Invoices of the three largest clients / all invoices, sent in the last 365 days; those of unknown amount or day are left out of both.", invoices) with { Better = Better.Lower },
            FigureOf.Sum("billing.ahead", "Invoiced ahead of the work", FigureUnit.Money, r.InvoicedAhead, "Σ max(0, invoiced − work done).", clients),
            FigureOf.Count("overdue.count", "Invoices past due", r.CallToday.Count, "Unpaid invoices past their due date.", overdue) with { Better = Better.Lower },
            FigureOf.Count("renewals", "Contracts that renew soon", r.Renewals.Count, "Active contracts with a date of renewal in the days ahead.", FigureOf.Rows(r.Renewals.Select(n => n.Client), client => client.Renews)),
            FigureOf.Sum("sent.90", "Invoiced in the last 90 days", FigureUnit.Money, r.SentLast90, "Sum of the invoices sent in the last 90 days.", invoices, noneIsZero: true) with { Better = Better.Higher },
        ];
        figures.AddRange(r.Ageing.Select(a => FigureOf.Sum($"ageing.{Id(a.Band)}", $"Receivables, {a.Label}", FigureUnit.Money, a.Money, "Sum of the unpaid invoices by days past due.",
            FigureOf.Rows(r.Unpaid.Where(u => u.Band == a.Band).Select(u => u.Invoice), invoice => invoice.Amount), noneIsZero: true) with { Better = a.Band == AgeBand.Current ? Better.Neither : Better.Lower }));
        return [.. figures.Select(f => f with { Entity = r.Entity.Id })];
    }

    private static string Id(AgeBand band) => band switch
    {
        AgeBand.Current => "current",
        AgeBand.UpTo30 => "30",
        AgeBand.UpTo60 => "60",
        AgeBand.UpTo90 => "90",
        AgeBand.Over90 => "over90",
        _ => "unknown",
    };

    private static Bounds Rounded(Bounds days) => new(Math.Round(days.Low, 1, MidpointRounding.AwayFromZero), Math.Round(days.High, 1, MidpointRounding.AwayFromZero));
}
