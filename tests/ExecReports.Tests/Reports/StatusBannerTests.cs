using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;
using ExecReports.Reports.Statuses;
using ExecReports.Tests.Analysis;

namespace ExecReports.Tests.Reports;

public class StatusBannerTests
{
    static Handoff Entity(string id, string? status, params Shortfall[] shortfalls) => Given.Entity(id) with { Status = status, Shortfalls = shortfalls };

    static Shortfall Critical(WorkState state = WorkState.Open) => new() { At = Given.Line(), Title = "Leak", Urgency = 4, State = state };

    [Fact]
    public void Attention_counts_what_is_wrong_and_the_others_share_a_line()
    {
        var facts = Given.Facts(Entity("a", "live", Critical(), Critical()), Entity("b", "live"), Entity("c", "live", Critical(WorkState.Done)), Entity("d", null));

        Assert.Equal(
            [new("Attention", "A", "live; 2 critical shortfalls"), new("Good", "B and C", "live"), new("Note", "D", "status not stated")],
            StatusBanners.Of("ceo", facts, null));
    }

    [Fact]
    public void A_domain_report_has_the_banner_of_its_entity_and_other_officers_none()
    {
        var facts = Given.Facts(Entity("a", "live", Critical()), Entity("b", "live"));

        Assert.Equal([new("Attention", "A", "live; 1 critical shortfall")], StatusBanners.Of("rental", facts, facts.Handoffs[0]));
        Assert.Empty(StatusBanners.Of("cfo", facts, null));
    }

    [Fact]
    public void Of_many_that_need_attention_twelve_are_named_and_the_rest_counted()
    {
        var facts = Given.Facts([.. Enumerable.Range(0, 30).Select(i => Entity($"e{i}", "live", Critical()))]);
        var banners = StatusBanners.Of("ceo", facts, null);

        Assert.Equal(13, banners.Count);
        Assert.Equal("18 more entities", banners[^1].Name);
    }
}
