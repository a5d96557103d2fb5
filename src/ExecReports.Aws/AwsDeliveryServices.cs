using Amazon.Runtime;
using ExecReports.Aws.Settings;
using ExecReports.Delivery;
using ExecReports.Workspace;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ExecReports.Aws;

/// <summary>Delivering through AWS as services of a host.</summary>
public static class AwsDeliveryServices
{
    /// <summary>
    /// Adds archive, ledger, mailer and run workspace on AWS (<see cref="IReportArchive"/>, <see cref="IReportLedger"/>, <see cref="IMailer"/>, <see cref="IRunWorkspace"/>), the clients
    /// under them and <see cref="AwsDelivery"/> itself. A <see cref="TimeProvider"/> and <see cref="AWSCredentials"/> that the host has registered are used.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="settings">From <see cref="AwsSettingsReader"/>.</param>
    /// <param name="process">Names this process uniquely among all that ever deliver.</param>
    public static IServiceCollection AddAwsDelivery(this IServiceCollection services, AwsSettings settings, string process)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(provider => AwsDelivery.Make(
            settings, provider.GetRequiredService<TimeProvider>(), process, provider.GetService<AWSCredentials>(), provider.GetService<ILoggerFactory>()));
        services.AddSingleton(provider => provider.GetRequiredService<AwsDelivery>().Clients);
        services.AddSingleton(provider => provider.GetRequiredService<AwsDelivery>().Archive);
        services.AddSingleton(provider => provider.GetRequiredService<AwsDelivery>().Ledger);
        services.AddSingleton(provider => provider.GetRequiredService<AwsDelivery>().Mailer);
        services.AddSingleton(provider => provider.GetRequiredService<AwsDelivery>().Workspace);
        return services;
    }
}
