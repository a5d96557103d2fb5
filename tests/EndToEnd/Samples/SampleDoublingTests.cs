using ExecReports.Analysis;

namespace EndToEnd.Samples;

/// <summary>Every amount of the handoffs doubled: figures of money that come from them double, and no other figure moves.</summary>
public class SampleDoublingTests
{
    /// <summary>Money that comes from the AWS inventory alone.</summary>
    private static readonly string[] FromInventory = ["cto/aws.cost", "cto/savings.idle"];

    /// <summary>What is above a fixed limit depends on the amount: actions change their tier, and take their cost and return along.</summary>
    private static readonly string[] Tiers = ["cfo/capital.low.", "cfo/capital.producing."];

    [Fact]
    public void Doubling_every_amount_of_the_handoffs_doubles_their_money_and_nothing_else()
    {
        using var once = new SampleCopy();
        using var twice = new SampleCopy();
        var before = SampleFacts.AllFigures(once);
        var after = SampleFacts.AllFigures(twice.DoubleMoney());

        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        Assert.All(before.Where(figure => !Tiers.Any(figure.Key.StartsWith) && figure.Key != "cto/savings"), figure =>
        {
            var (old, now) = (figure.Value, after[figure.Key]);
            var factor = IsMoney(old) && !FromInventory.Contains(figure.Key) ? 2 : 1;
            Assert.Equal((figure.Key, Rounded(old.Low * factor), Rounded(old.High * factor)), (figure.Key, Rounded(now.Low), Rounded(now.High)));
            if (!IsMoney(old))
                Assert.Equal(old.Text, now.Text);
        });

        // 18 of the costs' savings twice, 7 of idle resources once.
        Assert.Equal(43m, after["cto/savings"].Low);

        foreach (var measure in (string[])["cost", "return"])
            Assert.Equal(2 * OverTiers(before, measure), OverTiers(after, measure));
        Assert.Equal(OverTiers(before, "count"), OverTiers(after, "count"));
    }

    private static decimal OverTiers(Dictionary<string, Figure> figures, string measure) => Tiers.Sum(tier => figures[tier + measure].High!.Value);

    private static bool IsMoney(Figure figure) => figure.Unit is FigureUnit.Money or FigureUnit.MoneyPerMonth;

    // A quotient twice as large may differ in its last of 28 digits.
    private static decimal? Rounded(decimal? value) => value is { } known ? Math.Round(known, 12) : null;
}
