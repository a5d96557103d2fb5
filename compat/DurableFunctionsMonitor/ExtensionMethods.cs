using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DurableFunctionsMonitor.DotNetIsolated;

/// <summary>Adds the monitor; here only its notice that there is none.</summary>
public static class ExtensionMethods
{
    /// <summary>Reads the settings, and says in the log that the monitor is not in this build.</summary>
    public static IFunctionsWorkerApplicationBuilder UseDurableFunctionsMonitor(this IFunctionsWorkerApplicationBuilder builder, Action<DfmSettings, DfmExtensionPoints> optionsBuilder = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        Add(builder.Services, optionsBuilder);
        return builder;
    }

    /// <summary>Reads the settings, and says in the log that the monitor is not in this build.</summary>
    public static IHostBuilder UseDurableFunctionsMonitor(this IHostBuilder hostBuilder, Action<DfmSettings, DfmExtensionPoints> optionsBuilder = null)
    {
        ArgumentNullException.ThrowIfNull(hostBuilder);
        return hostBuilder.ConfigureServices(services => Add(services, optionsBuilder));
    }

    private static void Add(IServiceCollection services, Action<DfmSettings, DfmExtensionPoints> optionsBuilder)
    {
        var settings = new DfmSettings();
        optionsBuilder?.Invoke(settings, new DfmExtensionPoints());
        services.AddSingleton(settings);
        services.AddHostedService<AbsenceNotice>();
    }
}
