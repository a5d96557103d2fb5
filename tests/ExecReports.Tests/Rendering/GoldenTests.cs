using System.Runtime.CompilerServices;
using System.Xml.Linq;
using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using static ExecReports.Tests.Rendering.RenderingCases;

namespace ExecReports.Tests.Rendering;

/// <summary>A report with every kind of block, compared with the files under <c>Golden</c>. EXECREPORTS_WRITE_GOLDEN=1 writes them anew, to be read in the diff.</summary>
public class GoldenTests
{
    public sealed record Cost(string Item, string Entity, decimal? Low, decimal? High, SourceLine At);

    public sealed record Model(string Intro, decimal? Wanted, IReadOnlyList<Cost> Costs);

    private static readonly Model s_model = new(
        "Crew & fuel make up more than half. <b>Not bold</b>, *not emphasised*, | not a cell; www.example.com stays text.",
        null,
        [
            new("Crew wages", "Harbor Charters", 2800, 3200, new("agent_handoffs/projects/harbor.md", 41)),
            new("Diesel | oil", "Harbor Charters", 1100, 1650.5m, new("agent_handoffs/projects/harbor.md", 42)),
            new("Mooring <script>alert(1)</script>", "Harbor Charters", 1900, 1900, new("agent_handoffs/projects/harbor.md", 43)),
            new("Hosting_and_mail", "Web Studio", 25, 35, new("agent_handoffs/projects/studio.md", 12)),
            new("Insurance", "Dump Trailers", 1195, 2199.5m, new("agent_handoffs/projects/trailers.md", 9)),
            new("Permit", "Dump Trailers", null, null, new("agent_handoffs/projects/trailers.md", 10)),
        ]);

    private static string DemoMarkdown()
    {
        var previous = new FiguresDocument
        {
            ReportType = "cfo",
            Title = "Cash and burn",
            AsOf = new DateOnly(2026, 11, 17),
            GeneratedTimestamp = new DateTimeOffset(2026, 11, 17, 6, 30, 0, TimeSpan.Zero),
            RunId = "r",
            TemplateVersion = "v",
            Currency = "USD",
            Summary = "",
            Figures = [Figure("burn.gross", FigureUnit.MoneyPerMonth, 7400, 7400)],
        };
        var content = Content(s_model,
            Figure("burn.gross", FigureUnit.MoneyPerMonth, 7020, 8985, target: 8000, better: Better.Lower),
            Figure("breakeven.units", FigureUnit.Count, 6) with { Label = "Charters to break even per month" },
            Figure("runway", FigureUnit.Months, 2.4m, 3.1m) with { Label = "Runway" },
            Figure("upside", FigureUnit.Money, 10_000, 50_000) with { Label = "Campaign upside" },
            Figure("gaps", FigureUnit.Count, 8, unknown: 2) with { Label = "Critical shortfalls" }) with
        {
            Gaps = [new("harbor.md:44", "The price of the permit is “?”; expected an amount such as $120.")],
            Sources = [new("Handoff", "agent_handoffs/projects/harbor.md", new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero))],
        };
        return new TemplateEngine().Render(Template(File.ReadAllText(Source("demo.template"))), content, Context(previous));
    }

    [Fact]
    public void The_demo_as_Markdown() => AssertGolden("demo.md", DemoMarkdown());

    [Fact]
    public void The_demo_as_text() => AssertGolden("demo.txt", PlainText.Render(DemoMarkdown()));

    [Fact]
    public void The_demo_as_a_page() => AssertGolden("demo.html", EmailHtml.Archive(DemoMarkdown(), "Cash and burn, 24 Nov 2026", id => id + ".png"));

    [Fact]
    public void The_page_is_well_formed_has_one_h1_a_language_and_no_script()
    {
        var page = XDocument.Parse(EmailHtml.Archive(DemoMarkdown(), "Cash & burn", id => id + ".png"));
        Assert.Equal("en", page.Root!.Attribute("lang")!.Value);
        Assert.Single(page.Descendants("h1"));
        Assert.Empty(page.Descendants("script"));
        Assert.Equal(["https://example.com/yards"], page.Descendants("a").Select(a => a.Attribute("href")!.Value));
        Assert.All(page.Descendants("th"), th => Assert.Equal("col", th.Attribute("scope")!.Value));
        Assert.All(page.Descendants("table").Where(table => !table.Descendants("th").Any()), table => Assert.Equal("presentation", table.Attribute("role")?.Value));
        Assert.Equal("Burn is $7,020 to $8,985 a month; crew is the largest part.", page.Descendants("img").Single().Attribute("alt")!.Value);
    }

    [Fact]
    public void The_text_has_no_markup_and_fits_its_lines()
    {
        var text = PlainText.Render(DemoMarkdown());
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= PlainText.Width, line));
        Assert.DoesNotContain("**", text, StringComparison.Ordinal);
        Assert.DoesNotContain(":::", text, StringComparison.Ordinal);
        Assert.DoesNotContain("chart:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\\", text, StringComparison.Ordinal);
        Assert.Contains("the yard's list (https://example.com/yards)", string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private static void AssertGolden(string name, string actual)
    {
        if (Environment.GetEnvironmentVariable("EXECREPORTS_WRITE_GOLDEN") == "1")
            File.WriteAllText(Source(name), actual);
        Assert.Equal(File.ReadAllText(Source(name)), actual);
    }

    private static string Source(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden", name);
}
