using System.Text.Json;
using System.Text.Json.Serialization;
using ExecReports.Delivery;
using ExecReports.Embedded;
using ExecReports.Embedded.Files;
using ExecReports.Orchestration;

namespace ExecReports.Cli.Output;

/// <summary>What <c>run</c> says at its end, and the index page that it leaves.</summary>
internal static class RunOutput
{
    /// <summary>Writes it and returns the exit code.</summary>
    public static int Write(Places places, LocalReports local, EndedRun ended, IReadOnlyList<LedgerItem> ledger)
    {
        if (ended.Summary is not { } summary)
        {
            Console.Error.WriteLine($"Run {ended.RunId} failed: {ended.Failure}");
            return ExitCodes.Failures;
        }

        var items = ledger.ToDictionary(item => item.Key.ReportType);
        var lines = summary.Reports.Select(report => Line(local, report, items.GetValueOrDefault(report.ReportType))).ToList();
        // A page on this machine links files on this machine.
        var index = local.ArchiveRoot is null ? local.Options.Index : null;
        if (index is not null)
            WriteIndex(local.Options, summary, lines);

        // A template that cannot be used is a report that was not made.
        var unusable = local.UnusableTemplates.Select(template => template.ToString()).ToList();
        if (places.Json)
            Console.Out.WriteLine(JsonSerializer.Serialize(new RunDocument(summary, index, lines, unusable), RunDocumentJson.Default.RunDocument));
        else
            Print(local, index, summary, lines, unusable);

        return summary.Succeeded && unusable.Count == 0 ? ExitCodes.Done : ExitCodes.Failures;
    }

    private static void WriteIndex(LocalOptions options, RunSummary summary, IReadOnlyList<ReportLine> lines)
    {
        try
        {
            File.WriteAllText(options.Index, IndexPage.Write(
                summary.Portfolio, summary.RunId, summary.AsOf, summary.GeneratedTimestamp, [.. lines.Select(line => line.ToIndex(options.Out))]));
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new OutputFolderException(options.Out, unwritable);
        }
    }

    private static void Print(LocalReports local, string? index, RunSummary summary, IReadOnlyList<ReportLine> lines, IReadOnlyList<string> unusable)
    {
        foreach (var line in lines)
        {
            Console.Out.WriteLine(line.Title);
            Console.Out.WriteLine(line.Recipients.Count > 0 ? $"  {line.State}: {string.Join(", ", line.Recipients)}" : $"  {line.State}");
            if (line.Reason is not null)
                Console.Out.WriteLine($"  {line.Reason}");
            if (line.Files.Count > 0)
                Console.Out.WriteLine($"  {Shown(line.Files[0])}{(line.Gaps > 0 ? $"  ({line.Gaps} data {(line.Gaps == 1 ? "gap" : "gaps")})" : "")}");
        }

        if (summary.Notice is { } notice)
            Console.Out.WriteLine(notice.State == ReportState.Delivered ? "The operators were told by mail." : $"The operators could not be told: {notice.Reason ?? "`execreports ledger --report operator-notice` says why"}");
        foreach (var source in summary.FailedSources)
            Console.Out.WriteLine($"Not read: {(source.Reason.StartsWith(source.Name + ':', StringComparison.Ordinal) ? "" : source.Name + ": ")}{source.Reason.ReplaceLineEndings(" ")}");
        foreach (var template in unusable)
            Console.Out.WriteLine($"Not used: {template}");

        Console.Out.WriteLine();
        if (index is null)
        {
            Console.Out.WriteLine($"Archived in {local.ArchiveRoot}{ArchiveKeys.Root}/, mailed through SES.");
            return;
        }

        if (lines.Any(line => line.Recipients.Count > 0))
            Console.Out.WriteLine($"Mails are files in {Shown(local.Options.Outbox)}; none leaves this machine.");
        Console.Out.WriteLine(Shown(index));
    }

    private static ReportLine Line(LocalReports local, ReportOutcome report, LedgerItem? item)
    {
        var folder = report.State == ReportState.Rendered ? local.Options.Workspace : local.Options.Archive;
        return new ReportLine(
            report.ReportType,
            report.Title ?? report.ReportType,
            Words(report, item),
            report.State is ReportState.Delivered or ReportState.Rendered or ReportState.Held,
            report.Reason,
            [.. report.Keys.Select(key => report.State != ReportState.Rendered && local.ArchiveRoot is { } root ? root + key : Path.Combine(folder, key))],
            item is null ? [] : [.. item.Deliveries.Select(delivery => delivery.State == SendState.Sent ? delivery.Recipient.Address : $"{delivery.Recipient.Address} ({delivery.State.ToString().ToLowerInvariant()}{(delivery.Error is null ? "" : ": " + delivery.Error)})")],
            report.Gaps);
    }

    private static string Words(ReportOutcome report, LedgerItem? item) => report.State switch
    {
        ReportState.Delivered => item?.Deliveries.Count > 0 ? "mailed to" : "archived; nobody is named as its recipient",
        ReportState.DeliveryFailed => "archived, not mailed to all",
        ReportState.Held => "archived and held: its sources have gaps",
        ReportState.Rendered => "rendered only (dry run)",
        ReportState.RenderFailed => "could not be made",
        _ => "could not be archived",
    };

    /// <summary>A path as somebody in the current folder would type it.</summary>
    private static string Shown(string path)
    {
        if (path.Contains("://", StringComparison.Ordinal))
            return path;

        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}

/// <summary>A report as <c>run</c> prints it.</summary>
internal sealed record ReportLine(
    string ReportType, string Title, string State, bool Well, string? Reason, IReadOnlyList<string> Files, IReadOnlyList<string> Recipients, int Gaps)
{
    public IndexEntry ToIndex(string root) => new(
        Title, State, Well,
        [.. Files.Select(file => (Path.GetExtension(file).TrimStart('.'), Path.GetRelativePath(root, file).Replace('\\', '/')))],
        Recipients, Gaps);
}

/// <summary><c>run --json</c>.</summary>
internal sealed record RunDocument(RunSummary Run, string? Index, IReadOnlyList<ReportLine> Reports, IReadOnlyList<string> UnusableTemplates);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunDocument))]
internal sealed partial class RunDocumentJson : JsonSerializerContext;
