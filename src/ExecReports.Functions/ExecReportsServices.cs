using ExecReports.Functions.Http;
using ExecReports.Functions.Schedules;
using ExecReports.Functions.Settings;
using ExecReports.Functions.Telemetry;
using ExecReports.Orchestration.History;
using ExecReports.Orchestration.Schedules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ExecReports.Functions;

/// <summary>The product's services in the Functions host.</summary>
internal static class ExecReportsServices
{
    /// <summary>Adds what the functions need, as the settings say.</summary>
    /// <exception cref="Embedded.SettingsException">Settings are missing or cannot be taken: all of them are named.</exception>
    public static IServiceCollection AddExecReports(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = HostSettingsReader.Read(name => configuration[name]);
        var time = settings.Local.Time;
        services.AddSingleton(settings);
        services.AddSingleton(time);
        services.AddSingleton<HostedReports>();
        services.AddSingleton<ISchedules>(provider => provider.GetRequiredService<HostedReports>());
        services.AddSingleton(provider => new ScheduleTick(
            provider.GetRequiredService<ISchedules>(), time, settings.Schedules,
            async cancellationToken => await (await provider.GetRequiredService<HostedReports>().PartsAsync(cancellationToken)).SenderFaultAsync(cancellationToken)));
        services.AddSingleton(new HistoryPurge(time, settings.HistoryRetention));
        services.AddSingleton<HttpAccess>();
        services.AddSingleton<IHostedApi, HostedApi>();
        services.AddHostedService<ScheduleStartCheck>();
        services.AddAppTelemetry(name => configuration[name]);
        return services;
    }
}
