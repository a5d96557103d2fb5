using ExecReports.Analysis;
using ExecReports.Inventory;
using ExecReports.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;
using ExecReports.Reports;
using ExecReports.Reports.Ceo;
using ExecReports.Reports.Cmo;
using ExecReports.Reports.Cto;
using ExecReports.Tests.Analysis;

namespace ExecReports.Tests.Reports;

/// <summary>The reports of the CEO, the CTO and the CMO from the sample's own files, and from facts of one entity.</summary>
public class OfficerReportsTests
{
    static readonly string Root = FindSample();

    static string FindSample() => Path.Combine(FindRepository(), "samples", "portfolio");

    internal static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "ExecReports.Functions.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    internal static async Task<PortfolioFacts> SampleAsync(Func<string, string, string>? change = null)
    {
        var reader = new PortfolioReader(Root);
        var settings = reader.ReadSettings();
        var cancellation = TestContext.Current.CancellationToken;
        string Changed(string path) => change is null ? File.ReadAllText(path) : change(Path.GetFileName(path), File.ReadAllText(path));
        return new PortfolioFacts
        {
            AsOf = settings.AsOf!.Value,
            Settings = settings,
            CollectedAt = new(2026, 11, 24, 14, 0, 0, TimeSpan.Zero),
            Handoffs = change is null
                ? reader.ReadAll(settings)
                : [.. Directory.GetFiles(Path.Combine(Root, "agent_handoffs", "projects"), "*.md").Order(StringComparer.Ordinal)
                    .Select(path => HandoffReader.Read("agent_handoffs/projects/" + Path.GetFileName(path), System.Text.Encoding.UTF8.GetBytes(Changed(path))))],
            Inventory = [InventoryFile.Parse(System.Text.Encoding.UTF8.GetBytes(Changed(Path.Combine(Root, "inventory", "aws.json"))), "inventory/aws.json", default)],
            Operations = [change is null
                ? await new OperationsFile(Path.Combine(Root, "operations", "charters.json"), "operations/charters.json").ReadAsync(cancellation)
                : OperationsFile.Parse(System.Text.Encoding.UTF8.GetBytes(Changed(Path.Combine(Root, "operations", "charters.json"))), "operations/charters.json", default)],
        };
    }

    static Figure Figure(IReportBuilder report, PortfolioFacts facts, string id) => report.Build(facts, null).Figures.Single(figure => figure.Id == id);

    [Fact]
    public async Task The_samples_headlines_come_out_of_its_files()
    {
        var facts = await SampleAsync();

        Assert.Equal(8, Figure(new CeoReport(), facts, "shortfalls.critical").Low);
        Assert.Equal(9, Figure(new CeoReport(), facts, "kpis.missing").Low);
        Assert.Equal(6, Figure(new CtoReport(), facts, "security.gaps").Low);
        Assert.Equal((25m, 25m, 1), (Figure(new CtoReport(), facts, "savings").Low, Figure(new CtoReport(), facts, "savings").High, Figure(new CtoReport(), facts, "savings").Unknown));
        Assert.Equal(3676, Figure(new CmoReport(), facts, "campaign.recipients").Low);
        var upside = Figure(new CmoReport(), facts, "campaign.upside");
        Assert.Equal((10149m, 49883m), (Math.Round(upside.Low!.Value), Math.Round(upside.High!.Value)));
    }

    [Theory]
    [InlineData("qos.md", "| Balance cannot be paid online | critical |", "| Balance cannot be paid online | high |", "shortfalls.critical", 7)]
    [InlineData("qos.md", "| Repeat guests | 30% | |", "| Repeat guests | 30% | 12% |", "kpis.missing", 8)]
    [InlineData("qos.md", "| booking dashboard | high | open |", "| booking dashboard | high | fixed |", "security.gaps", 5)]
    [InlineData("aws.json", "\"minimumTls\": \"TLSv1_2016\"", "\"minimumTls\": \"TLSv1.2_2021\"", "security.gaps", 5)]
    [InlineData("aws.json", "\"costPerMonth\": 4.20", "\"costPerMonth\": 5.20", "savings", 26)]
    [InlineData("dc.md", "$5 with the smaller plan", "$9 with the smaller plan", "savings", 29)]
    public async Task One_changed_row_changes_its_headline_by_the_right_amount(string file, string from, string to, string id, decimal expected)
    {
        var facts = await SampleAsync((name, text) =>
        {
            if (name != file)
                return text;
            Assert.Contains(from, text, StringComparison.Ordinal);
            return text.Replace(from, to, StringComparison.Ordinal);
        });

        IReportBuilder report = id is "security.gaps" or "savings" ? new CtoReport() : new CeoReport();
        Assert.Equal(expected, Figure(report, facts, id).Low);
    }

    [Fact]
    public async Task A_larger_list_raises_recipients_and_upside_in_proportion()
    {
        var facts = await SampleAsync((name, text) => name == "qos.md" ? text.Replace("whole list | 3,676 |", "whole list | 7,352 |", StringComparison.Ordinal) : text);

        Assert.Equal(7352, Figure(new CmoReport(), facts, "campaign.recipients").Low);
        // 10,148.54 + 6,256.55.
        Assert.Equal(16405m, Math.Round(Figure(new CmoReport(), facts, "campaign.upside").Low!.Value));
    }

    [Fact]
    public async Task Every_section_is_rendered_from_the_sample()
    {
        var facts = await SampleAsync();

        var ceo = BuiltInReport.Markdown(new CeoReport(), facts);
        foreach (var heading in new[] { "Critical shortfalls", "The next 30 days", "Claims against evidence", "Trips in the next 14 days", "KPIs", "All that the group has", "As written", "Data gaps", "Sources" })
            Assert.Contains($"## {heading}\n", ceo, StringComparison.Ordinal);
        Assert.Contains("4 waivers unsigned; nobody for Mate", ceo, StringComparison.Ordinal);
        Assert.Contains("no more than 12 guests", ceo, StringComparison.Ordinal);

        var cto = BuiltInReport.Markdown(new CtoReport(), facts);
        foreach (var heading in new[] { "Stack audit", "Security gaps", "Cost optimisation", "What it costs and what it does", "Deployments", "UX deficits", "Dev-cycle maturity", "Data gaps", "Sources" })
            Assert.Contains($"## {heading}\n", cto, StringComparison.Ordinal);
        Assert.Contains("legacy-photos-2019 costs $2.80 and served 0 requests", cto, StringComparison.Ordinal);

        var cmo = BuiltInReport.Markdown(new CmoReport(), facts);
        foreach (var heading in new[] { "Channel visibility", "The case for the e-mail blast", "Does the upside fit the calendar?", "OTA sequence", "Milestones: 30, 60, 90 days", "Data gaps", "Sources" })
            Assert.Contains($"## {heading}\n", cmo, StringComparison.Ordinal);
        Assert.Contains("3,676 recipients", cmo, StringComparison.Ordinal);
    }

    [Fact]
    public void A_portfolio_of_nothing_says_in_words_why_each_section_is_empty()
    {
        var facts = Given.Facts();

        Assert.Contains("No handoff names an open shortfall.", BuiltInReport.Markdown(new CeoReport(), facts), StringComparison.Ordinal);
        Assert.Contains("There is no AWS inventory", BuiltInReport.Markdown(new CtoReport(), facts), StringComparison.Ordinal);
        Assert.Contains("No handoff plans a campaign.", BuiltInReport.Markdown(new CmoReport(), facts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_of_figures_are_unique_within_a_report()
    {
        var facts = await SampleAsync();

        foreach (IReportBuilder report in new IReportBuilder[] { new CeoReport(), new CtoReport(), new CmoReport() })
            Assert.Empty(report.Build(facts, null).Figures.GroupBy(figure => figure.Id).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void A_closed_item_about_something_else_is_not_held_against_a_finding()
    {
        var entity = Given.Entity("one") with { Aws = new MatchRules(["one-*"], []), Security = [new SecurityItem { At = Given.Line(), Finding = "Phone numbers in the log", Resource = "one-f", State = WorkState.Done }] };
        var facts = Given.Facts(entity) with { Inventory = [new() { CollectedAt = default, Source = "aws.json", Functions = [new() { Name = "one-f", Runtime = "python3.8" }] }] };

        Assert.Equal(0, Figure(new CeoReport(), facts, "claims.disagree").Low);
    }
}
