using ExecReports.Embedded;
using ExecReports.Embedded.Archive;
using ExecReports.Orchestration;

namespace ExecReports.Cli;

/// <summary>One report in all its forms, or why there is none.</summary>
/// <param name="Files">Content by extension: html, md, json, eml; empty if it failed.</param>
/// <param name="Failure">Why it failed; null if it did not.</param>
internal sealed record DryRendering(IReadOnlyDictionary<string, byte[]> Files, string? Failure);

/// <summary>Renders one report by a dry run in a folder of its own: the same orchestrator and activities as a run's, and the output folder may be in use meanwhile.</summary>
internal static class DryRender
{
    /// <summary>Renders it; a request that cannot be met is thrown as <c>run</c> throws it.</summary>
    public static async Task<DryRendering> OfAsync(LocalOptions options, string report, DateOnly? asOf, CancellationToken cancellationToken)
    {
        await SampleHistories.BuildAsync(options, cancellationToken);
        var folder = Directory.CreateTempSubdirectory("execreports-").FullName;
        try
        {
            await using var local = LocalReports.Open(
                options with { Out = folder, Repositories = options.Repositories },
                parts => parts with { Archive = new FolderArchive(options.Archive, options.Time) });
            var request = new RunRequest { Reports = [report], AsOf = asOf, DryRun = true };
            await local.CheckAsync(request, cancellationToken);
            await local.StartAsync();
            var ended = await local.WaitAsync(await local.ScheduleAsync(request, null, cancellationToken), _ => { }, cancellationToken);
            if (ended.Summary?.Reports is not [{ State: ReportState.Rendered } rendered, ..])
                return new DryRendering(new Dictionary<string, byte[]>(), ended.Failure ?? ended.Summary!.Reports[0].Reason ?? "The report was not rendered.");

            var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            foreach (var key in rendered.Keys)
                files[Path.GetExtension(key).TrimStart('.')] = await File.ReadAllBytesAsync(Path.Combine(local.Options.Workspace, key), cancellationToken);
            return new DryRendering(files, null);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
