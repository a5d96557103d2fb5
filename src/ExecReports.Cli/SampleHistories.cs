using ExecReports.Cli.Samples;
using ExecReports.Embedded;
using ExecReports.Embedded.Files;
using LibGit2Sharp;

namespace ExecReports.Cli;

/// <summary>A portfolio that brings readable histories has its repositories built from them first.</summary>
internal static class SampleHistories
{
    public static async Task BuildAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        var histories = Path.Combine(options.Portfolio, "histories");
        if (!Directory.Exists(histories))
            return;

        try
        {
            await SampleRepositories.BuildAsync(histories, options.Repositories, cancellationToken);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException or LibGit2SharpException)
        {
            throw new OutputFolderException(options.Repositories, unwritable);
        }
    }
}
