using ExecReports.Cli.Samples;
using ExecReports.Embedded;

namespace ExecReports.Cli;

/// <summary>A portfolio that brings readable histories has its repositories built from them first.</summary>
internal static class SampleHistories
{
    public static Task BuildAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        var histories = Path.Combine(options.Portfolio, "histories");
        return Directory.Exists(histories)
            ? SampleRepositories.BuildAsync(histories, options.Repositories, cancellationToken)
            : Task.CompletedTask;
    }
}
