using System.Text;
using ExecReports.Portfolio;

namespace ExecReports.Tests.Portfolio;

/// <summary>Cells whose values do not show what was written keep it beside them.</summary>
public class WrittenCellsTests
{
    [Theory]
    [InlineData("| Item | Expected |\n|---|---|\n| Slip | $1,980/yr |", "Expected $1,980/yr")]
    [InlineData("| Item | Expected | Per |\n|---|---|---|\n| Slip | $520 | quarter |", "Expected $520 per quarter")]
    [InlineData("| Item | Cost (K) |\n|---|---|\n| Slip | 2.35 |", "Cost (K) 2.35")]
    [InlineData("| Item | Cost |\n|---|---|\n| Slip | $201 incl. 20% duty |", "Cost $201 incl. 20% duty")]
    [InlineData("- Slip: $1,980 a year", "Expected $1,980 a year")]
    public void A_cost_that_was_converted_keeps_what_was_written(string section, string written) => Assert.Equal(written, Read("Costs", section).Costs.Single().Written);

    [Theory]
    [InlineData("$1,980")]
    [InlineData("$1.9K")]
    [InlineData("1,200–1,400")]
    [InlineData("~ 25")]
    [InlineData("?")]
    [InlineData("nothing")]
    public void An_amount_that_is_shown_as_it_stands_keeps_no_second_copy(string cell) => Assert.Null(Read("Costs", $"| Item | Expected |\n|---|---|\n| Slip | {cell} |").Costs.Single().Written);

    [Fact]
    public void A_mark_on_another_scale_and_a_quarter_as_a_date_are_kept()
    {
        var item = Read("Security", "| Finding | Severity | Due |\n|---|---|---|\n| Shared password | 7/10 | Q1 2027 |").Security.Single();

        Assert.Equal(("7/10", "Due Q1 2027"), (item.SeverityAsWritten, item.Written));
    }

    [Fact]
    public void A_share_done_is_kept()
    {
        var item = Read("Roadmap", "| Item | Status |\n|---|---|\n| Classroom | 35% |").Roadmap.Single();

        Assert.Equal((WorkState.Open, "state: 35%"), (item.State, item.Remark));
    }

    [Fact]
    public void What_the_record_keeps_itself_is_not_kept_twice()
    {
        var handoff = Read("Shortfalls", "| Gap | Urgency |\n|---|---|\n| Leak | 5 of 7 |");

        Assert.Equal(("5 of 7", null), (handoff.Shortfalls.Single().UrgencyAsWritten, handoff.Shortfalls.Single().Written));
    }

    [Fact]
    public void It_stands_in_the_remark_of_its_row() =>
        Assert.Equal("rises soon; Colour: blue; as written: Expected $1,980/yr", Read("Costs", "| Item | Expected | Note | Colour |\n|---|---|---|---|\n| Slip | $1,980/yr | rises soon | blue |").Costs.Single().Remark);

    private static Handoff Read(string heading, string section) => HandoffReader.Read("agent_handoffs/projects/one.md", Encoding.UTF8.GetBytes($"# One\n\n## {heading}\n\n{section}\n"));
}
