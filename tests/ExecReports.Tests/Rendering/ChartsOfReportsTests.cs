using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using ExecReports.Rendering.Typefaces;
using ExecReports.Reports;
using ExecReports.Tests.Reports;
using ExecReports.Tests.Reports.Contents;

namespace ExecReports.Tests.Rendering;

public class ChartsOfReportsTests
{
    [Theory]
    [InlineData("cfo", "burn", "$7–9K")]
    [InlineData("cfo", "breakeven", "at least 6 charters a month")]
    [InlineData("clients", "ageing", "$2,930 is past due")]
    [InlineData("rental", "occupancy", "43.8%")]
    [InlineData("cto", "savings", "$25 (1 unknown) a month can be saved; the largest saving is AWS with $6.")]
    [InlineData("cto", "cadence", "30 commits in 2 weeks; the busiest began on 16 Nov 2026 with 20, and no week had none.")]
    [InlineData("cmo", "channels", "Of 35 channels")]
    [InlineData("cmo", "campaign", "Of 3,676 recipients")]
    [InlineData("accounting", "roadmap", "January")]
    public async Task A_chart_states_its_finding_and_its_numbers_stand_in_a_table_nearby(string report, string chart, string finding)
    {
        var facts = ContentCases.Audits(await OfficerReportsTests.SampleAsync(), audit => audit);
        var template = ReportCatalog.BuiltIn.Single(one => one.Id == report);
        var entity = template.Kind is { } kind ? facts.Handoffs.First(one => one.Kind == kind) : null;
        var content = ReportBuilders.Content(template, facts, entity);
        var markdown = new TemplateEngine().Render(template, content, new RenderContext
        {
            AsOf = facts.AsOf, GeneratedTimestamp = facts.CollectedAt, RunId = "run", ReportType = report, Settings = facts.Settings, Entity = entity,
        });

        var drawn = content.Charts.Single(one => one.Id == chart);
        Assert.Contains(finding, drawn.Alt, StringComparison.Ordinal);
        var after = markdown[markdown.IndexOf($"](chart:{chart})", StringComparison.Ordinal)..];
        Assert.True(markdown.Contains($"](chart:{chart})", StringComparison.Ordinal) && after[..Math.Min(after.Length, 1500)].Contains("\n|---", StringComparison.Ordinal), "no table behind the chart");
        var picture = ChartRenderer.Png(drawn, facts.Settings.Currency);
        Assert.Equal(1280, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)));
    }

    [Fact]
    public void The_typeface_comes_with_the_product()
    {
        var resolver = new PackagedTypeface();
        Assert.Equal("Inter", resolver.CreateTypeface(PackagedTypeface.Family, false, false)!.FamilyName);
        Assert.True(resolver.CreateTypeface(PackagedTypeface.Family, true, false)!.FontWeight > 400);
        Assert.Null(resolver.CreateTypeface("Another", false, false));
        // What reports write must be in it: a missing letter is glyph 0.
        Assert.All("AZaz09 $€£–…▲▼→×·?%/".ToCharArray(), letter => Assert.NotEqual(0, resolver.CreateTypeface(PackagedTypeface.Family, false, false)!.GetGlyph(letter)));
    }
}
