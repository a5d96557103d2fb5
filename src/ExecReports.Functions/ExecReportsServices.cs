using ExecReports.Embedded;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ExecReports.Functions;

/// <summary>The product's services in the Functions host.</summary>
internal static class ExecReportsServices
{
    /// <summary>
    /// Adds the activities over a portfolio folder (<c>EXECREPORTS_PORTFOLIO</c>) and an output folder (<c>EXECREPORTS_OUT</c>).
    /// Several instances of the app may share the output folder, so that a lease in the ledger is honoured.
    /// </summary>
    public static IServiceCollection AddExecReports(this IServiceCollection services, IConfiguration configuration)
    {
        var options = new LocalOptions(Required(configuration, "EXECREPORTS_PORTFOLIO"), Required(configuration, "EXECREPORTS_OUT"));
        services.AddSingleton(options);
        services.AddSingleton(_ =>
        {
            var parts = LocalParts.Make(options);
            return LocalActivities.Of(parts with { Delivery = parts.Delivery with { LeasesVoid = false } }, options.Time);
        });
        services.AddSingleton(provider => provider.GetRequiredService<LocalActivities>().PlanRun);
        services.AddSingleton(provider => provider.GetRequiredService<LocalActivities>().CollectHandoff);
        services.AddSingleton(provider => provider.GetRequiredService<LocalActivities>().CollectInventory);
        services.AddSingleton(provider => provider.GetRequiredService<LocalActivities>().AuditRepository);
        services.AddSingleton(provider => provider.GetRequiredService<LocalActivities>().CollectOperations);
        services.AddSingleton(provider => provider.GetRequiredService<LocalActivities>().RenderReport);
        services.AddSingleton(provider => provider.GetRequiredService<LocalActivities>().DeliverReports);
        return services;
    }

    private static string Required(IConfiguration configuration, string name) =>
        configuration[name] is { Length: > 0 } value
            ? Path.GetFullPath(value)
            : throw new InvalidOperationException($"The setting {name} is missing: set it to a folder (local.settings.json.example shows how).");
}
