using System.Text.Json;
using EndToEnd.Samples;

namespace EndToEnd.Runs;

/// <summary>Two runs with a changed portfolio between them: the second one reads what the first archived, and shows just what has changed.</summary>
public class SinceLastRunTests(SampleOut sample)
{
    [Fact]
    public async Task A_shortfall_fixed_a_cost_up_and_one_new_are_what_the_second_run_shows()
    {
        using var copy = new SampleCopy();
        var output = sample.Fresh();
        var first = await RunAsync(copy, output);
        Assert.All(first.Values, since => Assert.False(since.TryGetProperty("as_of", out _)));

        copy.Change("qos",
            "| No price for weekday evenings | medium | $300–400 | Operator | 2027-01 | test two prices | open |",
            "| No price for weekday evenings | medium | $300–400 | Operator | 2027-01 | test two prices | done |\n| Dock lights are out | medium | $80 | Captain | 2027-02-03 | call the electrician | open |")
            .Change("qos", "| Booking software | Booking suite | Software | $79 | month | $79 |", "| Booking software | Booking suite | Software | $99 | month | $99 |");
        var second = await RunAsync(copy, output);

        Assert.Equal(["Dock lights are out"], Items(second["ceo"], "new"));
        Assert.Equal(["No price for weekday evenings"], Items(second["ceo"], "resolved"));
        Assert.Empty(Items(second["ceo"], "changed"));
        Assert.Empty(second["ceo"].GetProperty("figures").EnumerateArray());
        Assert.Empty(Items(second["cfo"], "new"));
        Assert.Equal(["Booking software"], Items(second["cfo"], "changed"));
        var gross = second["cfo"].GetProperty("figures").EnumerateArray().Single(move => move.GetProperty("figure").GetString() == "burn.gross");
        Assert.Equal(("up", 20m, "Worse"), (gross.GetProperty("direction").GetString(), gross.GetProperty("by").GetDecimal(), gross.GetProperty("judgement").GetString()));
    }

    private static IEnumerable<string?> Items(JsonElement since, string kind) => since.GetProperty(kind).EnumerateArray().Select(move => move.GetProperty("item").GetProperty("what").GetString());

    /// <summary>What the newest archived reports say of the last ones.</summary>
    private static async Task<Dictionary<string, JsonElement>> RunAsync(SampleCopy copy, string folder)
    {
        var run = await Cli.RunAsync("run", "--reports", "ceo,cfo", "--portfolio", copy.Path, "--out", folder);
        Assert.True(run.ExitCode == 0, run.Errors + run.Output);
        var archived = Directory.GetFiles(Path.Combine(folder, "exec-reports"), "*.json", SearchOption.AllDirectories).OrderByDescending(Path.GetFileName, StringComparer.Ordinal).ToList();
        return ((string[])["ceo", "cfo"]).ToDictionary(report => report, report =>
            JsonDocument.Parse(File.ReadAllBytes(archived.First(file => file.EndsWith($"-{report}.json", StringComparison.Ordinal)))).RootElement.GetProperty("since"));
    }
}
