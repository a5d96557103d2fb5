using EndToEnd.Samples;
using ExecReports.Embedded;
using ExecReports.Orchestration;

namespace EndToEnd.Runs;

/// <summary>Which reports the setting <c>hold_on_gaps</c> holds where a source failed.</summary>
public class HeldReportsTests
{
    [Theory]
    [InlineData("rental", "rental-cove rental-loft")]
    [InlineData("Rental-Cove", "rental-cove")]
    [InlineData("rental-summary", "rental-summary")]
    [InlineData("rent", "")]
    public async Task A_report_is_held_by_its_type_or_its_templates_id_and_by_no_beginning_of_them(string named, string held)
    {
        using var portfolio = new TemporaryFolder();
        Write("agent_handoffs/projects/cove.md", "---\nid: cove\nname: Cove\nkind: rental\n---\n## Costs\n\n- Water: $20\n");
        Write("agent_handoffs/projects/loft.md", "---\nid: loft\nname: Loft\nkind: rental\n---\n## Costs\n\n- Water: $20\n");
        Write("reports/rental-summary.md", "---\nid: rental-summary\ntitle: Rentals\naudience: The board\ngroup: executive\n---\n# {{ title }}\n\n{{ summary }}\n");
        Write("inventory/broken.json", "no json at all");
        Write("portfolio.yaml", $"hold_on_gaps: [{named}]\nrecipients: owner@example.com\n");
        await using var local = LocalReports.Open(new LocalOptions(portfolio.Path, portfolio.Under("out")));
        await local.StartAsync();

        var run = await local.ScheduleAsync(new RunRequest { Reports = ["rental", "rental-summary"] }, null, TestContext.Current.CancellationToken);
        var reports = (await local.WaitAsync(run, _ => { }, TestContext.Current.CancellationToken)).Summary!.Reports;

        Assert.Equal(["rental-cove", "rental-loft", "rental-summary"], reports.Select(report => report.ReportType).Order());
        Assert.Equal(held, string.Join(' ', reports.Where(report => report.State == ReportState.Held).Select(report => report.ReportType).Order()));
        Assert.All(reports.Where(report => report.State != ReportState.Held), report => Assert.Equal(ReportState.Delivered, report.State));

        void Write(string file, string content)
        {
            var path = portfolio.Under(file.Split('/'));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, content);
        }
    }
}
