using System.Globalization;
using ExecReports.Aws;
using ExecReports.Aws.Settings;
using ExecReports.Delivery;
using ExecReports.Embedded;

namespace CrashHost;

/// <summary>A machine's parts with delivery through AWS, and a lease that a test need not wait long for: EXECREPORTS_LEASE_SECONDS.</summary>
internal static class AwsParts
{
    public static LocalParts Of(LocalParts parts)
    {
        var settings = AwsSettingsReader.Read(Environment.GetEnvironmentVariable);
        var aws = AwsDelivery.Make(settings, TimeProvider.System, parts.Process.Value);
        var seconds = double.Parse(Environment.GetEnvironmentVariable("EXECREPORTS_LEASE_SECONDS") ?? "180", CultureInfo.InvariantCulture);
        return parts with
        {
            Archive = aws.Archive,
            Ledger = aws.Ledger,
            Mailer = aws.Mailer,
            Delivery = AwsDelivery.Options with { Lease = TimeSpan.FromSeconds(seconds) },
            Check = aws.CheckAsync,
            Sender = SenderRule.Mailed,
            ArchiveRoot = $"s3://{settings.Bucket}/",
            Owned = aws,
        };
    }
}
