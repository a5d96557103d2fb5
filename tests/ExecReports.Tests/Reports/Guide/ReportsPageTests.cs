using System.Text.RegularExpressions;
using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using ExecReports.Rendering.Templates;
using ExecReports.Reports;
using ExecReports.Reports.Changes;
using ExecReports.Reports.Decisions;
using ExecReports.Reports.Statuses;

namespace ExecReports.Tests.Reports.Guide;

/// <summary>docs/reports.md against the code. EXECREPORTS_WRITE_GOLDEN=1 writes its lists anew, to be read in the diff; its head is written by hand.</summary>
public sealed partial class ReportsPageTests
{
    private const string Mark = "<!-- From here on made from the code; a test compares it. -->\n\n";

    private static readonly string s_file = Path.Combine(OfficerReportsTests.FindRepository(), "docs", "reports.md");

    /// <summary>Each top-level name but r, its type as templates see it, and what it is.</summary>
    private static readonly (string Name, Type Type, string Meaning)[] s_names =
    [
        ("title", typeof(string), "Title of the report, with the entity's name for a domain report."),
        ("as_of", typeof(DateOnly), "The day that the report speaks about."),
        ("portfolio", typeof(string), "Name of the portfolio."),
        ("currency", typeof(string), "ISO 4217 code of its currency."),
        ("built_in", typeof(bool), "Whether the report ships with the product; no in a dropped-in template."),
        ("entity", typeof(Handoff), "The handoff that a domain report speaks about; null in an officer's report."),
        ("figures", typeof(IReadOnlyList<Figure>), "The figures that a built-in report shows. Empty in a dropped-in template: name those of others with `figure 'cfo:burn.gross'`."),
        ("kpis", typeof(IReadOnlyList<Figure>), "Those of `figures` that are its tiles."),
        ("footnotes", typeof(IReadOnlyList<FigureFootnote>), "The numbered places of the tiles, as `note` names them; tiles with the same places share a number."),
        ("gaps", typeof(IReadOnlyList<DataGap>), "What could not be read and what is not tracked."),
        ("gap_groups", typeof(IReadOnlyList<GapGroup>), "The gaps by file."),
        ("sources", typeof(IReadOnlyList<SourceUse>), "Each file, call and commit range that was used."),
        ("source_groups", typeof(IReadOnlyList<SourceGroup>), "The sources, handoffs of one day together."),
        ("summary", typeof(string), "What needs a decision, in sentences. Empty in a dropped-in template."),
        ("decide", typeof(ReportDecisions), "The decisions that a built-in report opens with. In a dropped-in template: the weightiest of all reports, in a domain template those about its entity; `include 'decide'` writes them."),
        ("statuses", typeof(IReadOnlyList<StatusBanner>), "How the entities stand, a banner each. Empty in a dropped-in template."),
        ("fill_first", typeof(IReadOnlyList<FirstBlank>), "What to fill in before the report can say much; empty when its chief inputs are there, and in a dropped-in template."),
        ("since", typeof(SinceLast), "What has changed since the last report; `include 'since'` writes it. A dropped-in template follows the figures that it names (`figure 'cfo:burn.gross'`), and the items of the reports that it draws on."),
        ("since_words", typeof(string), "That in a sentence."),
        ("kpi_history", typeof(KpiHistory), "The tiles over the last reports; in a dropped-in template those that it names."),
    ];

    [Fact]
    public async Task The_lists_of_values_are_those_of_the_code()
    {
        var page = await File.ReadAllTextAsync(s_file, TestContext.Current.CancellationToken);
        var at = page.IndexOf(Mark, StringComparison.Ordinal);
        Assert.True(at > 0, $"docs/reports.md has lost the line {Mark.Trim()}");
        var made = await ListsAsync();

        if (Environment.GetEnvironmentVariable("EXECREPORTS_WRITE_GOLDEN") == "1")
            await File.WriteAllTextAsync(s_file, page[..at] + Mark + made, TestContext.Current.CancellationToken);
        else
            Assert.Equal(made, page[(at + Mark.Length)..]);
    }

    [Fact]
    public async Task The_names_are_those_that_a_template_finds_and_each_value_is_of_its_type()
    {
        var facts = await OfficerReportsTests.SampleAsync();
        foreach (var template in ReportCatalog.BuiltIn)
        {
            var globals = Globals(template, facts);
            var values = globals.Where(pair => pair.Value is not TemplateFunction).ToDictionary(pair => pair.Key, pair => pair.Value);

            Assert.Equal(s_names.Select(one => one.Name).Append("r").Order(StringComparer.Ordinal), values.Keys.Order(StringComparer.Ordinal));
            Assert.All(s_names, one => Assert.True(values[one.Name] is not { } value || one.Type.IsInstanceOfType(value), $"{one.Name} is a {values[one.Name]?.GetType()}, not a {one.Type}"));
        }
    }

    [Fact]
    public async Task The_page_explains_every_function_and_no_other()
    {
        var globals = Globals(ReportCatalog.BuiltIn[0], await OfficerReportsTests.SampleAsync());
        var functions = globals.Where(pair => pair.Value is TemplateFunction).Select(pair => pair.Key);
        var part = (await File.ReadAllTextAsync(s_file, TestContext.Current.CancellationToken)).Split("\n## ").Single(one => one.StartsWith("Functions\n", StringComparison.Ordinal));
        var cells = part.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split(" | ")[0]);

        Assert.Equal(functions.Order(StringComparer.Ordinal), cells.SelectMany(cell => Function().Matches(cell)).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));
    }

    private static async Task<string> ListsAsync()
    {
        var facts = await OfficerReportsTests.SampleAsync();
        var values = new TemplateValues(new XmlSummaries(typeof(TemplateEngine).Assembly));
        values.Part("All names", "| Name | Type | Meaning |\n|---|---|---|\n"
            + string.Concat(s_names.Select(one => $"| `{one.Name}` | {TemplateValues.Words(one.Type)} | {one.Meaning} |\n"))
            + string.Concat(ReportCatalog.BuiltIn.Select(template => $"| `r.{template.Id}` | {TemplateValues.Words(ModelOf(template, facts).GetType())} | "
                + $"Model of the {template.Group.ToString().ToLowerInvariant()} report {template.Title}{(template.Group == ReportGroup.Executive ? "" : "; a list of them in an executive template")}. |\n"))
            + $"| `r.handoffs` | {TemplateValues.Words(typeof(IReadOnlyList<Handoff>))} | The handoffs of the portfolio. |");
        values.Part("`entity`, `r.handoffs`", "What the portfolio's people wrote.", typeof(Handoff));
        foreach (var group in s_names.Where(one => one.Type != typeof(Handoff) && TemplateValues.Words(one.Type).Contains('[', StringComparison.Ordinal)).GroupBy(one => TemplateValues.Words(one.Type)))
            values.Part(string.Join(", ", group.Select(one => $"`{one.Name}`")), group.First().Meaning, group.First().Type);
        foreach (var template in ReportCatalog.BuiltIn)
        {
            var content = ReportBuilders.Content(template, facts, EntityOf(template, facts));
            values.Part($"`r.{template.Id}`", $"{template.Title}; in the report's own template it is `r`."
                + (content.Charts.Count == 0 ? "" : " Charts of the sample's report: " + string.Join(", ", content.Charts.Select(chart => $"`{chart.Id}`")) + "."), content.Model.GetType());
        }

        return values.Text.TrimEnd('\n') + "\n";
    }

    private static Scriban.Runtime.ScriptObject Globals(ReportTemplate template, PortfolioFacts facts)
    {
        var entity = EntityOf(template, facts);
        return new TemplateEngine().Globals(ReportBuilders.Content(template, facts, entity), new RenderContext
        {
            AsOf = facts.AsOf, GeneratedTimestamp = facts.CollectedAt, RunId = "run", ReportType = template.ReportTypeFor(entity?.Id), Settings = facts.Settings, Entity = entity,
        });
    }

    private static object ModelOf(ReportTemplate template, PortfolioFacts facts) => ReportBuilders.Content(template, facts, EntityOf(template, facts)).Model;

    private static Handoff? EntityOf(ReportTemplate template, PortfolioFacts facts) => template.Kind is { } kind ? facts.Handoffs.First(one => one.Kind == kind) : null;

    [GeneratedRegex(@"`([a-z_]+)[ `]")]
    private static partial Regex Function();
}
