using System.CommandLine;
using System.Text;
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
        var report = RunOptions.Report();
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

        var rendering = await DryRender.OfAsync(await places.FetchAsync(cancellationToken), report, asOf, cancellationToken);
        if (rendering.Failure is { } failure)
        {
            Console.Error.WriteLine(failure);
            return ExitCodes.Failures;
        }

        var content = rendering.Files[format == "text" ? "eml" : format];
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(format == "text" ? TextPart(content) : content, cancellationToken);
        return ExitCodes.Done;
    }

    private static byte[] TextPart(byte[] message) =>
        Encoding.UTF8.GetBytes(MimeMessage.Load(new MemoryStream(message)).TextBody ?? "");
}
