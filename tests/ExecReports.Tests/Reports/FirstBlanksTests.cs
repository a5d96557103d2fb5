using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Reports;
using ExecReports.Tests.Portfolio;

namespace ExecReports.Tests.Reports;

/// <summary>What a report says is to be filled in first.</summary>
public class FirstBlanksTests
{
    [Fact]
    public void Blanks_are_named_by_row_column_and_line_the_chief_input_first()
    {
        var blanks = FirstBlanks.Of("cfo", Facts(Started("one")), null);

        Assert.Equal(
        [
            new FirstBlank("one.md", 7, "Expected of Berth and Insurance under Costs", "burn"),
            new FirstBlank("one.md", 13, "Variable cost per unit and Units per month of Trips under Revenue", "break-even"),
            new FirstBlank("one.md", 15, "a row under Cash with Balance", "the runway"),
        ], blanks);
    }

    [Fact]
    public void One_full_row_of_most_inputs_in_any_handoff_is_enough_to_say_nothing_any_more()
    {
        var filled = Sample.Read("""
            ## Costs
            | Item | Expected |
            |---|---|
            | Rent | $100 |

            ## Cash
            | Account | Balance |
            |---|---|
            | Bank | $100 |
            """, "agent_handoffs/projects/two.md");

        Assert.Empty(FirstBlanks.Of("cfo", Facts(Started("one"), filled), null));
    }

    [Fact]
    public void Where_no_handoff_has_the_section_the_section_is_asked_for()
    {
        var bare = Sample.Read("# One\n\n## Mission\nTo be.\n");

        Assert.Equal(
            [new FirstBlank("acme.md", null, "a section Deliveries with State, Agreed and Price", "the queue, the on-time rate and the margin")],
            FirstBlanks.Of("delivery", Facts(bare), bare));
    }

    [Fact]
    public void Every_built_in_report_has_its_chief_inputs_and_a_dropped_in_one_none()
    {
        Assert.All(ReportCatalog.BuiltIn, template => Assert.NotEmpty(ReportNeeds.Of(template.Id)));
        Assert.Empty(FirstBlanks.Of("berths", Facts(Started("one")), null));
    }

    private static Handoff Started(string id) => Sample.Read("""
        # One

        ## Costs

        | Item | Expected |
        |---|---|
        | Berth | |
        | Insurance | ? |

        ## Revenue
        | Stream | Price | Variable cost | Units |
        |---|---|---|---|
        | Trips | $100 | | |

        ## Cash
        | Account | Balance |
        |---|---|
        """, $"agent_handoffs/projects/{id}.md");

    private static PortfolioFacts Facts(params Handoff[] handoffs) => new()
    {
        AsOf = new DateOnly(2026, 11, 24),
        CollectedAt = new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero),
        Settings = new PortfolioSettings(),
        Handoffs = handoffs,
    };
}
