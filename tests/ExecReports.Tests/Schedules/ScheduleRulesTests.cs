using System.Text;
using ExecReports.Portfolio;
using ExecReports.Reports;
using ExecReports.Schedules;

namespace ExecReports.Tests.Schedules;

public class ScheduleRulesTests
{
    [Theory]
    [InlineData("30 6 * *", "has 4 fields")]
    [InlineData("61 6 * * 1", "cannot be read")]
    [InlineData("30 6 30 2 *", "never comes")]
    [InlineData("* * * * *", "comes twice within 5 minutes")]
    [InlineData("0 0,1 6 * * 1", "comes twice within 5 minutes")]
    [InlineData("@weekly", "has 1 fields")]
    public void A_wrong_expression_is_refused_with_the_schedules_name(string cron, string reason)
    {
        var fault = Assert.Single(ScheduleRules.Faults([Right with { Cron = cron }]));

        Assert.StartsWith("Schedule 'weekly': ", fault, StringComparison.Ordinal);
        Assert.Contains(reason, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-weekly")]
    [InlineData("Weekly")]
    [InlineData("weekly/1")]
    [InlineData("weekly weekly")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void An_id_that_cannot_begin_a_runs_id_is_refused(string id) =>
        Assert.Contains("an id is lower case letters", Assert.Single(ScheduleRules.Faults([Right with { Id = id }])), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_zone_is_refused() =>
        Assert.Equal(
            "Schedule 'weekly': there is no time zone \"San Diego\"; write an IANA name such as America/Los_Angeles.",
            Assert.Single(ScheduleRules.Faults([Right with { Zone = "San Diego" }])));

    [Fact]
    public void Two_schedules_of_one_id_are_refused() =>
        Assert.Equal("Schedule 'weekly': 2 schedules have this id; give each its own.", Assert.Single(ScheduleRules.Faults([Right, Right with { Cron = "0 7 * * 1" }])));

    [Fact]
    public void The_default_ones_keep_to_the_rules() => Assert.Empty(ScheduleRules.Faults(DefaultSchedules.In("America/Los_Angeles")));

    [Fact]
    public void A_portfolio_sets_them_by_id_and_they_are_meant_in_its_zone()
    {
        var settings = Read("""
            schedules:
              monday: { cron: "30 6 * * 1", group: executive }
              first: { cron: "0 30 6 1 * *", zone: Europe/Berlin, reports: [cfo, ceo], entities: bay }
              all: 0 7 * * 5
            time_zone: America/Los_Angeles
            """);

        Assert.Empty(settings.Diagnostics);
        Assert.Equal(["monday America/Los_Angeles Executive", "first Europe/Berlin ", "all America/Los_Angeles "], settings.Schedules!.Select(schedule => $"{schedule.Id} {schedule.Zone} {schedule.Group}"));
        Assert.Equal(["cfo", "ceo"], settings.Schedules![1].Reports);
        Assert.Equal(["bay"], settings.Schedules![1].Entities);
        Assert.Equal("0 7 * * 5", settings.Schedules![2].Cron);
    }

    [Fact]
    public void A_list_with_ids_does_as_well() =>
        Assert.Equal("monday", Assert.Single(Read("""
            schedules:
              - id: monday
                cron: 30 6 * * 1
            """).Schedules!).Id);

    [Fact]
    public void None_is_none_and_no_value_is_the_default()
    {
        Assert.Empty(Read("schedules: none").Schedules!);
        Assert.Empty(Read("schedules: []").Schedules!);
        Assert.Null(Read("schedules:").Schedules);
        Assert.Null(Read("name: x").Schedules);
    }

    [Fact]
    public void A_wrong_one_is_told_with_its_name_and_line_and_the_others_are_kept()
    {
        var settings = Read("""
            schedules:
              monday: { cron: "30 6 * * 8", group: officers }
              first: { cron: "30 6 1 * *" }
              third: { crown: "30 6 3 * *", cron: "30 6 3 * *" }
            """);

        Assert.Equal("first", Assert.Single(settings.Schedules!).Id);
        Assert.Equal([2, 2, 4], settings.Diagnostics.Select(diagnostic => diagnostic.At.Line));
        Assert.All(settings.Diagnostics, diagnostic => Assert.Equal((DiagnosticSeverity.Error, "settings-schedule"), (diagnostic.Severity, diagnostic.Code)));
        Assert.StartsWith("schedule \"monday\": there is no group \"officers\"", settings.Diagnostics[0].Found, StringComparison.Ordinal);
    }

    private static Schedule Right => new() { Id = "weekly", Cron = "30 6 * * 1", Zone = "America/Los_Angeles", Group = ReportGroup.Executive };

    private static PortfolioSettings Read(string yaml) => PortfolioSettingsReader.Read("portfolio.yaml", Encoding.UTF8.GetBytes(yaml));
}
