using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using ExecReports.Reports;
using ExecReports.Tests.Reports;
using MimeKit;

namespace ExecReports.Tests.Rendering;

/// <summary>Mail programs cut the HTML of a mail at 102,400 bytes: the product must leave things to the archive before that, and whole tables at once.</summary>
public partial class MailSizeTests
{
    const int Cut = 102_400;

    public static TheoryData<string> Reports => [.. ReportBuilders.BuiltIn.Select(builder => builder.Id)];

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Every_mail_of_the_sample_stays_below_the_cut(string report) => AssertFits(report, await OfficerReportsTests.SampleAsync());

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Every_mail_of_thirty_entities_stays_below_the_cut(string report) => AssertFits(report, ThirtyEntities(await OfficerReportsTests.SampleAsync()));

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task With_a_history_of_twelve_reports_too(string report)
    {
        var facts = ThirtyEntities(await OfficerReportsTests.SampleAsync());
        var entity = EntityOf(report, facts);
        var content = ReportRenderer.Compared(ReportBuilders.Content(Template(report), facts, entity), Context(report, facts, entity));
        // Everything has changed: the worst that a comparison can come to.
        var last = new FiguresDocument
        {
            ReportType = report, Title = "", AsOf = facts.AsOf.AddDays(-7), GeneratedTimestamp = facts.CollectedAt.AddDays(-7), RunId = "last", TemplateVersion = "", Currency = "USD", Summary = "",
            Figures = [.. content.Figures.Select(figure => figure with { Low = figure.Low + 1, High = figure.High + 1 })],
            Open = [.. content.Open.Select(item => item with { Low = (item.Low ?? 0) + 1, High = (item.High ?? 0) + 1 })],
        };
        AssertFits(report, facts, [.. Enumerable.Range(0, 11).Select(week => last with { AsOf = last.AsOf.AddDays(-7 * week) })]);
    }

    private static void AssertFits(string report, PortfolioFacts facts, IReadOnlyList<FiguresDocument>? earlier = null)
    {
        var entity = EntityOf(report, facts);
        var context = Context(report, facts, entity) with { History = new(earlier ?? [], []) };
        var rendered = new ReportRenderer().Render(Template(report), ReportBuilders.Content(Template(report), facts, entity), context);
        var html = MimeMessage.Load(new MemoryStream(rendered.Eml)).HtmlBody!;

        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, Cut - 1);
        Assert.Equal(rendered.MailHtmlBytes, Encoding.UTF8.GetByteCount(html));
        // It is whole: well formed, opens with the decisions, ends with the sources, and each table has rows under its heading.
        var page = XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        var headings = page.Descendants("h2").Select(heading => heading.Value).ToList();
        Assert.Equal("Decide", headings[0]);
        Assert.Equal("Sources", headings[^1]);
        Assert.All(page.Descendants("table").Where(table => table.Descendants("tr").Elements("th").Any()), table => Assert.NotEmpty(table.Descendants("tr").Skip(1)));
        // Beside the subject a mail program shows what is to be decided.
        Assert.StartsWith("Decide: ", page.Descendants("div").First().Value, StringComparison.Ordinal);
        // What was left out is said, with the way there; and the archived page has it.
        var left = LeftOut().Matches(html).Count;
        var archived = Encoding.UTF8.GetString(rendered.Html);
        Assert.Equal(left > 0, archived.Length - ArchivePictures(archived) > html.Length + 500);
    }

    private static int ArchivePictures(string html) => Picture().Matches(html).Sum(match => match.Length);

    private static ReportTemplate Template(string report) => ReportCatalog.BuiltIn.Single(template => template.Id == report);

    private static Handoff? EntityOf(string report, PortfolioFacts facts) =>
        Template(report).Kind is { } kind ? facts.Handoffs.First(entity => entity.Kind == kind) : null;

    private static RenderContext Context(string report, PortfolioFacts facts, Handoff? entity) => new()
    {
        AsOf = facts.AsOf, GeneratedTimestamp = facts.CollectedAt, RunId = "run", ReportType = Template(report).ReportTypeFor(entity?.Id), Settings = facts.Settings, Entity = entity,
    };

    /// <summary>The sample five times: every entity has its like under four other names.</summary>
    private static PortfolioFacts ThirtyEntities(PortfolioFacts facts) => facts with
    {
        Handoffs = [.. Enumerable.Range(1, 5).SelectMany(time => facts.Handoffs.Select(one => time == 1 ? one : one with
        {
            Id = $"{one.Id}-{time}", Name = $"{one.Name} {time}", File = one.File.Replace(".md", $"-{time}.md", StringComparison.Ordinal),
        }))],
    };

    [GeneratedRegex(@"stands? in the archived report, exec-reports/\d{4}/\d{2}/")]
    private static partial Regex LeftOut();

    [GeneratedRegex("data:image/png;base64,[^\"]*")]
    private static partial Regex Picture();
}
