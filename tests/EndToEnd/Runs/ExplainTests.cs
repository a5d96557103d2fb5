using System.Text.Json;

namespace EndToEnd.Runs;

/// <summary>Every figure of the eight archived reports says where it comes from, and <c>explain</c> says how it was computed.</summary>
public class ExplainTests(SampleOut sample)
{
    [Fact]
    public void Every_figure_of_the_eight_reports_has_a_source_that_exists()
    {
        var documents = Directory.GetFiles(Path.Combine(sample.First, "exec-reports"), "*.json", SearchOption.AllDirectories);

        Assert.Equal(8, documents.Length);
        foreach (var file in documents)
        {
            var figures = JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("figures").EnumerateArray().ToList();
            Assert.NotEmpty(figures);
            Assert.All(figures, figure =>
            {
                var id = $"{Path.GetFileName(file)} {figure.GetProperty("id").GetString()}";
                var sources = figure.GetProperty("sources").EnumerateArray().ToList();
                Assert.True(sources.Count > 0, id);
                Assert.All(sources, source => Assert.True(Exists(source.GetProperty("kind").GetString()!, source.GetProperty("location").GetString()!), $"{id}: {source}"));
                Assert.All(sources.Where(source => source.GetProperty("kind").GetString() is "inventory" or "operations" or "git"), source => Assert.True(source.TryGetProperty("at", out _), $"{id}: {source}"));
            });
        }
    }

    // A sum, a difference of figures, a quotient, a count of rows, a date, a count over inventory and handoffs, a count of operations records, a level from git, a share, a product, a setting.
    [Theory]
    [InlineData("cfo", "burn.gross", "Gross burn: $7,020–8,985/month", "Sum of the monthly shares", "Slip rental", "$1,150", "agent_handoffs/projects/qos.md:75–88")]
    [InlineData("cfo", "burn.net", "Net burn: $5,676–7,641/month", "Gross burn − contracted recurring revenue", "$1,344", "figure burn.contracted", "agent_handoffs/projects/dc.md:60–68")]
    [InlineData("cfo", "breakeven.units", ": 6", "Ceiling(fixed monthly cost", "$6,420–7,590/month", "figure breakeven.fixed", "agent_handoffs/projects/qos.md")]
    [InlineData("cfo", "pace.units", ": 4", "Trips of the month", "7 Nov 2026", "charters.json#C-214", "operations/charters.json: C-214")]
    [InlineData("ceo", "shortfalls.critical", ": 8", "urgency critical", "critical", "qos.md:162", "agent_handoffs/projects/qos.md:162")]
    [InlineData("accounting", "profitable.month", "First profitable month of Q1 2027: Feb 2027", "First month of the quarter", "$11,489", "figure plan.revenue.2027-02", "agent_handoffs/projects/51st.md")]
    [InlineData("cto", "security.gaps", ": 6", "one per finding and resource", "inventory: ", "aws.json#jada-main", "inventory/aws.json: ")]
    [InlineData("cto", "maturity:dc", ": 3", "Lowest level", "dc-clients", "3", "dc-clients@")]
    [InlineData("cmo", "campaign.upside", "Upside of all campaigns: $10,148.54–49,882.73", "Audience × deliverable", "3,676", "open", "agent_handoffs/projects/qos.md")]
    [InlineData("rental", "occupancy", "Occupancy, last 90 nights: 43.75%", "Nights booked / nights available", "confirmed", "51st.md:77", "agent_handoffs/projects/51st.md:")]
    [InlineData("clients", "concentration.limit", ": 40%", "Setting concentration_risk", "40%", "portfolio.yaml#thresholds.concentration_risk", "portfolio.yaml#thresholds.concentration_risk")]
    [InlineData("delivery", "Delivered, not invoiced", ": $6,530", "Sum of the prices", "eyd.md:89", "$", "agent_handoffs/projects/eyd.md:")]
    public async Task A_figure_is_explained_with_formula_inputs_and_sources(string report, string figure, string value, string formula, string input, string another, string source)
    {
        var result = await ExplainAsync(report, figure);

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Contains(value, result.Lines[0], StringComparison.Ordinal);
        var (formulaAt, inputsAt, sourcesAt) = (result.Output.IndexOf("\nFormula\n", StringComparison.Ordinal), result.Output.IndexOf("\nInputs (", StringComparison.Ordinal), result.Output.IndexOf("\nSources\n", StringComparison.Ordinal));
        Assert.Contains(formula, result.Output[formulaAt..inputsAt].ReplaceLineEndings(" ").Replace("  ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(input, result.Output[inputsAt..sourcesAt], StringComparison.Ordinal);
        Assert.Contains(another, result.Output[inputsAt..sourcesAt], StringComparison.Ordinal);
        Assert.Contains(source, result.Output[sourcesAt..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_formula_inputs_and_sources()
    {
        var figure = JsonDocument.Parse((await ExplainAsync("cfo", "burn.net", "--json")).Output).RootElement.GetProperty("figure");

        Assert.Equal(["burn.gross", "burn.contracted"], figure.GetProperty("inputs").EnumerateArray().Select(input => input.GetProperty("figure").GetString()));
        Assert.Equal(7020m, figure.GetProperty("inputs")[0].GetProperty("low").GetDecimal());
        Assert.Equal(63, figure.GetProperty("sources").GetArrayLength());
        Assert.Contains("contracted high", figure.GetProperty("formula").GetString());
    }

    [Theory]
    [InlineData("cfo", "burn.gros", "near it: burn.gross")]
    [InlineData("cfo", "burn.grsos", "near it: burn.gross")]
    [InlineData("cfo", "nothing-like-it-at-all", "`execreports explain cfo` lists its")]
    [InlineData("cfoo", "burn.gross", "There are: accounting, ceo, cfo")]
    public async Task An_unknown_name_is_answered_with_near_ones(string report, string figure, string answer)
    {
        var result = await ExplainAsync(report, figure);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(answer, result.Errors, StringComparison.Ordinal);
    }

    private Task<CliResult> ExplainAsync(params string[] arguments) => Cli.RunAsync([.. ((string[])["explain", .. arguments]), "--out", sample.First]);

    private static bool Exists(string kind, string location)
    {
        var file = Path.Combine(Cli.SamplePortfolio, location.Split('#')[0].Split(':')[0]);
        return kind switch
        {
            "handoff" => File.Exists(file) && (!location.Contains(':', StringComparison.Ordinal) || int.Parse(location.Split(':')[1]) <= File.ReadLines(file).Count()),
            "inventory" or "operations" => File.Exists(file) && (!location.Contains('#', StringComparison.Ordinal) || File.ReadAllText(file).Contains($"\"{location.Split('#')[1]}\"", StringComparison.Ordinal)),
            "settings" => File.Exists(file),
            // A repository of the sample, at a commit, a tag or a file of it.
            "git" => File.Exists(Path.Combine(Cli.SamplePortfolio, "histories", location.Split('@', '/')[0] + ".history")),
            _ => false,
        };
    }
}
