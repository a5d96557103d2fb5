using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using ExecReports.Reports;

namespace ExecReports.Tests.Reports;

public sealed class ReportCatalogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private const string Good = "---\nid: berths\ntitle: \"Berths: all\"\naudience: Harbor master\ngroup: executive\n---\n# {{ title }}\n";

    private ReportCatalog Load(params (string Name, string Text)[] files)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "reports"));
        foreach (var (name, text) in files)
            File.WriteAllText(Path.Combine(_folder, "reports", name), text);
        return ReportCatalog.Load(_folder, new TemplateEngine());
    }

    [Fact]
    public void A_template_dropped_into_the_folder_is_one_more_report()
    {
        var catalog = Load(("berths.md", Good));
        Assert.Empty(catalog.Diagnostics);
        var template = catalog.Find("berths")!;
        Assert.Equal(("Berths: all", "Harbor master", ReportGroup.Executive, 6, false), (template.Title, template.Audience, template.Group, template.BodyOffset, template.BuiltIn));
        Assert.Equal("# {{ title }}\n", template.Body);
        Assert.Equal(64, template.Version.Length);
        Assert.Equal(ReportCatalog.BuiltIn.Count + 1, catalog.Templates.Count);
    }

    [Theory]
    [InlineData("no front matter", 1, "expected front matter")]
    [InlineData("---\nid: x\n", 1, "has no end")]
    [InlineData("---\nid: x\ntitle: X\ngroup: executive\n---\n", 1, "lacks 'audience'")]
    [InlineData("---\nid: Big Berths\ntitle: X\naudience: A\ngroup: executive\n---\n", 2, "no report id")]
    [InlineData("---\nid: ../x\ntitle: X\naudience: A\ngroup: executive\n---\n", 2, "no report id")]
    [InlineData("---\nid: x\ntitel: X\n---\n", 3, "unknown key 'titel'; did you mean 'title'?")]
    [InlineData("---\nid: x\ntitle: X\naudience: A\ngroup: board\n---\n", 5, "expected executive or domain")]
    [InlineData("---\nid: x\ntitle: X\naudience: A\ngroup: domain\n---\n", 5, "expected 'kind: …'")]
    [InlineData("---\nid: x\ntitle: X\naudience: A\ngroup: domain\nkind: rentl\n---\n", 6, "did you mean 'rental'?")]
    [InlineData("---\nid: x\nid: y\n---\n", 3, "stands twice")]
    [InlineData("---\nid: x\ntitle: X\naudience: A\ngroup: executive\n---\none\n{{ for }}\n", 8, "")]
    public void A_broken_template_is_a_diagnostic_with_its_line_and_costs_only_itself(string text, int line, string problem)
    {
        var catalog = Load(("a.md", text), ("berths.md", Good));
        Assert.NotNull(catalog.Find("berths"));
        var diagnostic = Assert.Single(catalog.Diagnostics);
        Assert.Equal(new SourceLine("reports/a.md", line), diagnostic.At);
        Assert.Contains(problem, diagnostic.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_templates_of_one_id_leave_the_first()
    {
        var catalog = Load(("a.md", Good), ("b.md", Good));
        Assert.Equal("reports/a.md", catalog.Find("berths")!.File);
        Assert.Contains("taken by reports/a.md", Assert.Single(catalog.Diagnostics).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_portfolio_without_such_a_folder_has_the_built_in_reports() =>
        Assert.Equal(ReportCatalog.BuiltIn, ReportCatalog.Load(_folder, new TemplateEngine()).Templates);

    [Fact]
    public void Every_built_in_template_can_be_parsed() => Assert.All(ReportCatalog.BuiltIn, new TemplateEngine().Check);

    [Fact]
    public void A_domain_template_makes_one_report_per_entity_of_its_kind_among_those_it_names()
    {
        Handoff[] entities = [Entity("a", EntityKind.Rental), Entity("b", EntityKind.Shop), Entity("c", EntityKind.Rental)];
        var template = ReportTemplateReader.Read("r.md", "---\nid: nights\ntitle: Nights\naudience: A\ngroup: domain\nkind: rental\n---\n", builtIn: false);
        Assert.Equal(["nights-a", "nights-c"], ReportCatalog.ReportsOf(template, entities).Select(report => report.ReportType));
        Assert.Equal(["nights-c"], ReportCatalog.ReportsOf(template with { Entities = ["b", "c"] }, entities).Select(report => report.ReportType));
        Assert.Equal([("nights", null)], ReportCatalog.ReportsOf(template with { Group = ReportGroup.Executive }, entities));
    }

    [Fact]
    public void A_dropped_in_template_sees_the_built_in_models_and_computes_only_those_it_names()
    {
        var (cash, nights, never) = (new Builder("cfo"), new Builder("rental"), new Builder("ceo"));
        ReportTemplate[] builtIn = [Template("cfo", "executive"), Template("rental", "domain\nkind: rental"), Template("ceo", "executive")];
        var facts = new PortfolioFacts
        {
            AsOf = new DateOnly(2026, 11, 24),
            Settings = new PortfolioSettings { Name = "Harbor Group", Sender = "reports@example.com" },
            Handoffs = [Entity("a", EntityKind.Rental), Entity("b", EntityKind.Shop), Entity("c", EntityKind.Rental)],
            CollectedAt = new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero),
        };
        var template = ReportTemplateReader.Read("reports/berths.md", Good.Replace(
            "# {{ title }}", "{{ r.cfo.name }}: {{ fig (figure 'cfo:total') }}; {{ for n in r.rental }}{{ n.name }} {{ end }}; {{ r.handoffs.size }}", StringComparison.Ordinal), builtIn: false);
        var content = CustomReport.Of(template, facts, null, [cash, nights, never], builtIn);
        var report = new ReportRenderer().Render(template, content, new RenderContext
        {
            AsOf = facts.AsOf,
            GeneratedTimestamp = facts.CollectedAt,
            RunId = "r",
            ReportType = "berths",
            Settings = facts.Settings,
        });
        Assert.Equal("cfo of group: 3; rental of a rental of c ; 3\n", System.Text.Encoding.UTF8.GetString(report.Markdown));
        Assert.Equal((1, 2, 0), (cash.Built, nights.Built, never.Built));
        Assert.Equal(["cfo:total", "rental:total", "rental:total"], FiguresDocument.Read(report.Json).Figures.Select(figure => figure.Id));
        Assert.Contains(facts.Handoffs, handoff => content.Sources.Any(source => source.Name == handoff.File));
    }

    private static ReportTemplate Template(string id, string group) =>
        ReportTemplateReader.Read(id + ".md", $"---\nid: {id}\ntitle: T\naudience: A\ngroup: {group}\n---\n", builtIn: true);

    private static Handoff Entity(string id, EntityKind kind) => new() { Id = id, Name = id.ToUpperInvariant(), Kind = kind, File = $"agent_handoffs/projects/{id}.md" };

    public sealed record Named(string Name);

    private sealed class Builder(string id) : IReportBuilder
    {
        public int Built { get; private set; }

        public string Id => id;

        public ReportContent Build(PortfolioFacts facts, Handoff? entity)
        {
            Built++;
            return new ReportContent
            {
                Title = id,
                Summary = "",
                Figures = [new Figure { Id = "total", Label = "Total", Unit = FigureUnit.Count, Low = 3, High = 3, Formula = "3" }],
                Model = new Named($"{id} of {entity?.Id ?? "group"}"),
            };
        }
    }
}
