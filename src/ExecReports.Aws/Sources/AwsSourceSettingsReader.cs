using ExecReports.Aws.Settings;

namespace ExecReports.Aws.Sources;

/// <summary>Reads and checks which facts come from AWS.</summary>
public static class AwsSourceSettingsReader
{
    /// <summary>Reads them.</summary>
    /// <param name="setting">A named setting; null if it is not set.</param>
    /// <param name="portfolio">Where the portfolio is: one in S3 needs AWS too.</param>
    /// <returns>Null: nothing comes from AWS.</returns>
    /// <exception cref="AwsSettingsException">Some are missing or cannot be used: all of them are named.</exception>
    public static AwsSourceSettings? Read(Func<string, string?> setting, string portfolio)
    {
        var faults = new List<string>();
        var live = Value("EXECREPORTS_INVENTORY")?.ToLowerInvariant() switch
        {
            null or "files" => false,
            "live" => true,
            _ => Fault("EXECREPORTS_INVENTORY: files or live expected."),
        };
        var table = Value("OPERATIONS_TABLE");
        if (table is not null && !AwsSettingsReader.IsTableName(table))
            Fault("OPERATIONS_TABLE: 3 to 255 letters, digits, underscores, hyphens and dots expected.");
        var regions = Value("AWS_INVENTORY_REGIONS")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList() ?? [];
        if (regions.Exists(region => !AwsSettingsReader.IsRegion(region)))
            Fault("AWS_INVENTORY_REGIONS: regions separated by commas expected, such as us-west-2,us-east-1.");
        var inS3 = portfolio.StartsWith(S3Address.Scheme, StringComparison.Ordinal);
        if (inS3 && S3Address.Parse(portfolio) is null)
            Fault("EXECREPORTS_PORTFOLIO: s3://bucket/prefix expected.");

        AwsSettings? connection = null;
        if (live || table is not null || inS3 || Value("AWS_REGION") is not null)
        {
            try
            {
                connection = AwsSettingsReader.Read(setting, delivers: false);
            }
            catch (AwsSettingsException refused) when (live || table is not null || inS3)
            {
                faults.AddRange(refused.Faults);
            }
            catch (AwsSettingsException)
            {
                // Nothing but a facts file in S3 would need them; who delivers through AWS is told of them there.
            }
        }
        if (faults.Count > 0)
            throw new AwsSettingsException(faults);
        return connection is null ? null : new AwsSourceSettings { Connection = connection, LiveInventory = live, Regions = regions.Count > 0 ? regions : [connection.Region], OperationsTable = table };

        string? Value(string name) => setting.Value(name);

        bool Fault(string fault)
        {
            faults.Add(fault);
            return false;
        }
    }
}
