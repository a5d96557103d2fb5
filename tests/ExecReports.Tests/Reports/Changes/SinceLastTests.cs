using System.Text;
using System.Text.Json.Nodes;
using ExecReports.Analysis;
using ExecReports.Delivery;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using ExecReports.Reports;
using ExecReports.Reports.Changes;
using ExecReports.Tests.Delivery;

namespace ExecReports.Tests.Reports.Changes;

public class SinceLastTests
{
    static readonly DateTimeOffset s_made = new(2026, 11, 24, 14, 30, 0, TimeSpan.Zero);

    readonly MemoryArchive _archive = new();
    readonly ReportRenderer _renderer = new();

    [Fact]
    public async Task Two_runs_with_a_changed_sample_show_just_those_changes()
    {
        await RunAsync("ceo", await OfficerReportsTests.SampleAsync(), s_made);
        await RunAsync("cfo", await OfficerReportsTests.SampleAsync(), s_made);
        // A shortfall fixed, a cost up, one new.
        var changed = await OfficerReportsTests.SampleAsync((file, text) => file == "qos.md"
            ? Replaced(Replaced(text,
                "| No price for weekday evenings | medium | $300–400 | Operator | 2027-01 | test two prices | open |",
                "| No price for weekday evenings | medium | $300–400 | Operator | 2027-01 | test two prices | done |\n| Dock lights are out | medium | $80 | Captain | 2027-02-03 | call the electrician | open |"),
                "| Booking software | Booking suite | Software | $79 | month | $79 |", "| Booking software | Booking suite | Software | $99 | month | $99 |")
            : text);

        var ceo = await RunAsync("ceo", changed, s_made.AddHours(1));
        Assert.Equal(["Dock lights are out"], ceo.Since!.New.Select(move => move.Item.What));
        Assert.Equal(["No price for weekday evenings"], ceo.Since.Resolved.Select(move => move.Item.What));
        Assert.Empty(ceo.Since.Changed);
        Assert.Empty(ceo.Since.Figures);

        var cfo = await RunAsync("cfo", changed, s_made.AddHours(1));
        Assert.Empty(cfo.Since!.New);
        Assert.Empty(cfo.Since.Resolved);
        var cost = Assert.Single(cfo.Since.Changed);
        Assert.Equal(("Booking software", 79m, 99m), (cost.Item.What, cost.LowBefore!.Value, cost.Item.Low!.Value));
        Assert.All(cfo.Since.Figures, move => Assert.Contains(move.Figure.Split(':')[0], (string[])["burn.gross", "burn.net", "breakeven.fixed", "burn.category.software", "runway", "pace.short", "pace.worth", "breakeven.units"]));
        var gross = cfo.Since.Figures.Single(move => move.Figure == "burn.gross");
        Assert.Equal(("up", 20m, Judgement.Worse), (gross.Direction, gross.By!.Value, gross.Judgement));
        Assert.Contains("| **resolved** shortfall | No price for weekday evenings |", await MarkdownAsync("ceo", changed, s_made.AddHours(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_sample_again_has_no_change_and_keeps_everything_open()
    {
        var facts = await OfficerReportsTests.SampleAsync();
        foreach (var report in (string[])["ceo", "cto", "accounting", "cmo", "cfo"])
        {
            await RunAsync(report, facts, s_made);
            var again = await RunAsync(report, facts, s_made.AddHours(1));
            Assert.False(again.Since!.Any, report);
            Assert.Contains("Nothing has changed since the report of 24 Nov 2026.", await MarkdownAsync(report, facts, s_made.AddHours(1)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_first_report_says_so()
    {
        var facts = await OfficerReportsTests.SampleAsync();
        Assert.Contains("## Since the last report\n\nThis is the first report of this kind", await MarkdownAsync("ceo", facts, s_made), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_keeps_the_date_of_the_first_report_that_had_it_and_says_how_long_it_is_open()
    {
        var facts = await OfficerReportsTests.SampleAsync();
        await RunAsync("cto", facts with { AsOf = new(2026, 11, 10) }, s_made);
        await RunAsync("cto", facts with { AsOf = new(2026, 11, 17) }, s_made.AddHours(1));
        var third = await RunAsync("cto", facts, s_made.AddHours(2));

        Assert.NotEmpty(third.Open!);
        Assert.All(third.Open!, item => Assert.Equal(new DateOnly(2026, 11, 10), item.OpenSince));
        Assert.Contains(", the longest for 14 days", await MarkdownAsync("cto", facts, s_made.AddHours(2)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_past_date_is_compared_with_what_was_known_by_then()
    {
        var facts = await OfficerReportsTests.SampleAsync();
        foreach (var (day, hour) in new[] { (10, 0), (24, 1), (17, 2) })
            await RunAsync("cfo", facts with { AsOf = new(2026, 11, day) }, s_made.AddHours(hour));

        Assert.Equal(new DateOnly(2026, 11, 17), (await RunAsync("cfo", facts with { AsOf = new(2026, 11, 20) }, s_made.AddHours(3))).Since!.AsOf);
        Assert.Equal(new DateOnly(2026, 11, 10), (await RunAsync("cfo", facts with { AsOf = new(2026, 11, 12) }, s_made.AddHours(4))).Since!.AsOf);
        Assert.Null((await RunAsync("cfo", facts with { AsOf = new(2026, 11, 1) }, s_made.AddHours(5))).Since!.AsOf);
    }

    [Fact]
    public async Task The_lines_hold_twelve_reports_one_per_date_and_the_chart_names_both_ends()
    {
        var facts = await OfficerReportsTests.SampleAsync();
        for (var week = 20; week > 0; week--)
        {
            await RunAsync("cfo", facts with { AsOf = facts.AsOf.AddDays(-7 * week) }, s_made.AddHours(-2 * week));
            await RunAsync("cfo", facts with { AsOf = facts.AsOf.AddDays(-7 * week) }, s_made.AddHours(-2 * week + 1));
        }

        var history = (await ContentAsync("cfo", facts, s_made)).History!;
        Assert.Equal(12, history.Reports.Count);
        Assert.Equal((facts.AsOf.AddDays(-77), facts.AsOf), (history.Reports[0], history.Reports[^1]));
        Assert.All(history.Lines, line => Assert.Equal(12, line.Values.Count));
        Assert.Contains("From 8 Sep 2026 to 24 Nov 2026: Gross burn stands at $7–9K/month", history.Chart("USD")!.Alt, StringComparison.Ordinal);
        Assert.Contains("](chart:history)", await MarkdownAsync("cfo", facts, s_made), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archived_figures_that_cannot_be_read_are_a_gap_and_the_one_before_is_compared()
    {
        var facts = await OfficerReportsTests.SampleAsync();
        await RunAsync("cfo", facts, s_made);
        await PutAsync("cfo", s_made.AddHours(1), Encoding.UTF8.GetBytes("{ \"report_type\": "));
        var content = await ContentAsync("cfo", facts, s_made.AddHours(2));

        Assert.Equal(facts.AsOf, content.Since!.AsOf);
        Assert.Contains(content.Gaps, gap => gap.Where.EndsWith("-cfo.json", StringComparison.Ordinal) && gap.What.Contains("could not be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_of_an_older_edition_kept_no_items_so_none_is_called_new()
    {
        var facts = await OfficerReportsTests.SampleAsync();
        var json = JsonNode.Parse(_renderer.Render(Template("ceo"), Content("ceo", facts), Context("ceo", facts, s_made, ReportHistory.None)).Json)!.AsObject();
        json.Remove("open");
        await PutAsync("ceo", s_made, Encoding.UTF8.GetBytes(json.ToJsonString()));
        var since = (await ContentAsync("ceo", facts, s_made.AddHours(1))).Since!;

        Assert.Empty(since.New);
        Assert.True(since.ItemsUnknown);
    }

    [Theory]
    [InlineData(10, 12, Better.Lower, "▲ 2, worse")]
    [InlineData(10, 12, Better.Higher, "▲ 2, better")]
    [InlineData(12, 10, Better.Lower, "▼ 2, better")]
    [InlineData(12, 10, Better.Neither, "▼ 2")]
    [InlineData(12, 12, Better.Lower, "unchanged")]
    [InlineData(null, 12, Better.Lower, "was unknown")]
    public void A_tile_says_direction_and_whether_that_is_good(int? before, int? now, Better better, string expected)
    {
        Figure Of(int? value) => new() { Id = "one", Label = "One", Unit = FigureUnit.Count, Low = value, High = value, Formula = "", Better = better, Kpi = true };
        var last = new FiguresDocument
        {
            ReportType = "cfo", Title = "", AsOf = new(2026, 11, 17), GeneratedTimestamp = s_made, RunId = "", TemplateVersion = "", Currency = "USD", Summary = "", Figures = [Of(before)],
        };
        Assert.Equal(expected, ChangeWords.Tile(Of(now), last, "USD"));
    }

    static string Replaced(string text, string from, string to)
    {
        Assert.Contains(from, text, StringComparison.Ordinal);
        return text.Replace(from, to, StringComparison.Ordinal);
    }

    static ReportTemplate Template(string id) => ReportCatalog.BuiltIn.Single(template => template.Id == id);

    static ReportContent Content(string id, PortfolioFacts facts) => ReportBuilders.Content(Template(id), facts, null);

    static RenderContext Context(string id, PortfolioFacts facts, DateTimeOffset made, ReportHistory history) => new()
    {
        AsOf = facts.AsOf, GeneratedTimestamp = made, RunId = "run", ReportType = id, Settings = facts.Settings, History = history,
    };

    async Task<ReportContent> ContentAsync(string id, PortfolioFacts facts, DateTimeOffset made) =>
        ReportRenderer.Compared(Content(id, facts), Context(id, facts, made, await ReportHistory.ReadAsync(_archive, id, facts.AsOf, made, TestContext.Current.CancellationToken)));

    async Task<string> MarkdownAsync(string id, PortfolioFacts facts, DateTimeOffset made) =>
        new TemplateEngine().Render(Template(id), await ContentAsync(id, facts, made), Context(id, facts, made, await ReportHistory.ReadAsync(_archive, id, facts.AsOf, made, TestContext.Current.CancellationToken)));

    // As a run does it, without drawing: figures from the facts and the archive, then into the archive.
    async Task<FiguresDocument> RunAsync(string id, PortfolioFacts facts, DateTimeOffset made)
    {
        var content = await ContentAsync(id, facts, made);
        var document = new FiguresDocument
        {
            ReportType = id, Title = content.Title, AsOf = facts.AsOf, GeneratedTimestamp = made, RunId = "run", TemplateVersion = "1", Currency = "USD", Summary = content.Summary,
            Figures = content.Figures, Open = content.Open, Since = content.Since,
        };
        await PutAsync(id, made, document.ToJson());
        return document;
    }

    Task PutAsync(string id, DateTimeOffset made, byte[] json) =>
        _archive.PutOnceAsync(new ArchiveObject(ArchiveKeys.Of(id, made).Json, json, "application/json", new Dictionary<string, string>()), TestContext.Current.CancellationToken);
}
