using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using ExecReports.Embedded;
using ExecReports.Embedded.Archive;
using ExecReports.Orchestration;
using MimeKit;

namespace ExecReports.Cli.Commands;

/// <summary><c>render</c>: one report on standard output; nothing is archived, recorded or mailed.</summary>
internal static class RenderCommand
{
    private static readonly string[] Formats = ["md", "text", "html", "json", "eml"];

    private static readonly Option<string> Format = new("--format", "-f") { Description = "md, text, html, json or eml.", DefaultValueFactory = _ => "md" };
    private static readonly Option<string?> AsOf = RunOptions.AsOf();

    public static Command Make(PlaceOptions places)
    {
        var report = new Argument<string>("report") { Description = "A report id or type: cfo, rental-cove. `reports` lists them." };
        var command = new CliCommand(
            "render", "Renders one report and prints it; nothing is archived, recorded or mailed.",
            ("render cfo", ""),
            ("render rental-cove --format html > rental.html", ""))
        {
            report, Format, AsOf,
        };
        command.SetAction((parsed, cancellationToken) => RenderAsync(
            places.Resolve(parsed), parsed.GetRequiredValue(report), parsed.GetValue(places.Json) ? "json" : parsed.GetValue(Format)!, RunOptions.ParseDay(parsed.GetValue(AsOf)), cancellationToken));
        return command;
    }

    private static async Task<int> RenderAsync(Places places, string report, string format, DateOnly? asOf, CancellationToken cancellationToken)
    {
        if (!Formats.Contains(format))
            throw new UsageException($"There is no format '{format}'. Formats: {string.Join(", ", Formats)}.");

        var options = await places.FetchAsync(cancellationToken);
        await SampleHistories.BuildAsync(options, cancellationToken);

        // A dry run in a folder of its own: the same orchestrator and activities, and the output folder may be in use meanwhile.
        var folder = Path.Combine(Path.GetTempPath(), $"execreports-{RandomNumberGenerator.GetHexString(12, lowercase: true)}");
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
            {
                Console.Error.WriteLine(ended.Failure ?? ended.Summary!.Reports[0].Reason);
                return ExitCodes.Failures;
            }

            var extension = format == "text" ? "eml" : format;
            var file = Path.Combine(local.Options.Workspace, rendered.Keys.Single(key => key.EndsWith("." + extension, StringComparison.Ordinal)));
            var content = await File.ReadAllBytesAsync(file, cancellationToken);
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(format == "text" ? TextPart(content) : content, cancellationToken);
            return ExitCodes.Done;
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] TextPart(byte[] message) =>
        Encoding.UTF8.GetBytes(MimeMessage.Load(new MemoryStream(message)).TextBody ?? "");
}
