using System.Text;
using ExecReports.Orchestration.Schedules;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using ExecReports.Reports;
using ExecReports.Schedules;
using Moq;

namespace ExecReports.Orchestration.Tests.Schedules;

public class PortfolioSchedulesTests
{
    private static readonly EntityOutline Rental = new("cove.md", "cove", "Cove", EntityKind.Rental, []);
    private static readonly EntityOutline Charter = new("bay.md", "bay", "Bay", EntityKind.Charter, []);

    [Fact]
    public async Task Without_any_the_default_ones_are_in_force_in_the_portfolios_zone() =>
        Assert.Equal(["executive America/Los_Angeles", "domain America/Los_Angeles"], (await ReadAsync("time_zone: America/Los_Angeles", Rental, Charter)).Select(schedule => $"{schedule.Id} {schedule.Zone}"));

    [Fact]
    public async Task A_portfolio_without_domain_reports_has_no_default_schedule_for_them() =>
        Assert.Equal(["executive"], (await ReadAsync("", Charter)).Select(schedule => schedule.Id));

    [Fact]
    public async Task None_is_none() => Assert.Empty(await ReadAsync("schedules: none", Rental));

    [Fact]
    public async Task What_the_portfolio_sets_is_in_force() =>
        Assert.Equal(["monday"], (await ReadAsync("""schedules: { monday: { cron: "0 7 * * 1", reports: [cfo] } }""", Charter)).Select(schedule => schedule.Id));

    [Theory]
    [InlineData("""schedules: { monday: { cron: "0 7 * * 9" } }""", "schedule \"monday\": cron \"0 7 * * 9\" cannot be read")]
    [InlineData("""schedules: { monday: { cron: "0 7 * * 1", reports: [cfoo] } }""", "Schedule 'monday': There is no report 'cfoo'")]
    [InlineData("""schedules: { monday: { cron: "0 7 * * 1", entities: [nowhere] } }""", "Schedule 'monday': There is no entity 'nowhere'")]
    [InlineData("""schedules: { monday: { cron: "0 7 * * 1", group: domain } }""", "Schedule 'monday': Nothing to do")]
    [InlineData("schedules: weekly", "schedules \"weekly\"")]
    public async Task A_wrong_one_is_refused_with_its_name(string yaml, string message)
    {
        var refused = await Assert.ThrowsAsync<ScheduleException>(() => ReadAsync(yaml, Charter));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<Schedule>> ReadAsync(string yaml, params EntityOutline[] entities)
    {
        var settings = PortfolioSettingsReader.Read("portfolio.yaml", Encoding.UTF8.GetBytes(yaml));
        var portfolio = new Mock<IPortfolioSource>();
        portfolio.Setup(source => source.OutlineAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new PortfolioOutline(settings, entities));
        return new PortfolioSchedules(portfolio.Object, ReportCatalog.Load(null, new TemplateEngine())).ReadAsync(TestContext.Current.CancellationToken);
    }
}
