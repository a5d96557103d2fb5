using DurableFunctionsMonitor.DotNetIsolated;
using ExecReports.Functions.Monitor;
using ExecReports.Functions.Schedules;
using ExecReports.Orchestration.Schedules;
using ExecReports.Schedules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ExecReports.Functions.Tests;

/// <summary>What the app is put together from, as the host would.</summary>
public sealed class ServicesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("execreports-test-");
    private readonly LogLines log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task At_the_start_the_schedules_in_force_are_logged()
    {
        await using var services = Services("name: Test");

        await StartAsync(services);

        Assert.Contains(log.Lines, line => line.Contains("Schedule executive: 30 6 * * 1 in Etc/UTC, next at 20", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_schedule_refuses_the_start_with_its_name_and_line()
    {
        await using var services = Services("name: Test\nschedules: { monday: { cron: \"30 6 * * 9\" } }");

        var refused = await Assert.ThrowsAsync<ScheduleException>(() => StartAsync(services));

        Assert.Contains("portfolio.yaml:2", refused.Message, StringComparison.Ordinal);
        Assert.Contains("schedule \"monday\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portfolio_that_is_not_there_yet_does_not_and_is_found_later()
    {
        await using var services = Services(null);

        await StartAsync(services);
        Assert.Contains(log.Lines, line => line.Contains("the next tick tries again", StringComparison.Ordinal));
        WritePortfolio("name: Test");

        Assert.NotEmpty(await services.GetRequiredService<ISchedules>().ReadAsync(Token));
    }

    [Fact]
    public async Task The_activities_are_made_once_and_honour_the_leases_of_other_instances()
    {
        await using var services = Services("name: Test");
        var reports = services.GetRequiredService<HostedReports>();

        var parts = await reports.PartsAsync(Token);

        Assert.False(parts.Delivery.LeasesVoid);
        Assert.Same(await reports.ActivitiesAsync(Token), await reports.ActivitiesAsync(Token));
    }

    [Fact]
    public void The_monitor_may_look_and_asks_who_looks_whatever_its_variables_say()
    {
        var settings = new DfmSettings { Mode = DfmMode.Normal, DisableAuthentication = true };

        ReadOnlyMonitor.Configure(settings, new DfmExtensionPoints());

        Assert.Equal((DfmMode.ReadOnly, false), (settings.Mode, settings.DisableAuthentication));
    }

    private static async Task StartAsync(ServiceProvider services)
    {
        foreach (var hosted in services.GetServices<IHostedService>().OfType<ScheduleStartCheck>())
            await hosted.StartAsync(Token);
    }

    private ServiceProvider Services(string? settings)
    {
        if (settings is not null)
            WritePortfolio(settings);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["EXECREPORTS_PORTFOLIO"] = Path.Combine(folder.FullName, "portfolio"),
            ["EXECREPORTS_OUT"] = Path.Combine(folder.FullName, "out"),
        }).Build();
        return new ServiceCollection().AddLogging(builder => builder.AddProvider(log)).AddExecReports(configuration).BuildServiceProvider();
    }

    private void WritePortfolio(string settings)
    {
        var projects = Path.Combine(folder.FullName, "portfolio", "agent_handoffs", "projects");
        Directory.CreateDirectory(projects);
        File.WriteAllText(Path.Combine(projects, "bay.md"), "# Bay Charters\n\n## Mission\nSail.\n");
        File.WriteAllText(Path.Combine(folder.FullName, "portfolio", "portfolio.yaml"), settings);
    }
}
