using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;
using ExecReports.Reports;
using ExecReports.Reports.Clients;
using ExecReports.Reports.Rental;
using ExecReports.Reports.VesselDeliveries;
using ExecReports.Tests.Analysis;

namespace ExecReports.Tests.Reports;

public class DomainReportTests
{
    private static Handoff House() => Given.Entity("house", EntityKind.Rental) with
    {
        Bookings =
        [
            Given.Stay("S-1", Given.Day(2026, 11, 10), Given.Day(2026, 11, 14), 800, 80),
            Given.Stay("S-2", Given.Day(2026, 12, 1), Given.Day(2026, 12, 6), 900, 90),
            Given.Stay("S-3", Given.Day(2026, 12, 10), Given.Day(2026, 12, 12), state: BookingState.Owner),
        ],
        Costs = [Given.Cost("Water", Given.Money(73))],
        Maintenance = [new() { At = Given.Line(), Title = "Roof", Reported = Given.Day(2026, 11, 14), Cost = Given.Money(500) }],
        Assets = [new() { At = Given.Line(), Name = "House", Category = "property", Value = Given.Money(200000) }],
    };

    private static Handoff Movers() => Given.Entity("movers", EntityKind.Delivery) with
    {
        Deliveries =
        [
            new() { At = Given.Line(), Vessel = "Lark", State = VesselDeliveryState.Delivered, Agreed = Given.Day(2026, 11, 10), Departed = Given.Day(2026, 11, 8), Arrived = Given.Day(2026, 11, 10), QuotedDays = Given.Number(1), QuotedCost = Given.Money(300), Cost = Given.Money(350), Price = Given.Money(900), Crew = Given.Number(2), Invoiced = false, Paid = false, Satisfaction = Given.Number(4) with { Whole = 5 } },
            new() { At = Given.Line(), Vessel = "Heron", State = VesselDeliveryState.UnderWay, Agreed = Given.Day(2026, 11, 20), Departed = Given.Day(2026, 11, 18), Price = Given.Money(700), Crew = Given.Number(2) },
        ],
    };

    private static Handoff Studio() => Given.Entity("studio", EntityKind.Agency) with
    {
        Clients = [new() { At = Given.Line(), Name = "Bakery", Contract = ContractState.Active, WorkDone = Given.Money(900), Invoiced = Given.Money(600), Renews = Given.Day(2026, 12, 31) }],
        Invoices =
        [
            new() { At = Given.Line(), Number = "I-1", Client = "Bakery", Sent = Given.Day(2026, 9, 1), Due = Given.Day(2026, 10, 1), Amount = Given.Money(400), Paid = Given.Day(2026, 10, 11) },
            new() { At = Given.Line(), Number = "I-2", Client = "bakery", Sent = Given.Day(2026, 10, 1), Due = Given.Day(2026, 10, 31), Amount = Given.Money(200) },
        ],
    };

    private static Figure Figure(IReportBuilder builder, Handoff entity, string id) => builder.Build(Given.Facts(entity), entity).Figures.Single(f => f.Id == id);

    public static TheoryData<string> Reports() => ["rental", "delivery", "clients"];

    private static (IReportBuilder Builder, Handoff Full, Handoff Empty) Of(string id) => id switch
    {
        "rental" => (new RentalReport(), House(), Given.Entity("house", EntityKind.Rental)),
        "delivery" => (new DeliveryReport(), Movers(), Given.Entity("movers", EntityKind.Delivery)),
        _ => (new ClientsReport(), Studio(), Given.Entity("studio", EntityKind.Agency)),
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public void An_entity_without_rows_gets_a_report_that_says_so(string id)
    {
        var (builder, _, empty) = Of(id);

        var markdown = BuiltInReport.Markdown(builder, Given.Facts(empty), empty);

        Assert.Contains("is listed", markdown, StringComparison.Ordinal);
        Assert.Contains("## Sources", markdown, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Doubled_amounts_double_every_money_figure_and_no_other(string id)
    {
        var (builder, full, _) = Of(id);

        var doubled = Doubled.Of(full);
        Doubled.AssertMoneyDoubles(builder.Build(Given.Facts(full), full).Figures, builder.Build(Given.Facts(doubled), doubled).Figures);
    }

    [Fact]
    public void The_rental_report_lists_the_unsold_gaps_with_their_worth()
    {
        var house = House();
        var markdown = BuiltInReport.Markdown(new RentalReport(), Given.Facts(house), house);

        // Tonight to 30 November: seven nights at 800 / 4.
        Assert.Contains("| 24 Nov 2026 | 1 Dec 2026 | 7 | $1,400 |", markdown, StringComparison.Ordinal);
        Assert.Contains("| 6 Dec 2026 | 10 Dec 2026 | 4 | $800 |", markdown, StringComparison.Ordinal);
        Assert.Contains("Roof", markdown, StringComparison.Ordinal);
        Assert.Contains("owner, not available", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_delivery_report_lists_what_has_arrived_and_is_not_invoiced()
    {
        var movers = Movers();
        var markdown = BuiltInReport.Markdown(new DeliveryReport(), Given.Facts(movers), movers);

        Assert.Contains("1 delivery has arrived and is not invoiced, worth $900; Lark has waited 14 days.", markdown, StringComparison.Ordinal);
        Assert.Contains("Past the agreed date: Heron by 4 days.", markdown, StringComparison.Ordinal);
        Assert.Equal(550, Figure(new DeliveryReport(), movers, "margin").Low);
    }

    [Fact]
    public void The_client_report_names_whom_to_call_and_how_long_they_usually_take()
    {
        var studio = Studio();
        var markdown = BuiltInReport.Markdown(new ClientsReport(), Given.Facts(studio), studio);

        Assert.Contains("| bakery | I-2 | 24 | $200 | 40 |", markdown, StringComparison.Ordinal);
        Assert.Equal(300, Figure(new ClientsReport(), studio, "billing.gap").Low);
        Assert.Equal(1, Figure(new ClientsReport(), studio, "concentration").Low);
    }
}
