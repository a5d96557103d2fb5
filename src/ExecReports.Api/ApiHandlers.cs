using ExecReports.Api.Archive;
using ExecReports.Api.Deliveries;
using ExecReports.Api.Health;
using ExecReports.Api.Runs;
using ExecReports.Api.Timetable;
using Microsoft.Extensions.DependencyInjection;

namespace ExecReports.Api;

/// <summary>The handlers, one implementation for every host.</summary>
/// <param name="Runs">Runs.</param>
/// <param name="Reports">The archive.</param>
/// <param name="Ledger">Deliveries.</param>
/// <param name="Resend">Sending again.</param>
/// <param name="Schedules">Schedules.</param>
/// <param name="Health">For monitors.</param>
public sealed record ApiHandlers(RunsApi Runs, ReportsApi Reports, LedgerApi Ledger, ResendApi Resend, SchedulesApi Schedules, HealthApi Health);

/// <summary>Registers the handlers.</summary>
public static class ApiServices
{
    /// <summary>Adds <see cref="ApiHandlers"/> over the registered <see cref="ApiParts"/>.</summary>
    public static IServiceCollection AddExecReportsApi(this IServiceCollection services) => services
        .AddSingleton<RunsApi>()
        .AddSingleton<ReportsApi>()
        .AddSingleton<LedgerApi>()
        .AddSingleton<ResendApi>()
        .AddSingleton<SchedulesApi>()
        .AddSingleton<HealthApi>()
        .AddSingleton<ApiHandlers>();
}
