using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using EndToEnd.Runs;

namespace EndToEnd.Numbers;

/// <summary>
/// <c>tests/Judge</c>, a program that shares no code with the product, computes every amount of money and every count of the eight reports again, from the lines and records that the archived
/// figures cite.
/// </summary>
public class RecomputedTests(SampleOut sample)
{
    private static readonly string s_judge = Path.Combine(AppContext.BaseDirectory, "Judge.dll");

    private string[] Documents => Directory.GetFiles(Path.Combine(sample.First, "exec-reports"), "*.json", SearchOption.AllDirectories);

    [Fact]
    public async Task Every_amount_and_count_of_the_eight_reports_follows_from_the_places_that_it_cites()
    {
        var expected = Documents.Select(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement)
            .SelectMany(report => report.GetProperty("figures").EnumerateArray()).Count(figure => figure.GetProperty("unit").GetString() is "Money" or "MoneyPerMonth" or "Count");

        var judged = await JudgeAsync(Cli.SamplePortfolio, Documents);

        Assert.Equal(8, Documents.Length);
        Assert.True(judged.ExitCode == 0, string.Join('\n', judged.Lines.Where(line => !line.StartsWith("equal", StringComparison.Ordinal))) + judged.Errors);
        Assert.Equal($"{expected} equal, 0 wrong", judged.Lines[^1]);
        Assert.True(expected >= 150, $"{expected}");
    }

    [Fact]
    public async Task A_figure_that_is_off_by_a_cent_is_found()
    {
        var file = Documents.Single(one => one.EndsWith("-cfo.json", StringComparison.Ordinal));
        var report = JsonNode.Parse(File.ReadAllText(file))!;
        report["figures"]!.AsArray().Single(figure => (string?)figure!["id"] == "burn.gross")!["high"] = 8985.01m;

        Assert.Equal(["cfo burn.gross"], await DifferingAsync(Cli.SamplePortfolio, report));
    }

    [Fact]
    public async Task A_figure_that_leaves_out_a_line_is_found()
    {
        var file = Documents.Single(one => one.EndsWith("-cfo.json", StringComparison.Ordinal));
        var report = JsonNode.Parse(File.ReadAllText(file))!;
        report["figures"]!.AsArray().Single(figure => (string?)figure!["id"] == "cash")!["sources"]!.AsArray().RemoveAt(0);

        Assert.Equal(["cfo cash"], await DifferingAsync(Cli.SamplePortfolio, report));
    }

    [Fact]
    public async Task A_line_that_says_something_else_is_found_in_every_figure_that_cites_it()
    {
        using var changed = new Samples.SampleCopy();
        changed.Change("qos", "| Operating account | $13,150 |", "| Operating account | $13,250 |");
        var report = JsonNode.Parse(File.ReadAllText(Documents.Single(one => one.EndsWith("-cfo.json", StringComparison.Ordinal))))!;

        Assert.Equal(["cfo cash"], await DifferingAsync(changed.Path, report));
    }

    [Fact]
    public void The_judge_knows_nothing_of_the_product() =>
        Assert.DoesNotContain(Assembly.LoadFrom(s_judge).GetReferencedAssemblies(), reference => !reference.Name!.StartsWith("System.", StringComparison.Ordinal));

    private async Task<IReadOnlyList<string>> DifferingAsync(string portfolio, JsonNode report)
    {
        var file = Path.Combine(sample.Fresh(), "changed.json");
        await File.WriteAllTextAsync(file, report.ToJsonString(), TestContext.Current.CancellationToken);
        var judged = await JudgeAsync(portfolio, file);
        Assert.Equal(1, judged.ExitCode);
        return [.. judged.Lines.Where(line => line.StartsWith("DIFFERS", StringComparison.Ordinal)).Select(line => line["DIFFERS".Length..line.IndexOf(": ", StringComparison.Ordinal)].Trim())];
    }

    private static async Task<CliResult> JudgeAsync(string portfolio, params string[] files)
    {
        using var process = Cli.StartProgram(s_judge, [portfolio, .. files]);
        return await Cli.EndAsync(process);
    }
}
