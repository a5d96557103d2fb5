using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Operations;

/// <summary>How long an unpaid invoice is past its due date.</summary>
public enum AgeBand
{
    /// <summary>Not past due.</summary>
    Current,
    /// <summary>1 to 30 days.</summary>
    UpTo30,
    /// <summary>31 to 60 days.</summary>
    UpTo60,
    /// <summary>61 to 90 days.</summary>
    UpTo90,
    /// <summary>Over 90 days.</summary>
    Over90,
    /// <summary>No due date is known.</summary>
    DueUnknown,
}

/// <summary>A client and its billing gap. Money.</summary>
/// <param name="Client">The handoff's row.</param>
/// <param name="Unbilled">max(0, work done − invoiced); null if either is unknown.</param>
/// <param name="Ahead">max(0, invoiced − work done); null if either is unknown.</param>
/// <param name="UsualDays">Median days from invoice to payment over the last 365 days; null without a payment.</param>
/// <param name="Unpaid">Unpaid invoices at the report's date.</param>
public sealed record ClientView(Client Client, Bounds? Unbilled, Bounds? Ahead, decimal? UsualDays, Total Unpaid);

/// <summary>An unpaid invoice.</summary>
/// <param name="Invoice">The handoff's row.</param>
/// <param name="DaysPastDue">Days past due; null if no due date is known; not above zero when it is not past due.</param>
/// <param name="Band">Its age.</param>
/// <param name="UsualDays">The client's usual days to pay; null if it never paid in the last 365 days.</param>
public sealed record UnpaidInvoice(Invoice Invoice, int? DaysPastDue, AgeBand Band, decimal? UsualDays);

/// <summary>A line of the ageing. Money.</summary>
/// <param name="Band">Days past due, in bands.</param>
/// <param name="Invoices">How many unpaid invoices.</param>
/// <param name="Money">What they come to.</param>
public sealed record AgeingLine(AgeBand Band, int Invoices, Total Money)
{
    /// <summary>What the line is called.</summary>
    public string Label => Band switch
    {
        AgeBand.Current => "Current",
        AgeBand.UpTo30 => "1–30 days",
        AgeBand.UpTo60 => "31–60 days",
        AgeBand.UpTo90 => "61–90 days",
        AgeBand.Over90 => "Over 90 days",
        _ => "Due date unknown",
    };
}

/// <summary>A client's part of what was invoiced in the last 365 days. Money and share.</summary>
/// <param name="Client">The client's name.</param>
/// <param name="Money">What was invoiced.</param>
/// <param name="Share">Its part of all that was invoiced, 0 to 1.</param>
public sealed record ClientShare(string Client, Bounds Money, decimal Share);

/// <summary>A contract that renews soon, and in how many days.</summary>
/// <param name="Client">The client.</param>
/// <param name="Days">Days until its contract renews.</param>
public sealed record Renewal(Client Client, int Days);

/// <summary>How an agency's clients, invoices and contracts stand. Money in the portfolio's currency.</summary>
public sealed record ClientResult
{
    /// <summary>The entity.</summary>
    public required Handoff Entity { get; init; }
    /// <summary>Clients, in the order of the handoff.</summary>
    public required IReadOnlyList<ClientView> Clients { get; init; }
    /// <summary>Σ max(0, work − invoiced).</summary>
    public required Total BillingGap { get; init; }
    /// <summary>Σ max(0, invoiced − work).</summary>
    public required Total InvoicedAhead { get; init; }
    /// <summary>Unpaid invoices at the report's date, longest past due first.</summary>
    public required IReadOnlyList<UnpaidInvoice> Unpaid { get; init; }
    /// <summary>Their money.</summary>
    public required Total Receivables { get; init; }
    /// <summary>Receivables by age, all six lines.</summary>
    public required IReadOnlyList<AgeingLine> Ageing { get; init; }
    /// <summary>Invoices sent in the last 90 days, money.</summary>
    public required Total SentLast90 { get; init; }
    /// <summary>Mean days from invoice to payment over invoices paid in the last 365 days; null without one.</summary>
    public decimal? VelocityMean { get; init; }
    /// <summary>Median of the same.</summary>
    public decimal? VelocityMedian { get; init; }
    /// <summary>Invoices paid in the last 365 days whose day of sending is known.</summary>
    public required IReadOnlyList<Invoice> PaidLast365 { get; init; }
    /// <summary>Clients by what was invoiced in the last 365 days, largest first.</summary>
    public required IReadOnlyList<ClientShare> Shares { get; init; }
    /// <summary>Invoices of the last 365 days whose amount is unknown, and those that may be of these days and do not say when they were sent: shares are over the others.</summary>
    public required int SharesUnknown { get; init; }
    /// <summary>Active contracts that renew soon, soonest first.</summary>
    public required IReadOnlyList<Renewal> Renewals { get; init; }
    /// <summary>Active contracts without a date of renewal.</summary>
    public required IReadOnlyList<Client> RenewalUnknown { get; init; }
    /// <summary>Contracts that have ended, and active ones whose date of renewal is past.</summary>
    public required IReadOnlyList<Client> Lapsed { get; init; }

    /// <summary>Receivables / invoices sent in the last 90 days × 90, in days; null if nothing was sent or an amount is unknown.</summary>
    public Bounds? DaysSalesOutstanding => SentLast90 is { Unknown: 0, Known.Low: > 0 } && Receivables.Unknown == 0
        ? new Bounds(Receivables.Known.Low * 90 / SentLast90.Known.High, Receivables.Known.High * 90 / SentLast90.Known.Low)
        : null;
    /// <summary>The largest client; null without invoices.</summary>
    public ClientShare? Largest => Shares.Count > 0 ? Shares[0] : null;
    /// <summary>Share of the three largest; null without invoices.</summary>
    public decimal? TopThree => Shares.Count > 0 ? Shares.Take(3).Sum(s => s.Share) : null;
    /// <summary>Whom to call today: unpaid invoices past due, longest first, larger money first within a day.</summary>
    public IReadOnlyList<UnpaidInvoice> CallToday => [.. Unpaid.Where(u => u.DaysPastDue > 0)];
    /// <summary>Money of those.</summary>
    public Total Overdue => Total.Sum(CallToday.Select(u => u.Invoice.Amount));

    /// <summary>Money of unpaid invoices more than so many days past due.</summary>
    public Total OverdueBy(int days) => Total.Sum(Unpaid.Where(u => u.DaysPastDue > days).Select(u => u.Invoice.Amount));
}

/// <summary>
/// Client portfolio. Billing gap = Σ max(0, work − invoiced), prospects left out; invoiced ahead apart. Unpaid = not void, not paid by the report's date, not sent after it. Ageing by days past due; the due day itself is current.
/// The last 90 (365) days begin on the report's date − 90 (365) days, that day in, and end on the report's date.
/// DSO = unpaid / invoices sent in the last 90 days × 90; unknown where an amount is, or where an invoice that may be of those days does not say when it was sent.
/// Payment velocity = mean and median days from sent to paid over invoices paid in the last 365 days.
/// Concentration = largest client's share of the invoices sent in the last 365 days. Renewals: active contracts that renew within <see cref="Thresholds.AheadDays"/>, that day in.
/// </summary>
public static class ClientPortfolio
{
    /// <summary>The result of one entity.</summary>
    public static ClientResult Of(Handoff entity, DateOnly asOf, Thresholds thresholds)
    {
        var invoices = entity.Invoices.Where(i => i.State != WorkState.Cancelled && !(i.Sent > asOf)).ToList();
        var paid = invoices.Where(i => i is { Sent: not null, Paid: not null } && i.Paid <= asOf && i.Paid >= asOf.AddDays(-365) && i.Paid >= i.Sent).ToList();
        var usual = paid.GroupBy(i => Folded.Of(i.Client)).ToDictionary(g => g.Key, g => Median(g.Select(DaysToPay)));
        decimal? Usual(string client) => usual.TryGetValue(Folded.Of(client), out var days) ? days : null;
        var unpaid = invoices.Where(i => IsUnpaid(i, asOf)).Select(i =>
        {
            int? past = i.Due is { } due ? asOf.DayNumber - due.DayNumber : null;
            return new UnpaidInvoice(i, past, BandOf(past), Usual(i.Client));
        }).OrderByDescending(u => u.DaysPastDue ?? int.MinValue).ThenByDescending(u => u.Invoice.Amount?.High ?? -1).ToList();
        var clients = entity.Clients.Select(c => new ClientView(c, Excess(c.WorkDone, c.Invoiced), Excess(c.Invoiced, c.WorkDone), Usual(c.Name),
            Total.Sum(unpaid.Where(u => Folded.Same(u.Invoice.Client, c.Name)).Select(u => u.Invoice.Amount)))).ToList();
        var billed = clients.Where(c => c.Client.Contract != ContractState.Prospect || c.Unbilled is not null).ToList();
        var lastYear = invoices.Where(i => i.Sent >= asOf.AddDays(-365)).ToList();
        var active = entity.Clients.Where(c => c.Contract == ContractState.Active).ToList();
        // Without a day of sending it may be of the last days, unless it was paid before they began.
        int Undated(int days) => invoices.Count(i => i.Sent is null && !(i.Paid < asOf.AddDays(-days)));
        return new ClientResult
        {
            Entity = entity,
            Clients = clients,
            BillingGap = Total.Sum(billed.Select(c => c.Unbilled)),
            InvoicedAhead = Total.Sum(billed.Select(c => c.Ahead)),
            Unpaid = unpaid,
            Receivables = Total.Sum(unpaid.Select(u => u.Invoice.Amount)),
            Ageing = [.. Enum.GetValues<AgeBand>().Select(band => new AgeingLine(band, unpaid.Count(u => u.Band == band), Total.Sum(unpaid.Where(u => u.Band == band).Select(u => u.Invoice.Amount))))],
            SentLast90 = Total.Sum(invoices.Where(i => i.Sent >= asOf.AddDays(-90)).Select(i => i.Amount)) + new Total(Bounds.Zero, 0, Undated(90)),
            VelocityMean = paid.Count > 0 ? paid.Average(DaysToPay) : null,
            VelocityMedian = paid.Count > 0 ? Median(paid.Select(DaysToPay)) : null,
            PaidLast365 = paid,
            Shares = SharesOf(lastYear),
            SharesUnknown = lastYear.Count(i => i.Amount is null) + Undated(365),
            Renewals = [.. active.Where(c => c.Renews >= asOf && c.Renews <= asOf.AddDays(thresholds.AheadDays)).OrderBy(c => c.Renews).Select(c => new Renewal(c, c.Renews!.Value.DayNumber - asOf.DayNumber))],
            RenewalUnknown = [.. active.Where(c => c.Renews is null)],
            Lapsed = [.. entity.Clients.Where(c => c.Contract == ContractState.Lapsed || (c.Contract == ContractState.Active && c.Renews < asOf))],
        };
    }

    /// <summary>Band of a number of days past due.</summary>
    public static AgeBand BandOf(int? daysPastDue) => daysPastDue switch
    {
        null => AgeBand.DueUnknown,
        <= 0 => AgeBand.Current,
        <= 30 => AgeBand.UpTo30,
        <= 60 => AgeBand.UpTo60,
        <= 90 => AgeBand.UpTo90,
        _ => AgeBand.Over90,
    };

    private static bool IsUnpaid(Invoice invoice, DateOnly asOf) => invoice.Paid is { } paid ? paid > asOf : invoice.State != WorkState.Done;

    private static Bounds? Excess(Amount? more, Amount? less)
    {
        if (more is null || less is null)
            return null;
        var difference = more.Bounds - less.Bounds;
        return new Bounds(Math.Max(0, difference.Low), Math.Max(0, difference.High));
    }

    private static IReadOnlyList<ClientShare> SharesOf(IReadOnlyList<Invoice> invoices)
    {
        var sums = invoices.Where(i => i.Amount is not null).GroupBy(i => Folded.Of(i.Client)).Select(g => (g.First().Client, Money: Total.Sum(g.Select(i => i.Amount)).Known)).ToList();
        var all = sums.Sum(s => s.Money.Middle);
        return all <= 0 ? [] : [.. sums.Select(s => new ClientShare(s.Client, s.Money, s.Money.Middle / all)).OrderByDescending(s => s.Share).ThenBy(s => s.Client, StringComparer.Ordinal)];
    }

    private static decimal DaysToPay(Invoice invoice) => invoice.Paid!.Value.DayNumber - invoice.Sent!.Value.DayNumber;

    private static decimal Median(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
