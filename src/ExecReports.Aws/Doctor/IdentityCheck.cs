using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using ExecReports.Aws.Clients;

namespace ExecReports.Aws.Doctor;

/// <summary>Asks who the credentials are. Nobody needs a permission for that.</summary>
static class IdentityCheck
{
    const string Where = "identity";

    public static Task<IReadOnlyList<AwsFinding>> RunAsync(AwsClients clients, CancellationToken cancellationToken) => Probe.NeededAsync(Where, "sts:GetCallerIdentity", async () =>
    {
        using var sts = clients.Of(
            clients.Configured(new AmazonSecurityTokenServiceConfig(), AwsService.Sts),
            (credentials, config) => new AmazonSecurityTokenServiceClient(credentials, config), config => new AmazonSecurityTokenServiceClient(config));
        var found = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken).ConfigureAwait(false);
        return [AwsFinding.Good(Where, $"{found.Arn} (credentials: {clients.Settings.Credentials})")];
    });
}
