using ExecReports.Delivery;
using ExecReports.Embedded;
using ExecReports.Embedded.Files;
using ExecReports.Embedded.Hub;
using ExecReports.Embedded.Ledger;

namespace ExecReports.Cli.Doctor;

/// <summary>Checks of the output folder: can it be written, is another process at work in it, is its journal sound.</summary>
internal static class OutputChecks
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(LocalOptions options, CancellationToken cancellationToken) =>
        [Folder(options), Journal(options), .. await LedgerAsync(options, cancellationToken)];

    private static async Task<IReadOnlyList<Finding>> LedgerAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        if (!File.Exists(options.Ledger))
            return [];

        try
        {
            using var ledger = new SqliteLedger(options.Ledger);
            var listing = await ledger.ListReadableAsync(new LedgerFilter { Most = int.MaxValue }, cancellationToken);
            return listing.Damaged is []
                ? [new Finding(FindingLevel.Good, options.Ledger, "the ledger is sound")]
                : [.. listing.Damaged.Select(item => new Finding(FindingLevel.Fault, options.Ledger, item.Fault.Message))];
        }
        catch (Exception broken) when (broken is LedgerFileException or OutputFolderException)
        {
            return [Finding.Fault(options.Ledger, broken.Message)];
        }
    }

    private static Finding Folder(LocalOptions options)
    {
        try
        {
            Directory.CreateDirectory(options.Out);
            var probe = Path.Combine(options.Out, ".writable");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new Finding(FindingLevel.Good, options.Out, "the output folder can be written");
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            return new Finding(FindingLevel.Fault, options.Out, $"the output folder cannot be written ({unusable.Message}); choose another with --out");
        }
    }

    private static Finding Journal(LocalOptions options)
    {
        var file = HubFiles.Journal(options.Out);
        try
        {
            using var journal = HubReader.Open(options.Out);
            if (journal is null)
                return new Finding(FindingLevel.Good, file, "no run yet");

            var unfinished = journal.Instances().Count(instance => !instance.IsCompleted);
            return unfinished == 0
                ? new Finding(FindingLevel.Good, file, "the journal is sound, every run is finished")
                : new Finding(FindingLevel.Warning, file, $"{unfinished} {(unfinished == 1 ? "run is" : "runs are")} unfinished: at work now, or interrupted (`run --resume` finishes it)");
        }
        catch (HubException broken)
        {
            return Finding.Fault(file, broken.Message);
        }
    }
}
