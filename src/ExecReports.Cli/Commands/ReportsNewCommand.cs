using System.CommandLine;
using ExecReports.Cli.Starter;
using ExecReports.Embedded;
using ExecReports.Rendering;
using ExecReports.Reports;

namespace ExecReports.Cli.Commands;

/// <summary><c>reports new</c>: writes the template of a report of one's own into the portfolio.</summary>
internal static class ReportsNewCommand
{
    private static readonly Option<string?> Title = new("--title") { Description = "Its title. Default: the id in words." };
    private static readonly Option<string?> Audience = new("--audience") { Description = "Whom it is for, in words. Default: Everybody." };
    private static readonly Option<string?> Kind = new("--kind") { Description = "One report for each company of this kind (charter, rental, delivery, agency, school, equipment rental, shop). Default: one over the group." };

    public static Command Make(PlaceOptions places)
    {
        var id = new Argument<string>("id") { Description = "Its id: lower case letters, digits, hyphens." };
        var command = new CliCommand(
            "new", "Writes a working template into the portfolio's reports/ folder; overwrites nothing.",
            ("reports new weekly", "reports/weekly.md, a report over the group"),
            ("reports new upkeep --kind rental --title Upkeep", "one report for each rental"))
        {
            id, Title, Audience, Kind,
        };
        command.SetAction((parsed, cancellationToken) => WriteAsync(
            places.Resolve(parsed), parsed.GetRequiredValue(id), parsed.GetValue(Title), parsed.GetValue(Audience), parsed.GetValue(Kind), cancellationToken));
        return command;
    }

    private static async Task<int> WriteAsync(Places places, string id, string? title, string? audience, string? kind, CancellationToken cancellationToken)
    {
        var options = await places.FetchAsync(cancellationToken);
        if (options.Origin is not null)
            throw new UsageException("A template is written into a folder, and this portfolio is elsewhere: clone it, name the clone with --portfolio, and commit the template there.");

        var files = LocalPortfolio.Open(options);
        // A folder that is no portfolio is refused before anything is written into it.
        await files.Portfolio.OutlineAsync(cancellationToken);
        var text = StarterReport.Text(id, title, audience, kind);
        var template = Checked(id, text);
        if (files.Catalog.Templates.FirstOrDefault(known => known.Id == template.Id) is { } taken)
            throw new UsageException($"There is a report '{id}' already ({taken.File}); expected an id of its own.");

        var path = Path.Combine(options.Portfolio, "reports", id + ".md");
        if (Path.Exists(path))
            throw new UsageException($"{path} is there already, and nothing is overwritten.");
        try
        {
            StarterText.WriteNew(path, text);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Path.GetDirectoryName(path)} cannot be written ({unwritable.Message.TrimEnd('.')}). Give this user the right to write there, or choose another portfolio.");
        }

        Console.Out.WriteLine(places.Json ? System.Text.Json.JsonSerializer.Serialize([path], PathsJson.Default.ListString) : $"wrote {path}");
        if (!places.Json)
            Console.Out.WriteLine("Change it as you like; `preview` shows it while you write, and each run makes it from now on.");
        return ExitCodes.Done;
    }

    private static ReportTemplate Checked(string id, string text)
    {
        try
        {
            return ReportTemplateReader.Read(id + ".md", text, builtIn: false);
        }
        catch (TemplateException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }
}
