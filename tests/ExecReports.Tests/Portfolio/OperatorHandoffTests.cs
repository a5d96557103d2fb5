using System.Runtime.CompilerServices;
using System.Text;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Tests.Portfolio;

/// <summary>Handoffs by people who never saw docs/handoffs.md: other headings, lists for tables, signs and dates in their own way.</summary>
public class OperatorHandoffTests
{
    public static TheoryData<string> Names => ["bread-stall", "corner-shop", "dive-academy", "kayak-tours", "kite-school", "lake-house", "sunset-sails", "trailer-hire", "web-studio", "yacht-moves"];

    private static string Text(string name, [CallerFilePath] string path = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, "Operators", name + ".md")).ReplaceLineEndings("\n");

    private static Handoff Read(string name) => Sample.Read(Text(name), $"agent_handoffs/projects/{name}.md");

    private static (string, decimal?)[] Costs(Handoff handoff) => [.. handoff.Costs.Select(cost => (cost.Item, cost.Expected?.Low))];

    private static (string, int)[] Faults(Handoff handoff) => [.. handoff.Diagnostics.Where(one => one.Severity != DiagnosticSeverity.Hint).Select(one => (one.Code, one.At.Line))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_table_is_read_or_named_with_the_nearest_heading(string name)
    {
        var handoff = Read(name);
        foreach (var table in handoff.Sections.SelectMany(section => section.Tables).Where(table => !table.Read))
        {
            var hint = Assert.Single(handoff.Diagnostics, one => one.Code == "table-unread" && one.At == table.At);
            Assert.NotNull(table.NearestKnown);
            Assert.EndsWith("nearest is " + table.NearestKnown, hint.Expected);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Windows_line_ends_change_nothing(string name)
    {
        static string Everything(Handoff handoff) => System.Text.Json.JsonSerializer.Serialize(handoff);
        var windows = HandoffReader.Read($"agent_handoffs/projects/{name}.md", Encoding.UTF8.GetBytes(Text(name).Replace("\n", "\r\n")));
        Assert.Equal(Everything(Read(name)), Everything(windows));
    }

    [Fact]
    public void A_school_in_lists_with_emojis()
    {
        var handoff = Read("kite-school");
        Assert.Equal([("Van lease", 410m), ("Beach permit", 150m), ("Insurance", 95m), ("Instructor wages", 3200m), ("New kites", null)], Costs(handoff));
        Assert.Equal([("Beginner course", 340m, 9m), ("Private lesson", 120m, 14m), ("Board rental", 45m, 20m)], handoff.Revenue.Select(stream => (stream.Name, stream.Price!.Low, stream.UnitsPerMonth!.Low)));
        Assert.Equal(["Head instructor", "Second instructor", "Front desk"], handoff.Team.Select(member => member.Role));
        Assert.Equal([("No safety boat", 4m), ("Booking page breaks on phones", 3m), ("Wetsuits wear out", (decimal?)null)], handoff.Shortfalls.Select(gap => (gap.Title, gap.Urgency)));
        Assert.Equal([("Buy six wetsuits", new DateOnly(2027, 3, 15), WorkState.Open), ("Renew permit", null, WorkState.Done)], handoff.Roadmap.Select(step => (step.Title, step.Due, step.State)));
        Assert.Empty(Faults(handoff));
    }

    [Fact]
    public void A_shop_with_prices_bills_and_stock()
    {
        var handoff = Read("corner-shop");
        Assert.Equal(EntityKind.Shop, handoff.Kind);
        Assert.Equal([("Rent", 2150m), ("Point of sale", 60m), ("Alarm", 35m)], Costs(handoff));
        Assert.Equal("Landlord", handoff.Costs[0].Vendor);
        Assert.Equal([(480m, 310m, 6m), (28m, 9m, 85m), (4m, 1.5m, 210m)], handoff.Revenue.Select(stream => (stream.Price!.Low, stream.VariableCost!.Low, stream.UnitsPerMonth!.Low)));
        Assert.Equal([(11m, 3410m), (140m, 1260m)], handoff.Assets.Select(asset => (asset.Size!.Low, asset.Value!.Low)));
        Assert.Equal([("Checking", 8914.20m, new DateOnly(2026, 11, 18))], handoff.Cash.Select(cash => (cash.Account, cash.Balance!.Low, cash.On!.Value)));
        Assert.Equal([(3m, 500m, "Clerk"), (1m, null, null)], handoff.Shortfalls.Select(gap => (gap.Urgency!.Value, gap.MoneyPerMonth?.Low, gap.Owner)));
        // 2,150 + 60 + 420/12 = 2,245, as the total says.
        Assert.Empty(Faults(handoff));
    }

    [Fact]
    public void An_equipment_rental_with_trailers_out_and_back()
    {
        var handoff = Read("trailer-hire");
        Assert.Equal([("Insurance", 65m), ("Storage lot", 140m), ("Registration", 8m)], Costs(handoff));
        Assert.Equal([(new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 18), 270m), (new DateOnly(2026, 11, 21), null, 90m), (new DateOnly(2026, 11, 30), (DateOnly?)null, 90m)],
            handoff.Bookings.Select(booking => (booking.Arrive!.Value, booking.Leave, booking.Total!.Low)));
        Assert.Equal([(new DateOnly(2026, 10, 25), null), (new DateOnly(2026, 10, 20), (DateOnly?)new DateOnly(2026, 10, 22))], handoff.Maintenance.Select(item => (item.Reported!.Value, item.Repaired)));
        Assert.Equal([9800m, 4200m], handoff.Assets.Select(asset => asset.Value!.Low));
        Assert.Equal([("dates-out-of-order", 17)], Faults(handoff));
    }

    [Fact]
    public void A_house_with_guests_listings_and_bills()
    {
        var handoff = Read("lake-house");
        Assert.Equal([("Mortgage", 1450m), ("Power", 130m), ("Internet", 70m), ("Property tax", 330m)], Costs(handoff));
        Assert.Equal([(1180m, 4m, BookingState.Confirmed), (1650m, 6m, BookingState.Confirmed), (null, (decimal?)5m, BookingState.Owner)], handoff.Bookings.Select(booking => (booking.Total?.Low, booking.Guests?.Low, booking.State)));
        Assert.Equal([(ChannelState.Active, 0.15m), (ChannelState.Absent, 0.03m), (ChannelState.Active, 0m)], handoff.Channels.Select(channel => (channel.State!.Value, channel.Commission!.Low)));
        Assert.Equal([(14m, 9m), (4.9m, 4.7m)], handoff.Kpis.Select(kpi => (kpi.Target!.Low, kpi.Actual!.Low)));
        Assert.Equal([(900m, 4m, WorkState.Open), (null, null, WorkState.Open), (null, (decimal?)null, WorkState.Done)], handoff.Maintenance.Select(item => (item.Cost?.Low, item.Urgency, item.State)));
        Assert.Equal([("date-unreadable", 10)], Faults(handoff));
    }

    [Fact]
    public void Deliveries_whose_departure_is_a_port()
    {
        var handoff = Read("yacht-moves");
        Assert.Equal([("San Diego", "La Paz", new DateOnly(2026, 10, 29), true, true), ("Ensenada", "San Diego", null, false, false), ("Seattle", "San Diego", (DateOnly?)null, false, false)],
            handoff.Deliveries.Select(row => (row.From!, row.To!, row.Arrived, row.Invoiced!.Value, row.Paid!.Value)));
        Assert.Equal([6400m, 1900m, 9750m], handoff.Deliveries.Select(row => row.Price!.Low));
        Assert.Equal([("Liability cover", 220m), ("Satellite phone", 75m), ("Travel home for crew", 400m)], Costs(handoff));
        Assert.Equal(new DateOnly(2026, 12, 15), Assert.Single(handoff.Shortfalls).Due);
        Assert.Empty(Faults(handoff));
    }

    [Fact]
    public void A_studio_with_clients_invoices_and_what_it_runs()
    {
        var handoff = Read("web-studio");
        Assert.Equal([(ContractState.Active, 650m, 3900m), (ContractState.Prospect, 400m, 800m), (ContractState.Lapsed, 0m, 2150m)], handoff.Clients.Select(client => (client.Contract, client.Retainer!.Low, client.Invoiced!.Low)));
        Assert.Equal([(650m, null), (400m, new DateOnly(2026, 11, 14)), (1075m, (DateOnly?)null)], handoff.Invoices.Select(invoice => (invoice.Amount!.Low, invoice.Paid)));
        Assert.Equal(["Node", "PostgreSQL"], handoff.TechStack.Select(item => item.Technology));
        Assert.Equal([new DateOnly(2026, 11, 14), new DateOnly(2026, 8, 19)], handoff.Deployment.Select(item => item.LastDeployed!.Value));
        Assert.Equal([("3 of 5", WorkState.Open), ("critical", WorkState.Done)], handoff.Security.Select(item => (item.SeverityAsWritten!, item.State)));
        Assert.Equal([("Design suite", 55m), ("Mail", 18m)], Costs(handoff));
        Assert.Equal([("dates-out-of-order", 17)], Faults(handoff));
    }

    [Fact]
    public void Merged_notes_with_one_section_twice()
    {
        var handoff = Read("sunset-sails");
        Assert.Equal([("Slip", 780m), ("Haul out", 200m), ("Fuel", 110m), ("Website", 15m)], Costs(handoff));
        Assert.Equal(160m, handoff.Costs[2].Expected!.High);
        Assert.Equal([(300m, new DateOnly(2026, 12, 19)), (150m, new DateOnly(2026, 12, 13))], handoff.Deposits.Select(deposit => (deposit.Taken!.Low, deposit.ServiceOn!.Value)));
        var campaign = Assert.Single(handoff.Campaigns);
        Assert.Equal((1240m, 0.18m, 0.02m, 0.05m, 390m), (campaign.Audience!.Low, campaign.Open!.Low, campaign.Click!.Low, campaign.Booking!.Low, campaign.Value!.Low));
        Assert.Equal([(5200m, 250m, new DateOnly(2027, 2, 28)), (1900m, null, new DateOnly(2027, 9, 30))], handoff.Capital.Select(action => (action.Cost!.Low, action.ReturnPerMonth?.Low, action.Due!.Value)));
        Assert.Contains(handoff.Sections.SelectMany(section => section.Texts), text => text.Text.StartsWith("Note: captain says", StringComparison.Ordinal));
        Assert.Empty(Faults(handoff));
    }

    [Fact]
    public void Plain_lines_under_names_with_a_colon()
    {
        var handoff = Read("kayak-tours");
        Assert.Equal([("Kayak storage", 220m), ("Guides", 1900m), ("Van", 330m)], Costs(handoff));
        Assert.Equal((2400m, null), (handoff.Costs[1].Expected!.High, handoff.Costs[1].Actual));
        Assert.Equal([65m, 80m], handoff.Revenue.Select(stream => stream.Price!.Low));
        Assert.Equal([("Van is old", 3m, null, null), ("No waivers", 4m, "Guide", (DateOnly?)new DateOnly(2026, 12, 10))], handoff.Shortfalls.Select(gap => (gap.Title, gap.Urgency!.Value, gap.Owner, gap.Due)));
        Assert.Equal((3105m, new DateOnly(2026, 11, 20)), (handoff.Cash[0].Balance!.Low, handoff.Cash[0].On!.Value));
        // 12/10/2026 may be two days: named, not guessed.
        Assert.Equal([("date-unreadable", 20)], Faults(handoff));
    }

    [Fact]
    public void Currency_words_and_spaces_inside_amounts()
    {
        var handoff = Read("bread-stall");
        // 60 a week is 60 × 52 / 12 = 260 a month; 1,080 a year is 90.
        Assert.Equal([("Stall fee", 260m), ("Flour", 210m), ("Van insurance", 90m)], Costs(handoff));
        Assert.Equal([(9m, 2.2m), (8m, 2m)], handoff.Revenue.Select(stream => (stream.Price!.Low, stream.VariableCost!.Low)));
        Assert.Equal([("Oven", 6500m), ("Mixer", 1200m)], handoff.Assets.Select(asset => (asset.Name, asset.Value!.Low)));
        Assert.Equal([(110m, 104m), (0.05m, (decimal?)null)], handoff.Kpis.Select(kpi => (kpi.Target!.Low, kpi.Actual?.Low)));
        Assert.Empty(Faults(handoff));
    }

    [Fact]
    public void An_academy_that_writes_costs_by_the_year()
    {
        var handoff = Read("dive-academy");
        Assert.Equal([("Pool hire", 800m), ("Compressor service", 60m)], Costs(handoff));
        Assert.Equal([(495m, 160m, 7m), (110m, 30m, 5m)], handoff.Revenue.Select(stream => (stream.Price!.Low, stream.VariableCost!.Low, stream.UnitsPerMonth!.Low)));
        Assert.Equal([("Lead instructor", "courses, air", 38m), ("Office", "phones", 15m)], handoff.Team.Select(member => (member.Role, member.Responsibility!, member.HoursPerWeek!.Low)));
        Assert.Equal([(GuardrailDirection.AtMost, 2500m), (GuardrailDirection.AtLeast, 5000m)], handoff.Guardrails.Select(rule => (rule.Direction!.Value, rule.Limit!.Low)));
        Assert.Equal(("booking page", 3m), (handoff.Ux[0].Where, handoff.Ux[0].Severity!.Value));
        Assert.Equal([("date-unreadable", 30)], Faults(handoff));
    }
}
