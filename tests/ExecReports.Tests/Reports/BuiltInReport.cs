using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using ExecReports.Reports;

namespace ExecReports.Tests.Reports;

/// <summary>A built-in report put into words by the template that ships with it.</summary>
internal static class BuiltInReport
{
    public static ReportTemplate Template(string id)
    {
        var name = EmbeddedText.Names.Single(n => n.EndsWith($"/{id}.md", StringComparison.Ordinal));
        var text = EmbeddedText.Read(name);
        var body = text.IndexOf("\n---\n", 4, StringComparison.Ordinal) + 5;
        return new ReportTemplate
        {
            Id = id,
            Title = id,
            Audience = "Tests",
            Group = ReportGroup.Executive,
            Body = text[body..],
            BodyOffset = text[..body].Count(c => c == '\n'),
            File = name,
            Version = name,
            BuiltIn = true,
        };
    }

    public static string Markdown(IReportBuilder builder, PortfolioFacts facts, Handoff? entity = null) =>
        new TemplateEngine().Render(Template(builder.Id), builder.Build(facts, entity), new RenderContext
        {
            AsOf = facts.AsOf,
            GeneratedTimestamp = facts.CollectedAt,
            RunId = "run",
            ReportType = builder.Id,
            Settings = facts.Settings,
            Entity = entity,
        });
}
