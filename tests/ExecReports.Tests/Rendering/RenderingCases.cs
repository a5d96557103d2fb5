using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using ExecReports.Reports;
using ExecReports.Reports.Changes;

namespace ExecReports.Tests.Rendering;

/// <summary>Small made-up reports for the tests of this folder.</summary>
internal static class RenderingCases
{
    private static readonly TemplateEngine s_engine = new();

    public static readonly DateOnly AsOf = new(2026, 11, 24);

    public static ReportTemplate Template(string body, int offset = 5, bool builtIn = true, string id = "cfo") => new()
    {
        Id = id,
        Title = "Cash and burn",
        Audience = "Finance officer",
        Group = ReportGroup.Executive,
        Body = body,
        BodyOffset = offset,
        File = $"{id}.md",
        Version = body,
        BuiltIn = builtIn,
    };

    public static ReportContent Content(object? model = null, params Figure[] figures) => new()
    {
        Title = "Cash and burn",
        Summary = "Costs are above income; two guardrails are broken.",
        Figures = figures,
        Model = model ?? new Nothing(),
    };

    public static RenderContext Context(FiguresDocument? previous = null, PortfolioSettings? settings = null) => new()
    {
        AsOf = AsOf,
        GeneratedTimestamp = new DateTimeOffset(2026, 11, 24, 6, 30, 0, 250, TimeSpan.Zero),
        RunId = "weekly-20261124T063000Z",
        ReportType = "cfo",
        Settings = settings ?? new PortfolioSettings { Name = "Harbor Group", Sender = "reports@example.com" },
        History = previous is null ? ReportHistory.None : new([previous], []),
    };

    public static string Markdown(string body, object? model = null, params Figure[] figures) =>
        s_engine.Render(Template(body), Content(model, figures), Context());

    public static Figure Figure(string id, FigureUnit unit, decimal? low, decimal? high = null, decimal? target = null, bool kpi = true, int unknown = 0, Better better = Better.Neither) => new()
    {
        Id = id,
        Label = "Gross burn",
        Unit = unit,
        Low = low,
        High = high ?? low,
        Formula = "sum of the monthly shares",
        Target = target,
        Kpi = kpi,
        Unknown = unknown,
        Better = better,
    };

    public sealed record Nothing;
}
