using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using ExecReports.Cli.Output;
using ExecReports.Embedded;
using ExecReports.Orchestration;
using ExecReports.Orchestration.Planning;

namespace ExecReports.Cli.Commands;

/// <summary><c>reports</c>: which reports the portfolio has, and for whom.</summary>
internal static class ReportsCommand
{
    public static Command Make(PlaceOptions places)
    {
        var command = new CliCommand("reports", "Which reports the portfolio has, and for whom.", ("reports --portfolio ~/companies", ""), ("reports new weekly", "a template of your own to change"))
        {
            ReportsNewCommand.Make(places),
        };
        command.SetAction((parsed, cancellationToken) => ShowAsync(places.Resolve(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> ShowAsync(Places places, CancellationToken cancellationToken)
    {
        var files = LocalPortfolio.Open(await places.FetchAsync(cancellationToken));
        var outline = await files.Portfolio.OutlineAsync(cancellationToken);
        var rows = ReportSelection.Resolve(new RunRequest(), files.Catalog.Templates, outline.Entities)
            .Select(report => new ReportRow(
                report.ReportType,
                report.Template.Group.ToString().ToLowerInvariant(),
                report.Entity is null ? report.Template.Title : $"{report.Entity.Name}: {report.Template.Title}",
                report.Template.Audience,
                [.. RecipientPlan.For(report, outline.Settings, null).Select(recipient => recipient.Address)]))
            .ToList();

        if (places.Json)
            Console.Out.WriteLine(JsonSerializer.Serialize(rows, ReportRowJson.Default.ListReportRow));
        else
            TextTable.Write(Console.Out, ["report", "group", "title", "recipients"], rows.Select(row => (IReadOnlyList<string>)[row.Report, row.Group, row.Title, string.Join(", ", row.Recipients)]));

        return ExitCodes.Done;
    }
}

internal sealed record ReportRow(string Report, string Group, string Title, string Audience, IReadOnlyList<string> Recipients);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<ReportRow>))]
internal sealed partial class ReportRowJson : JsonSerializerContext;
