using ExecReports.Analysis.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Tests.Analysis.Operations;

public class ClientPortfolioTests
{
    private static Invoice Invoice(string client, DateOnly? sent, DateOnly? due, decimal? amount, DateOnly? paid = null, WorkState state = WorkState.Open) =>
        new() { At = Given.Line(), Number = client, Client = client, Sent = sent, Due = due, Amount = amount is { } a ? Given.Money(a) : null, Paid = paid, State = state };

    private static ClientResult Of(IReadOnlyList<Invoice> invoices, params Client[] clients) =>
        ClientPortfolio.Of(Given.Entity("studio", EntityKind.Agency) with { Invoices = invoices, Clients = clients }, Given.AsOf, new Thresholds());

    private static Client Client(string name, decimal? work, decimal? invoiced, ContractState contract = ContractState.Active, DateOnly? renews = null) => new()
    {
        At = Given.Line(),
        Name = name,
        Contract = contract,
        Renews = renews,
        WorkDone = work is { } w ? Given.Money(w) : null,
        Invoiced = invoiced is { } i ? Given.Money(i) : null,
    };

    [Theory]
    [InlineData(null, AgeBand.DueUnknown)]
    [InlineData(-5, AgeBand.Current)]
    [InlineData(0, AgeBand.Current)]
    [InlineData(1, AgeBand.UpTo30)]
    [InlineData(30, AgeBand.UpTo30)]
    [InlineData(31, AgeBand.UpTo60)]
    [InlineData(60, AgeBand.UpTo60)]
    [InlineData(61, AgeBand.UpTo90)]
    [InlineData(90, AgeBand.UpTo90)]
    [InlineData(91, AgeBand.Over90)]
    public void Age_bands_begin_and_end_where_their_names_say(int? days, AgeBand band) => Assert.Equal(band, ClientPortfolio.BandOf(days));

    [Fact]
    public void Paid_void_and_unsent_invoices_are_no_receivables()
    {
        var result = Of(
        [
            Invoice("open", Given.Day(2026, 10, 1), Given.Day(2026, 10, 31), 100),
            Invoice("paid", Given.Day(2026, 10, 1), Given.Day(2026, 10, 31), 200, Given.Day(2026, 11, 1), WorkState.Done),
            Invoice("paid some day", Given.Day(2026, 10, 1), Given.Day(2026, 10, 31), 300, state: WorkState.Done),
            Invoice("void", Given.Day(2026, 10, 1), Given.Day(2026, 10, 31), 400, state: WorkState.Cancelled),
            Invoice("tomorrow", Given.Day(2026, 11, 25), Given.Day(2026, 12, 31), 500),
            Invoice("amount unknown", Given.Day(2026, 11, 1), Given.Day(2026, 12, 31), null),
        ]);

        Assert.Equal((100m, 1), (result.Receivables.Known.Low, result.Receivables.Unknown));
        Assert.Equal(24, Assert.Single(result.CallToday).DaysPastDue);
    }

    [Fact]
    public void Outstanding_days_are_receivables_over_ninety_days_of_invoices()
    {
        // 24 Nov − 90 days is 26 Aug: in; 25 Aug: out. Unpaid 300 of 900 sent: 30 days.
        var result = Of(
        [
            Invoice("a", Given.Day(2026, 8, 26), Given.Day(2026, 9, 26), 600, Given.Day(2026, 9, 1)),
            Invoice("b", Given.Day(2026, 11, 1), Given.Day(2026, 12, 1), 300),
            Invoice("c", Given.Day(2026, 8, 25), Given.Day(2026, 9, 25), 5000, Given.Day(2026, 9, 1)),
        ]);

        Assert.Equal(30, result.DaysSalesOutstanding!.Value.Low);
    }

    [Fact]
    public void An_invoice_that_may_be_of_the_last_ninety_days_and_says_no_day_leaves_outstanding_days_unknown()
    {
        var known = Invoice("a", Given.Day(2026, 11, 1), Given.Day(2026, 12, 1), 300);

        Assert.Null(Of([known, Invoice("b", null, Given.Day(2026, 12, 1), 300)]).DaysSalesOutstanding);
        // Paid on 25 Aug, it was sent before the window began on 26 Aug: 300 / 300 × 90.
        Assert.Equal(90, Of([known, Invoice("b", null, null, 300, Given.Day(2026, 8, 25))]).DaysSalesOutstanding!.Value.Low);
    }

    [Fact]
    public void Velocity_is_mean_and_median_of_the_last_year_s_payments()
    {
        var result = Of(
        [
            Invoice("a", Given.Day(2026, 1, 1), null, 1, Given.Day(2026, 1, 11)),
            Invoice("a", Given.Day(2026, 2, 1), null, 1, Given.Day(2026, 2, 21)),
            Invoice("b", Given.Day(2026, 3, 1), null, 1, Given.Day(2026, 4, 30)),
            Invoice("old", Given.Day(2025, 1, 1), null, 1, Given.Day(2025, 11, 23)),
        ]);

        Assert.Equal((30m, 20m), (result.VelocityMean, result.VelocityMedian));
    }

    [Fact]
    public void The_billing_gap_does_not_offset_what_another_client_was_billed_ahead()
    {
        var result = Of([], Client("a", 500, 300), Client("b", 100, 250), Client("c", null, 10), Client("lead", null, null, ContractState.Prospect));

        Assert.Equal((200m, 1), (result.BillingGap.Known.Low, result.BillingGap.Unknown));
        Assert.Equal(150, result.InvoicedAhead.Known.Low);
    }

    [Fact]
    public void Concentration_is_over_the_invoices_of_365_days()
    {
        var result = Of(
        [
            Invoice("a", Given.Day(2026, 3, 1), null, 300, Given.Day(2026, 4, 1)),
            Invoice("A.", Given.Day(2026, 5, 1), null, 300, Given.Day(2026, 6, 1)),
            Invoice("b", Given.Day(2026, 6, 1), null, 200, Given.Day(2026, 7, 1)),
            Invoice("c", Given.Day(2026, 6, 1), null, 100, Given.Day(2026, 7, 1)),
            Invoice("d", Given.Day(2026, 6, 1), null, 100, Given.Day(2026, 7, 1)),
            Invoice("c", Given.Day(2025, 11, 1), null, 9000, Given.Day(2025, 12, 1)),
        ]);

        Assert.Equal(("a", 0.6m), (result.Largest!.Client, result.Largest.Share));
        Assert.Equal(0.9m, result.TopThree);
    }

    [Fact]
    public void Renewals_are_active_contracts_within_ninety_days_that_day_in()
    {
        var result = Of([],
            Client("last day", 0, 0, renews: Given.Day(2027, 2, 22)),
            Client("a day later", 0, 0, renews: Given.Day(2027, 2, 23)),
            Client("unknown", 0, 0),
            Client("past", 0, 0, renews: Given.Day(2026, 11, 23)),
            Client("ended", 0, 0, ContractState.Lapsed, Given.Day(2026, 12, 1)));

        Assert.Equal("last day", Assert.Single(result.Renewals).Client.Name);
        Assert.Equal("unknown", Assert.Single(result.RenewalUnknown).Name);
        Assert.Equal(["past", "ended"], result.Lapsed.Select(c => c.Name));
    }
}
