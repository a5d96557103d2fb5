using ExecReports.Reports;
using ExecReports.Schedules;

namespace ExecReports.Tests.Schedules;

public class DueOccurrencesTests
{
    private const string SanDiego = "America/Los_Angeles";

    [Fact]
    public void The_default_ones_are_Monday_and_the_first_of_the_month_at_half_past_six_in_the_portfolios_zone()
    {
        var due = DueOccurrences.Of(DefaultSchedules.In(SanDiego), Utc("2026-11-27T00:00"), Utc("2026-12-08T00:00"));

        Assert.Equal(
            ["executive-20261130T143000Z", "domain-20261201T143000Z", "executive-20261207T143000Z"],
            due.Select(occurrence => occurrence.RunId));
        Assert.Equal([ReportGroup.Executive, ReportGroup.Domain, ReportGroup.Executive], due.Select(occurrence => occurrence.Schedule.Group!.Value));
    }

    [Fact]
    public void The_beginning_is_not_in_it_and_the_end_is()
    {
        var schedule = Daily("30 6 * * *");

        Assert.Empty(DueOccurrences.Of([schedule], Utc("2026-11-30T14:30"), Utc("2026-12-01T14:29:59")));
        Assert.Single(DueOccurrences.Of([schedule], Utc("2026-11-30T14:29:59"), Utc("2026-11-30T14:30")));
    }

    [Fact]
    public void A_clock_that_went_back_makes_nothing_due() =>
        Assert.Empty(DueOccurrences.Of([Daily("30 6 * * *")], Utc("2026-12-10T00:00"), Utc("2026-12-01T00:00")));

    [Fact]
    public void A_time_that_the_spring_skips_comes_right_after_the_gap() =>
        Assert.Equal(
            ["2026-03-07 10:30:00Z", "2026-03-08 10:00:00Z", "2026-03-09 09:30:00Z"],
            Times("30 2 * * *", "2026-03-07T00:00", "2026-03-10T00:00"));

    [Fact]
    public void A_time_that_the_autumn_repeats_comes_the_first_time_only() =>
        Assert.Equal(
            ["2026-10-31 08:30:00Z", "2026-11-01 08:30:00Z", "2026-11-02 09:30:00Z"],
            Times("30 1 * * *", "2026-10-31T00:00", "2026-11-03T00:00"));

    [Fact]
    public void Six_fields_begin_with_seconds() =>
        Assert.Equal(["2026-11-30 14:30:15Z"], Times("15 30 6 * * Mon", "2026-11-30T00:00", "2026-12-01T00:00"));

    [Fact]
    public void The_next_one_after_a_moment_and_the_last_one_before_it()
    {
        var weekly = Daily("30 6 * * 1");

        Assert.Equal(Utc("2026-12-07T14:30"), DueOccurrences.Next(weekly, Utc("2026-11-30T14:30"))!.At);
        Assert.Equal(Utc("2026-11-30T14:30"), DueOccurrences.Last(weekly, Utc("2026-11-01T00:00"), Utc("2026-12-01T00:00"))!.At);
        Assert.Null(DueOccurrences.Last(weekly, Utc("2026-12-01T00:00"), Utc("2026-12-02T00:00")));
    }

    private static IEnumerable<string> Times(string cron, string since, string now) =>
        DueOccurrences.Of([Daily(cron)], Utc(since), Utc(now)).Select(occurrence => occurrence.At.ToString("u"));

    private static Schedule Daily(string cron) => new() { Id = "s", Cron = cron, Zone = SanDiego };

    private static DateTimeOffset Utc(string time) => DateTimeOffset.Parse(time + "Z", System.Globalization.CultureInfo.InvariantCulture);
}
