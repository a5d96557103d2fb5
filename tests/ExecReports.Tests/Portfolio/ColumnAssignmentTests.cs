using CsCheck;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Tests.Portfolio;

/// <summary>Headings that may mean two columns, and headings that want the same one.</summary>
public class ColumnAssignmentTests
{
    private static string[] Codes(Handoff handoff) => [.. handoff.Diagnostics.Select(diagnostic => diagnostic.Code)];

    [Theory]
    [InlineData("| Item | Vendor | Cost | Per |\n|---|---|---|---|\n| Slip | Marina | $3,600 | year |")]
    [InlineData("| Vendor | Item | Per | Cost |\n|---|---|---|---|\n| Marina | Slip | year | $3,600 |")]
    [InlineData("| Cost | Amount | Per |\n|---|---|---|\n| Slip | $3,600 | year |")]
    [InlineData("| Amount | Cost | Per |\n|---|---|---|\n| $3,600 | Slip | year |")]
    [InlineData("| Cost | Vendor | Monthly |\n|---|---|---|\n| Slip | Marina | 300 |")]
    public void Cost_is_the_amount_where_the_cells_are_amounts_and_names_the_row_where_they_are_words(string table)
    {
        var handoff = Sample.Read("## Costs\n" + table);
        var cost = Assert.Single(handoff.Costs);
        Assert.Equal(("Slip", 300m), (cost.Item, cost.Expected!.Low));
        Assert.Empty(cost.Extra);
        Assert.Empty(handoff.Diagnostics);
    }

    [Theory]
    [InlineData("Service")]
    [InlineData("Stream | Service")]
    public void Service_is_a_day_where_its_cells_are_days(string headings)
    {
        var cells = headings.Contains('|') ? "Charters | 2026-12-05" : "2026-12-05";
        var deposit = Assert.Single(Sample.Read($"## Deposits\n| Ref | {headings} | Taken |\n|---|---|---|{(headings.Contains('|') ? "---|" : "")}\n| A-1 | {cells} | $200 |").Deposits);
        Assert.Equal(new DateOnly(2026, 12, 5), deposit.ServiceOn);
        Assert.Equal(headings.Contains('|') ? "Charters" : null, deposit.Stream);
    }

    [Fact]
    public void Service_is_a_stream_where_its_cells_are_words()
    {
        var deposit = Assert.Single(Sample.Read("## Deposits\n| Ref | Service | Taken | Sails |\n|---|---|---|---|\n| A-1 | Day sail | $200 | 2026-12-05 |").Deposits);
        Assert.Equal(("Day sail", new DateOnly(2026, 12, 5)), (deposit.Stream, deposit.ServiceOn!.Value));
    }

    [Fact]
    public void Words_beside_a_stream_are_kept_and_named_when_no_column_is_left_for_them()
    {
        var handoff = Sample.Read("## Deposits\n| Ref | Stream | Service | Taken |\n|---|---|---|---|\n| A-1 | Charters | half day | $200 |");
        Assert.Equal("half day", Assert.Single(handoff.Deposits).Extra["Service"]);
        Assert.Equal(["column-duplicate"], Codes(handoff));
    }

    [Fact]
    public void Answers_and_their_days_stand_side_by_side()
    {
        var handoff = Sample.Read("""
            ## Deliveries
            | Vessel | Invoiced | Invoiced on | Paid | Paid on |
            |---|---|---|---|---|
            | Petrel | yes | 2026-10-02 | no | |
            | Skua | yes | 2026-10-03 | yes | 2026-10-20 |
            """);
        Assert.Equal([(true, new DateOnly(2026, 10, 2), false, null), (true, new DateOnly(2026, 10, 3), true, (DateOnly?)new DateOnly(2026, 10, 20))],
            handoff.Deliveries.Select(row => (row.Invoiced!.Value, row.InvoicedOn!.Value, row.Paid!.Value, row.PaidOn)));
        Assert.Empty(handoff.Diagnostics);
    }

    [Fact]
    public void Yes_and_no_are_no_amounts()
    {
        var handoff = Sample.Read("## Maintenance\n| Item | Quote | Paid |\n|---|---|---|\n| Pump | $400 | yes |\n| Rope | $50 | no |");
        Assert.Equal([(400m, "yes"), (50m, "no")], handoff.Maintenance.Select(row => (row.Cost!.Low, row.Extra["Paid"])));
        Assert.Equal(["column-content"], Codes(handoff));
    }

    [Fact]
    public void A_second_column_of_one_kind_is_kept_as_written_and_named()
    {
        var handoff = Sample.Read("## Costs\n| Item | Expected | Budget | Low |\n|---|---|---|---|\n| Slip | $300 | $320 | $290 |");
        var cost = Assert.Single(handoff.Costs);
        Assert.Equal((300m, "$320", "$290"), (cost.Expected!.Low, cost.Extra["Budget"], cost.Extra["Low"]));
        Assert.Equal(["column-duplicate", "column-duplicate"], Codes(handoff));
    }

    [Fact]
    public void The_period_of_the_row_counts_where_the_heading_names_another_and_both_are_named()
    {
        var handoff = Sample.Read("## Costs\n| Item | Monthly cost | Per |\n|---|---|---|\n| Slip | $300 | month |\n| Insurance | $1,200 | year |\n| Web | $20/month | year |");
        Assert.Equal([300m, 100m, 20m], handoff.Costs.Select(cost => cost.Expected!.Low));
        Assert.Equal([("period-differs", 5), ("period-differs", 6)], handoff.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.At.Line)));
        Assert.Contains("year", handoff.Diagnostics[0].Found);
    }

    [Fact]
    public void A_saving_per_month_is_a_months_on_a_line_that_is_paid_by_the_year()
    {
        var handoff = Sample.Read("## Costs\n| Item | Expected | Per | Saving per month |\n|---|---|---|---|\n| Insurance | $1,200 | year | $10 |");
        Assert.Equal((100m, 10m), (handoff.Costs[0].Expected!.Low, handoff.Costs[0].Saving!.Low));
        Assert.Empty(handoff.Diagnostics);
    }

    [Theory]
    [InlineData("Slip | $300 | month", "Insurance | $1,200 | year", "Total | $400 |", 0)]
    [InlineData("Slip | $300 | month", "Insurance | $1,200 | year", "Total | $1,500 |", 1)]
    [InlineData("Licence | $600 | year", "Insurance | $1,200 | year", "Total | $1,800 |", 0)]
    [InlineData("Licence | $600 | year", "Insurance | $1,200 | year", "Total | $1,800 | year", 0)]
    [InlineData("Licence | $600 | year", "Insurance | $1,200 | year", "Total | $150 | month", 0)]
    public void A_total_is_compared_in_the_terms_in_which_it_is_written(string first, string second, string total, int differing)
    {
        var handoff = Sample.Read($"## Costs\n| Item | Cost | Per |\n|---|---|---|\n| {first} |\n| {second} |\n| {total} |");
        Assert.Equal(Enumerable.Repeat("total-differs", differing), Codes(handoff));
    }

    [Fact]
    public void Severity_keeps_the_scale_in_which_it_is_written()
    {
        var handoff = Sample.Read("## Security\n| Finding | Severity |\n|---|---|\n| Open bucket | 3 of 5 |\n\n## UX\n| Issue | Priority |\n|---|---|\n| Slow page | 4/5 |");
        Assert.Equal((2.4m, "3 of 5"), (handoff.Security[0].Severity!.Value, handoff.Security[0].SeverityAsWritten));
        Assert.Equal((3.2m, "4/5"), (handoff.Ux[0].Severity!.Value, handoff.Ux[0].SeverityAsWritten));
    }

    [Fact]
    public void Words_around_a_value_are_kept_in_the_note()
    {
        var handoff = Sample.Read("""
            ## Security
            | Finding | State |
            |---|---|
            | Keys | open, 3 left |
            | Logs | Done 2026-11-05 |
            | MFA | TBD |

            ## Costs
            | Item | Expected | Per |
            |---|---|---|
            | Slip | TBD (asked for $400) | month |
            """);
        Assert.Equal(["state: open, 3 left", "state: Done 2026-11-05", null], handoff.Security.Select(item => item.Note));
        Assert.Equal("expected: TBD (asked for $400)", handoff.Costs[0].Note);
    }

    [Fact]
    public void No_cell_of_a_table_is_lost() =>
        CsCheck.Check.Sample(CsCheck.Gen.Select(Pick.From("Costs", "Deposits", "Deliveries", "Bookings", "Invoices", "Shortfalls"),
                Pick.From("Item", "Cost", "Amount", "Service", "Paid", "Paid on", "Client", "Vendor", "Due", "Low", "Colour", "Note", "").Array[2, 6],
                Pick.From("$7,321", "2026-11-20", "yes", "red", "4,417 apples", "Q9").Array[6]),
            (section, headings, values) =>
            {
                var cells = headings.Select((_, i) => values[i]).ToArray();
                var handoff = Sample.Read($"## {section}\n| {string.Join(" | ", headings)} |\n|{string.Concat(headings.Select(_ => "---|"))}\n| {string.Join(" | ", cells)} |");
                Assert.Equal(cells, handoff.Sections[0].Tables[0].Rows[0]);
                if (!handoff.Sections[0].Tables[0].Read)
                    return;
                // Read or kept: each cell is a value, a note, an extra cell, or quoted by a diagnostic.
                var everything = System.Text.Json.JsonSerializer.Serialize(handoff with { Sections = [] }).Replace("\\u0022", "\"");
                foreach (var cell in cells.Where(cell => cell is not "yes"))
                    Assert.True(Forms(cell).Any(form => everything.Contains(form, StringComparison.Ordinal)), $"{cell} of {section} {string.Join('|', headings)} is lost");
            });

    private static string[] Forms(string cell) => cell switch
    {
        "$7,321" => ["7321", "7,321"],
        "4,417 apples" => ["4417", "4,417"],
        _ => [cell],
    };
}
