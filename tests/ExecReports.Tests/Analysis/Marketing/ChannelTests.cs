using ExecReports.Analysis.Marketing;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Tests.Analysis.Marketing;

public class ChannelTests
{
    static Channel Of(string name, ChannelState? state, decimal? commission = null, Level? effort = null, Level? reach = null, string? first = null) => new()
    {
        At = Given.Line(), Name = name, State = state, Commission = commission is { } share ? Given.Percent(share) : null, Effort = effort, ReachLevel = reach, Prerequisite = first,
    };

    [Fact]
    public void A_channel_that_an_entity_does_not_name_is_blank_and_counts_as_nothing()
    {
        var grid = ChannelMatrix.Of(Given.Facts(
            Given.Entity("one") with { Channels = [Of("Own site", ChannelState.Active), Of("E-mail", null)] },
            Given.Entity("two") with { Channels = [Of("own-site", ChannelState.Absent)] },
            Given.Entity("three")));

        Assert.Equal(["one", "two"], grid.Entities.Select(entity => entity.Id));
        Assert.Equal(["Own site", "E-mail"], grid.Rows.Select(row => row.Name));
        Assert.Null(grid.Rows[1].Cells[1]);
        Assert.Equal((1, 1, 0, 1), (grid.Count(ChannelState.Active), grid.Count(ChannelState.Absent), grid.Count(ChannelState.Listed), grid.CountUnknown));
    }

    [Fact]
    public void The_order_is_effort_then_commission_then_reach()
    {
        var order = OtaSequence.Of(Given.Facts(Given.Entity("one") with
        {
            Channels =
            [
                Of("hard", ChannelState.Absent, 0.01m, Level.High), Of("dear", ChannelState.Listed, 0.2m, Level.Low), Of("narrow", ChannelState.Absent, 0.1m, Level.Low, Level.Low),
                Of("wide", ChannelState.Absent, 0.1m, Level.Low, Level.High), Of("no effort said", ChannelState.Absent, 0.01m),
            ],
        }));

        Assert.Equal(["wide", "narrow", "dear", "hard", "no effort said"], order.Select(step => step.Row.Name));
    }

    [Fact]
    public void Only_channels_with_a_commission_that_are_absent_or_listed_stand_in_it() =>
        Assert.Equal("yes", Assert.Single(OtaSequence.Of(Given.Facts(Given.Entity("one") with
        {
            Channels = [Of("yes", ChannelState.Listed, 0.1m), Of("free", ChannelState.Absent, 0), Of("no commission said", ChannelState.Absent), Of("active", ChannelState.Active, 0.1m), Of("state unknown", null, 0.1m)],
        }))).Row.Name);

    [Fact]
    public void A_channel_comes_after_its_prerequisite_and_says_whether_it_can_begin()
    {
        var order = OtaSequence.Of(Given.Facts(Given.Entity("one") with
        {
            Channels =
            [
                Of("easy", ChannelState.Absent, 0.1m, Level.Low, first: "Hard"), Of("hard", ChannelState.Listed, 0.1m, Level.High, first: "Map"), Of("Map", ChannelState.Active, 0),
                Of("words", ChannelState.Absent, 0.3m, Level.High, first: "a linked calendar"),
            ],
        }));

        Assert.Equal([("hard", true), ("easy", false), ("words", (bool?)null)], order.Select(step => (step.Row.Name, step.Ready)));
        Assert.Equal("Map (active)", order[0].After);
    }

    [Fact]
    public void A_circle_of_prerequisites_ends() =>
        Assert.Equal(2, OtaSequence.Of(Given.Facts(Given.Entity("one") with { Channels = [Of("a", ChannelState.Absent, 0.1m, first: "b"), Of("b", ChannelState.Absent, 0.1m, first: "a")] })).Count);
}
