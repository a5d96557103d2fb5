using ExecReports.Aws.Settings;
using ExecReports.Aws.Sources;
using ExecReports.Embedded;
using ExecReports.Schemas;

namespace ExecReports.Cli;

/// <summary>Facts that come from AWS: a portfolio or facts files in S3, the live inventory, operations data in a table.</summary>
internal static class SourcesPlace
{
    /// <summary>What the settings ask for; null: nothing of it.</summary>
    /// <exception cref="SettingsException">Some are missing or cannot be taken; all of them are named.</exception>
    public static OtherSources? Of(Places places)
    {
        AwsSourceSettings? settings;
        try
        {
            settings = AwsSourceSettingsReader.Read(places.Setting, places.Portfolio);
        }
        catch (AwsSettingsException refused)
        {
            throw new SettingsException(refused.Faults);
        }

        if (settings is null)
            return null;

        // Its clients are the process's, and end with it.
        var sources = new AwsSources(settings, TimeProvider.System);
        return new OtherSources
        {
            Portfolio = sources.Portfolio,
            Facts = sources.Facts,
            Collected = (portfolio, files) =>
            {
                try
                {
                    return new(sources.Inventory(portfolio) ?? files.Inventory, files.Operations.Concat(sources.Operations).ToDictionary());
                }
                catch (SourceFileException refused)
                {
                    throw new UsageException([refused.Message]);
                }
            },
        };
    }
}
