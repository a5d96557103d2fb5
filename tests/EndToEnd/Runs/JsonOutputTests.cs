using System.Text.Json;

namespace EndToEnd.Runs;

/// <summary><c>--json</c>: one document on standard output that holds what the text holds.</summary>
public class JsonOutputTests(SampleOut sample)
{
    [Fact]
    public async Task Run_holds_each_report_with_recipients_files_and_the_index()
    {
        var folder = sample.Fresh();
        var (run, errors) = await JsonAsync(folder, "run", "--reports", "cfo,rental");
        var reports = run.GetProperty("reports").EnumerateArray().ToList();

        Assert.Equal("", errors);
        Assert.Equal(["cfo", "rental-51st"], reports.Select(report => report.GetProperty("reportType").GetString()));
        Assert.All(reports, report => Assert.Equal("mailed to", report.GetProperty("state").GetString()));
        Assert.All(reports, report => Assert.Contains("@", report.GetProperty("recipients")[0].GetString()));
        Assert.All(reports.SelectMany(report => report.GetProperty("files").EnumerateArray()), file => Assert.True(File.Exists(file.GetString())));
        Assert.True(File.Exists(run.GetProperty("index").GetString()));
        Assert.Empty(run.GetProperty("unusableTemplates").EnumerateArray());

        var (again, _) = await JsonAsync(folder, "run", "--resume");
        Assert.Equal(run.GetProperty("run").GetProperty("runId").GetString(), again.GetProperty("run").GetProperty("runId").GetString());
    }

    [Fact]
    public async Task Reports_runs_history_and_ledger_have_a_row_for_each_row_of_their_tables()
    {
        foreach (var (line, key) in ((string, string)[])[("reports", "report"), ("runs", "runId"), ("ledger", "recipient"), ("history last", "type")])
        {
            var (json, _) = await JsonAsync(sample.First, line.Split(' '));
            var text = await Cli.RunAsync([.. line.Split(' '), "--portfolio", Cli.SamplePortfolio, "--out", sample.First]);
            var rows = json.EnumerateArray().Select(row => row.GetProperty(key).GetString()!).ToList();

            // The table has a head line; a history has the run's id above it.
            Assert.Equal(text.Lines.Count - (line == "history last" ? 2 : 1), rows.Count);
            Assert.All(rows, row => Assert.Contains(row, text.Output));
        }
    }

    [Fact]
    public async Task Render_prints_the_figures_document()
    {
        var (json, _) = await JsonAsync(sample.First, "render", "cfo");

        Assert.Equal(JsonValueKind.Object, json.ValueKind);
    }

    private static async Task<(JsonElement Json, string Errors)> JsonAsync(string folder, params string[] arguments)
    {
        var result = await Cli.RunAsync([.. arguments, "--json", "--portfolio", Cli.SamplePortfolio, "--out", folder]);
        Assert.True(result.ExitCode == 0, result.Errors);
        return (JsonDocument.Parse(result.Output).RootElement, result.Errors);
    }
}
