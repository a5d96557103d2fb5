using System.Globalization;
using ExecReports.Aws;
using ExecReports.Aws.Settings;
using ExecReports.Embedded;

namespace CrashHost;

/// <summary>A machine's parts with delivery through AWS, and a lease that a test need not wait long for: EXECREPORTS_LEASE_SECONDS.</summary>
internal static class AwsParts
{
    public static LocalParts Of(LocalParts parts)
    {
        var aws = AwsDelivery.Make(AwsSettingsReader.Read(Environment.GetEnvironmentVariable), TimeProvider.System, parts.Process.Value);
        var seconds = double.Parse(Environment.GetEnvironmentVariable("EXECREPORTS_LEASE_SECONDS") ?? "180", CultureInfo.InvariantCulture);
        // As in the cloud, where there is no folder for it.
        if (Environment.GetEnvironmentVariable("EXECREPORTS_WORKSPACE") == "s3")
            parts = parts with { Workspace = aws.Workspace };
        return parts.DeliveringBy(aws.Parts) with { Delivery = AwsDelivery.Options with { Lease = TimeSpan.FromSeconds(seconds) }, Owned = aws };
    }
}
