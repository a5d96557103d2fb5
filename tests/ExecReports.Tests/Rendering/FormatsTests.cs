using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Tests.Rendering;

public class FormatsTests
{
    [Theory]
    [InlineData(7020, 8985, "$7–9K")]
    [InlineData(10_000, 50_000, "$10K–50K")]
    [InlineData(25, 25, "$25")]
    [InlineData(0, 9000, "$0–9K")]
    [InlineData(800, 1200, "$800 to $1.2K")]
    [InlineData(7500, 9000, "$7.5K–9K")]
    [InlineData(1_250_000, 2_000_000, "$1.3M–2M")]
    [InlineData(-1500, 2000, "-$1.5K to $2K")]
    [InlineData(999, 999, "$1K")]
    [InlineData(7010, 7020, "$7K")]
    [InlineData(0, 0, "$0")]
    [InlineData(3, 8, "$3–8")]
    public void Short_money_has_two_digits(int low, int high, string expected) => Assert.Equal(expected, Formats.MoneyShort(new Bounds(low, high)));

    [Theory]
    [InlineData("1234", "$1,234")]
    [InlineData("12.5", "$12.50")]
    [InlineData("12.50", "$12.50")]
    [InlineData("-5", "-$5")]
    [InlineData("433.33333333", "$433.33")]
    [InlineData("0.005", "$0.005")]
    [InlineData("0", "$0")]
    public void Money_keeps_written_cents(string value, string expected) =>
        Assert.Equal(expected, Formats.Money(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Ranges_limits_parts_and_remarks_are_written_as_they_were()
    {
        Assert.Equal("$7,020–8,985", Formats.Money(new Bounds(7020, 8985)));
        Assert.Equal("~$25", Formats.Money(new Amount(25, 25, AmountUnit.Money) { Approximate = true }));
        Assert.Equal("at most $5", Formats.Money(new Amount(5, 5, AmountUnit.Money) { Limit = AmountLimit.AtMost }));
        Assert.Equal("3 of 6", Formats.Number(new Amount(3, 3, AmountUnit.Number) { Whole = 6 }));
        Assert.Equal("12% (was 14)", Formats.Percent(new Amount(.12m, .12m, AmountUnit.Percent) { Remark = "was 14" }));
        Assert.Equal("€1,234", Formats.Money(1234, "EUR"));
        Assert.Equal("CHF\u00A05", Formats.Money(5, "CHF"));
    }

    [Fact]
    public void Unknown_terms_of_a_sum_are_said_and_are_never_zero()
    {
        Assert.Equal("at least $5 (2 unknown)", Formats.Money(Total.Sum([new Bounds(5, 5), null, (Bounds?)null])));
        Assert.Equal("unknown", Formats.Money(Total.Sum([(Bounds?)null])));
        Assert.Equal("$0", Formats.Money(Total.Sum(Array.Empty<Bounds?>())));
        Assert.Equal("unknown", Formats.Money((decimal?)null));
    }

    [Fact]
    public void Counts_have_singular_and_plural()
    {
        Assert.Equal("1 shortfall", Formats.Count(1, "shortfall", "shortfalls"));
        Assert.Equal("0 shortfalls", Formats.Count(0, "shortfall", "shortfalls"));
        Assert.Equal("1 day", Formats.Days(1));
        Assert.Equal("3,676", Formats.Number((decimal?)3676));
    }

    [Theory]
    [InlineData(FigureUnit.MoneyPerMonth, 25, 25, "$25/month")]
    [InlineData(FigureUnit.Money, 10_000, 50_000, "$10K–50K")]
    [InlineData(FigureUnit.Count, 3676, 3676, "3,676")]
    [InlineData(FigureUnit.Days, 1, 1, "1 day")]
    [InlineData(FigureUnit.Months, 2, 3, "2–3 months")]
    public void A_figure_is_written_by_its_unit(FigureUnit unit, int low, int high, string expected) =>
        Assert.Equal(expected, Formats.Figure(RenderingCases.Figure("a", unit, low, high)));

    [Fact]
    public void A_share_is_a_fraction_and_shown_per_cent()
    {
        Assert.Equal("12%", Formats.Percent(.12m));
        Assert.Equal("33.3%", Formats.Percent(1m / 3));
        Assert.Equal("at least 8", Formats.Figure(RenderingCases.Figure("a", FigureUnit.Count, 8, unknown: 2)));
    }

    [Fact]
    public void A_bar_has_ten_blocks_and_shows_the_smallest_value()
    {
        Assert.Equal("██████████", Formats.Bar(10, 10));
        Assert.Equal("█████", Formats.Bar(5, 10));
        Assert.Equal("▌", Formats.Bar(0.001m, 10));
        Assert.Equal("", Formats.Bar(0, 10));
        Assert.Equal("unknown", Formats.Bar(null, 10));
    }

    [Fact]
    public void Dates_are_short_and_unambiguous()
    {
        Assert.Equal("24 Nov 2026", Formats.Date(new DateOnly(2026, 11, 24)));
        Assert.Equal("Nov 2026", Formats.Month(new DateOnly(2026, 11, 24)));
        Assert.Equal("qos.md:41", Formats.Place(new SourceLine("agent_handoffs/projects/qos.md", 41)));
    }
}
