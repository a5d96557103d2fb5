using CsCheck;
using System.Text;
using ExecReports.Portfolio;

namespace ExecReports.Tests.Portfolio;

public class BadHandoffTests
{
    private const string File = "agent_handoffs/projects/acme.md";
    private const string Costs = "## Costs\n| Item | Expected |\n|---|---|\n| Slip — Süd | $300 |\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Costs) },
        { "UTF-8 with BOM", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Costs)] },
        { "UTF-16 LE", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Costs)] },
        { "UTF-16 BE", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Costs)] },
        { "UTF-16 LE without BOM", Encoding.Unicode.GetBytes(Costs) },
        { "Windows line ends", Encoding.UTF8.GetBytes(Costs.Replace("\n", "\r\n")) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_reads_the_same(string name, byte[] content)
    {
        var cost = Assert.Single(HandoffReader.Read(File, content).Costs);
        Assert.Equal(("Slip — Süd", 300m, 4), (cost.Item, cost.Expected!.Low, cost.At.Line));
        Assert.NotEmpty(name);
    }

    [Fact]
    public void Broken_bytes_are_named_by_line_and_the_rest_is_read()
    {
        var handoff = HandoffReader.Read(File, [.. Encoding.UTF8.GetBytes("## Costs\n- Slip: $300\n- F"), 0xFF, .. Encoding.UTF8.GetBytes("uel: $200\n")]);
        Assert.Equal([300m, 200m], handoff.Costs.Select(cost => cost.Expected!.Low));
        Assert.Equal(("encoding", 3), (handoff.Diagnostics[0].Code, handoff.Diagnostics[0].At.Line));
    }

    [Fact]
    public void Broken_front_matter_costs_only_the_broken_key()
    {
        var handoff = Sample.Read("---\nid: harbour\nname: [Harbour\nkind: charter\n---\n## Costs\n- Slip: $300");
        Assert.Equal(("harbour", "charter", 7), (handoff.Id, handoff.KindAsWritten, handoff.Costs.Single().At.Line));
        var diagnostic = handoff.Diagnostics.Single(diagnostic => diagnostic.Code == "front-matter-broken");
        Assert.InRange(diagnostic.At.Line, 3, 4);
    }

    [Fact]
    public void Front_matter_that_is_never_closed_is_read_up_to_the_first_heading()
    {
        var handoff = Sample.Read("---\nid: harbour\n\n## Costs\n- Slip: $300");
        Assert.Equal(("harbour", 5), (handoff.Id, handoff.Costs.Single().At.Line));
        Assert.Contains(handoff.Diagnostics, diagnostic => diagnostic.Code == "front-matter-open");
    }

    [Fact]
    public void Ragged_rows_are_read_as_far_as_they_go()
    {
        var handoff = Sample.Read("## Costs\n| Item | Vendor | Expected |\n|---|---|---|\n| Slip | Marina |\n| Fuel | Dock | $200 | extra 7 |\n| Ice | Shop | $5 |");
        Assert.Equal([("Slip", null), ("Fuel", 200m), ("Ice", (decimal?)5m)], handoff.Costs.Select(cost => (cost.Item, cost.Expected?.Low)));
        Assert.Equal("extra 7", handoff.Costs[1].Extra.Values.Single());
        Assert.Equal([4, 5], handoff.Diagnostics.Where(diagnostic => diagnostic.Code == "row-ragged").Select(diagnostic => diagnostic.At.Line));
    }

    [Theory]
    [InlineData("$18O", "amount-unreadable")]
    [InlineData("€300", "amount-unreadable")]
    [InlineData("$40 per trip", "period-unknown")]
    [InlineData("a lot", "amount-unreadable")]
    public void An_amount_that_cannot_be_read_is_unknown_and_named(string written, string code)
    {
        var handoff = Sample.Read($"## Costs\n| Item | Expected |\n|---|---|\n| Slip | {written} |\n| Fuel | $200 |");
        Assert.Equal([null, 200m], handoff.Costs.Select(cost => cost.Expected?.Low));
        var diagnostic = Assert.Single(handoff.Diagnostics);
        Assert.Equal((code, 4), (diagnostic.Code, diagnostic.At.Line));
        Assert.Contains(written, diagnostic.Found);
    }

    [Fact]
    public void Dates_out_of_order_are_named_and_the_later_one_is_unknown()
    {
        var handoff = Sample.Read("## Bookings\n| Guest | Arrive | Leave | Total |\n|---|---|---|---|\n| A | 2026-11-20 | 2026-11-18 | $300 |");
        var booking = Assert.Single(handoff.Bookings);
        Assert.Equal((new DateOnly(2026, 11, 20), null, 300m), (booking.Arrive!.Value, booking.Leave, booking.Total!.Low));
        Assert.Equal("dates-out-of-order", Assert.Single(handoff.Diagnostics).Code);
    }

    [Fact]
    public void An_empty_file_is_an_empty_handoff()
    {
        var handoff = HandoffReader.Read(File, []);
        Assert.Equal(("acme", "acme"), (handoff.Id, handoff.Name));
        Assert.Empty(handoff.Sections);
    }

    [Fact]
    public void Secrets_never_reach_the_handoff()
    {
        const string Key = "AKIA" + "IOSFODNN7EXAMPLE";
        var handoff = Sample.Read($"---\nnotes: {Key}\n---\n## Deployment\n| Target | Where |\n|---|---|\n| API | https://app:pa55w0rd@example.com |\n\nKey {Key}\n");
        Assert.Equal([(2, "AWS access key"), (7, "password in a URL"), (9, "AWS access key")], handoff.Secrets.Select(secret => (secret.At.Line, secret.Kind)));
        var everything = System.Text.Json.JsonSerializer.Serialize(handoff);
        Assert.DoesNotContain(Key, everything);
        Assert.DoesNotContain("pa55w0rd", everything);
        Assert.Single(handoff.Deployment);
    }

    // Five megabytes read at all, and twice the rows do not take four times the memory: quadratic work would allocate so.
    [Fact]
    public void A_file_of_five_megabytes_is_read_in_full_with_work_that_grows_with_its_size()
    {
        static byte[] Table(int rows) => Encoding.UTF8.GetBytes("## Costs\n| Item | Vendor | Expected |\n|---|---|---|\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"| Item number {i:D6} of a long list | Vendor {i % 100:D3} of the list | ${i % 900 + 100}.00 per month |\n")));
        static long Allocated(int rows)
        {
            var content = Table(rows);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(rows, HandoffReader.Read(File, content).Costs.Count);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.True(Table(80_000).Length > 5_000_000);
        var half = Allocated(40_000);
        Assert.InRange(Allocated(80_000), half, half * 3);
    }

    [Fact]
    public void Quotes_nested_without_end_are_a_diagnostic()
    {
        var handoff = Sample.Read("## Costs\n- a: $1\n" + string.Concat(Enumerable.Repeat("> ", 5000)) + "x");
        Assert.Equal("acme", handoff.Id);
        Assert.NotEmpty(handoff.Diagnostics);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("*a **b ")]
    [InlineData("<a ")]
    public void Marks_opened_thousands_of_times_are_kept_as_written_and_cost_nothing_else(string mark)
    {
        var handoff = Sample.Read($"## Mission\n{string.Concat(Enumerable.Repeat(mark, 20_000))}\n\n## Costs\n- Slip: $300");
        Assert.StartsWith(mark[..1], handoff.Mission);
        Assert.Equal(300m, Assert.Single(handoff.Costs).Expected!.Low);
    }

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        CsCheck.Check.Sample(CsCheck.Gen.OneOf(Pick.From("## Costs", "| Item | Expected |", "|---|---|", "| a | $1 |", "- x: y", "---", "id: a", "**Team**", "> q", "    code", "<!-- c", "-->", "| Term | Low |", "  - b", "- [x] c", "===", "```", "| Month | Units |", "## Revenue", "## Guardrails", "at most"), CsCheck.Gen.String[0, 12]).Array[0, 25],
            lines => Sample.Read(string.Join('\n', lines)));
}
