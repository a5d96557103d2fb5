using ExecReports.Aws;
using ExecReports.Aws.Settings;
using ExecReports.Embedded;

namespace ExecReports.Cli;

/// <summary>Where reports are kept and mailed from: this machine, or AWS (<c>--deliver</c>, <c>EXECREPORTS_DELIVER</c>).</summary>
internal static class DeliveryPlace
{
    /// <summary>Reads <c>local</c> or <c>aws</c>; nothing set: local.</summary>
    /// <exception cref="UsageException">It is neither.</exception>
    public static bool IsAws(string? written) => written?.Trim().ToLowerInvariant() switch
    {
        null or "" or "local" => false,
        "aws" => true,
        _ => throw new UsageException("--deliver (or EXECREPORTS_DELIVER): local or aws expected."),
    };

    /// <summary>The settings of delivering through AWS.</summary>
    /// <exception cref="UsageException">Some are missing or cannot be taken; all of them are named.</exception>
    public static AwsSettings Settings(Places places)
    {
        try
        {
            return AwsSettingsReader.Read(places.Setting);
        }
        catch (AwsSettingsException refused)
        {
            throw new UsageException([.. refused.Faults, "docs/settings.md lists the settings of --deliver aws."]);
        }
    }

    /// <summary>A machine's parts, with those on AWS in their place where that was asked for.</summary>
    public static LocalParts Use(Places places, LocalParts parts)
    {
        if (!places.DeliversThroughAws)
            return parts;

        var settings = Settings(places);
        var aws = AwsDelivery.Make(settings, TimeProvider.System, parts.Process.Value);
        return parts.DeliveringBy(aws.Parts) with
        {
            // The journal that refers to a run's workspace is on this machine, and so is the workspace unless it is set otherwise.
            Workspace = settings.WorkspaceBucket is null ? parts.Workspace : aws.Workspace,
            Owned = aws,
        };
    }
}
