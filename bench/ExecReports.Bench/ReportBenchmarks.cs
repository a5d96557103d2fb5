using BenchmarkDotNet.Attributes;
using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using ExecReports.Reports;

namespace ExecReports.Bench;

/// <summary>A report from the sample's handoffs: figures, template, HTML, plain text, charts and message.</summary>
[MemoryDiagnoser]
public class ReportBenchmarks
{
    private readonly ReportRenderer _renderer = new();
    private PortfolioFacts? _facts;

    /// <summary>Which report; the CFO's has charts.</summary>
    [Params("ceo", "accounting", "cfo")]
    public string Id { get; set; } = "";

    /// <summary>Reads the handoffs.</summary>
    [GlobalSetup]
    public void Read()
    {
        var reader = new PortfolioReader(GeneratedPortfolio.Sample);
        var settings = reader.ReadSettings();
        _facts = new PortfolioFacts
        {
            AsOf = new DateOnly(2026, 11, 24),
            CollectedAt = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero),
            Settings = settings,
            Handoffs = reader.ReadAll(settings),
        };
    }

    /// <summary>Renders it in all its forms.</summary>
    [Benchmark]
    public int Render()
    {
        // A copy, so that nothing of it has been worked out before.
        var template = ReportCatalog.BuiltIn.Single(known => known.Id == Id);
        return _renderer.Render(template, ReportBuilders.Content(template, _facts! with { }, null), new RenderContext
        {
            AsOf = _facts!.AsOf,
            GeneratedTimestamp = _facts.CollectedAt,
            RunId = "measured",
            ReportType = Id,
            Settings = _facts.Settings,
        }).Html.Length;
    }
}
