using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using ExecReports.Analysis;
using ExecReports.Delivery;
using ExecReports.Embedded.Archive;
using ExecReports.Rendering;

namespace ExecReports.Cli.Commands;

/// <summary><c>explain</c>: a figure of an archived report: its formula, what went into it with its values, and where that is written.</summary>
internal static class ExplainCommand
{
    private static readonly Option<string?> Run = new("--run") { Description = "The report of this run; default: the newest that is archived." };

    public static Command Make(PlaceOptions places)
    {
        var report = new Argument<string>("report") { Description = "A report type: cfo, rental-cove." };
        var figure = new Argument<string?>("figure") { Description = "A figure's id or label: burn.gross. Without one, all figures of the report are listed.", Arity = ArgumentArity.ZeroOrOne };
        var command = new CliCommand(
            "explain", "Shows how a figure of an archived report was computed: formula, inputs with their values, sources.",
            ("explain cfo burn.gross", ""),
            ("explain cfo", "lists its figures"))
        {
            report, figure, Run,
        };
        command.SetAction((parsed, cancellationToken) =>
            ExplainAsync(places.Resolve(parsed), parsed.GetRequiredValue(report), parsed.GetValue(figure), parsed.GetValue(Run), cancellationToken));
        return command;
    }

    private static async Task<int> ExplainAsync(Places places, string report, string? figure, string? run, CancellationToken cancellationToken)
    {
        var document = await ReadAsync(new FolderArchive(places.ToLocal().Archive, TimeProvider.System), places.Out, report, run, cancellationToken);
        if (figure is null)
            return List(places, document);
        if (FigureExplanation.Find(document, figure) is not { } found)
        {
            var near = FigureExplanation.Near(document, figure);
            throw new UsageException($"The report {document.ReportType} has no figure '{figure}'"
                + (near.Count > 0 ? $"; near it: {string.Join(", ", near)}." : $"; `execreports explain {document.ReportType}` lists its {Formats.Count(document.Figures.Count, "figure", "figures")}."));
        }

        Console.Out.Write(places.Json
            ? JsonSerializer.Serialize(new ExplainedFigure(document.ReportType, document.AsOf, document.RunId, document.Currency, found), ExplainedFigureJson.Default.ExplainedFigure) + "\n"
            : FigureExplanation.InWords(document, found));
        return ExitCodes.Done;
    }

    private static int List(Places places, FiguresDocument document)
    {
        if (places.Json)
            Console.Out.WriteLine(JsonSerializer.Serialize(document.Figures, ExplainedFigureJson.Default.IReadOnlyListFigure));
        else
            Output.TextTable.Write(Console.Out, ["figure", "value", "label"], document.Figures.Select(one => (IReadOnlyList<string>)[one.Id, Formats.Figure(one, document.Currency), one.Label]));
        return ExitCodes.Done;
    }

    private static async Task<FiguresDocument> ReadAsync(FolderArchive archive, string folder, string report, string? run, CancellationToken cancellationToken)
    {
        var types = Archived(folder);
        var type = types.Contains(report) ? report : types.Where(one => one.StartsWith(report + "-", StringComparison.Ordinal)).ToList() is [var only] ? only : null;
        if (type is null)
        {
            throw new UsageException(types.Count == 0
                ? $"There is no archived report in {folder}; `execreports run` makes them, --out says where they are."
                : $"There is no archived report '{report}'. There are: {string.Join(", ", types)}.");
        }

        foreach (var key in await archive.ListFiguresAsync(type, DateTimeOffset.MaxValue, run is null ? 1 : int.MaxValue, cancellationToken))
        {
            if (await archive.GetAsync(key, cancellationToken) is not { } json)
                continue;
            try
            {
                if (FiguresDocument.Read(json) is var document && (run is null || document.RunId == run))
                    return document;
            }
            catch (JsonException fault)
            {
                throw new UsageException($"{archive.PathOf(key)} holds no figures ({fault.Message}); expected the .json that a run archived.");
            }
        }

        throw new UsageException($"No archived {type} is of the run '{run}'; `execreports runs` lists the runs.");
    }

    private static List<string> Archived(string folder)
    {
        var root = Path.Combine(folder, ArchiveKeys.Root);
        return !Directory.Exists(root) ? [] :
        [
            .. Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
                .Select(file => ArchiveKeys.TryParse($"{ArchiveKeys.Root}/{Path.GetRelativePath(root, file).Replace('\\', '/')}", out var type, out _) ? type : null)
                .OfType<string>().Distinct().Order(StringComparer.Ordinal),
        ];
    }
}

/// <summary>A figure and the report that it is of, as <c>explain --json</c> prints them.</summary>
internal sealed record ExplainedFigure(string ReportType, DateOnly AsOf, string RunId, string Currency, Figure Figure);

[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExplainedFigure))]
[JsonSerializable(typeof(IReadOnlyList<Figure>))]
internal sealed partial class ExplainedFigureJson : JsonSerializerContext;
