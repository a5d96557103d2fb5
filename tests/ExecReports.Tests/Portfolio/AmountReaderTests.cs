using System.Globalization;
using CsCheck;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Reading;

namespace ExecReports.Tests.Portfolio;

public class AmountReaderTests
{
    [Theory]
    [InlineData("$7,000", 7000, 7000)]
    [InlineData("7k", 7000, 7000)]
    [InlineData("1.2M", 1_200_000, 1_200_000)]
    [InlineData("$1.5m", 1_500_000, 1_500_000)]
    [InlineData("7–9K", 7000, 9000)]
    [InlineData("$7-9K/month", 7000, 9000)]
    [InlineData("$10K–50K", 10_000, 50_000)]
    [InlineData("$10K-50", 10_000, 50_000)]
    [InlineData("$800-1.2K", 800, 1200)]
    [InlineData("$800 – $1,200", 800, 1200)]
    [InlineData("800 to 1,200", 800, 1200)]
    [InlineData("between $800 and $1,200", 800, 1200)]
    [InlineData("from 5 to 6", 5, 6)]
    [InlineData("5 or 6", 5, 6)]
    [InlineData("US$ 500", 500, 500)]
    [InlineData("500 USD", 500, 500)]
    [InlineData("USD 500", 500, 500)]
    [InlineData("$12.50", 12.5, 12.5)]
    [InlineData("1 200", 1200, 1200)]
    [InlineData("1'200", 1200, 1200)]
    [InlineData("$0.023", 0.023, 0.023)]
    [InlineData(".5", 0.5, 0.5)]
    [InlineData("-$200", -200, -200)]
    [InlineData("($1,200)", -1200, -1200)]
    [InlineData("free", 0, 0)]
    [InlineData("Free tier", 0, 0)]
    [InlineData("none", 0, 0)]
    [InlineData("$0", 0, 0)]
    [InlineData("2 thousand", 2000, 2000)]
    [InlineData("$3 million", 3_000_000, 3_000_000)]
    [InlineData("**$500**", 500, 500)]
    [InlineData("Netlify $20", 20, 20)]
    public void Money_is_read_as_people_write_it(string text, double low, double high)
    {
        var reading = AmountReader.Read(text, AmountUnit.Money);
        Assert.Null(reading.Expected);
        Assert.Equal(((decimal)low, (decimal)high, AmountUnit.Money), (reading.Amount!.Low, reading.Amount.High, reading.Amount.Unit));
    }

    [Theory]
    [InlineData("12%", 0.12, 0.12)]
    [InlineData("2–3%", 0.02, 0.03)]
    [InlineData("15% - 22%", 0.15, 0.22)]
    [InlineData("12 percent", 0.12, 0.12)]
    [InlineData("0.12", 0.12, 0.12)]
    [InlineData("12", 0.12, 0.12)]
    [InlineData("0.5%", 0.005, 0.005)]
    public void Shares_are_fractions(string text, double low, double high)
    {
        var amount = AmountReader.Read(text, AmountUnit.Percent).Amount!;
        Assert.Equal(((decimal)low, (decimal)high, AmountUnit.Percent), (amount.Low, amount.High, amount.Unit));
    }

    [Fact]
    public void A_heading_in_percent_makes_a_small_number_a_percentage() =>
        Assert.Equal(0.005m, AmountReader.Read("0.5", AmountUnit.Percent, percentHeading: true).Amount!.Low);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("?")]
    [InlineData("??")]
    [InlineData("TBD")]
    [InlineData("tbd (waiting for the quote)")]
    [InlineData("n/a")]
    [InlineData("N/A")]
    [InlineData("—")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("...")]
    [InlineData("unknown")]
    [InlineData("not tracked")]
    [InlineData("not yet measured")]
    public void Unknown_is_unknown_and_no_fault(string? text)
    {
        var reading = AmountReader.Read(text, AmountUnit.Money);
        Assert.Null(reading.Amount);
        Assert.Null(reading.Expected);
    }

    [Theory]
    [InlineData("$18O")]
    [InlineData("$l80")]
    [InlineData("18O")]
    [InlineData("1O0")]
    [InlineData("$7.000,50")]
    [InlineData("$7.000")]
    [InlineData("$12,34")]
    [InlineData("1,5K")]
    [InlineData("9-7")]
    [InlineData("€500")]
    [InlineData("500 EUR")]
    [InlineData("C$500")]
    [InlineData("12%")]
    [InlineData("2 x $400")]
    [InlineData("2026-11-20")]
    [InlineData("phase 2")]
    [InlineData("some")]
    public void A_slip_or_another_currency_is_a_fault_and_never_guessed(string text)
    {
        var reading = AmountReader.Read(text, AmountUnit.Money);
        Assert.Null(reading.Amount);
        Assert.NotNull(reading.Expected);
    }

    [Fact]
    public void The_portfolios_own_currency_need_not_be_the_dollar()
    {
        Assert.Equal(500, AmountReader.Read("€500", AmountUnit.Money, "EUR").Amount!.Low);
        Assert.Null(AmountReader.Read("$500", AmountUnit.Money, "EUR").Amount);
        Assert.Equal(500, AmountReader.Read("$500", AmountUnit.Money, "AUD").Amount!.Low);
    }

    [Theory]
    [InlineData("~25", true, AmountLimit.None)]
    [InlineData("about 25", true, AmountLimit.None)]
    [InlineData("ca. 25", true, AmountLimit.None)]
    [InlineData("25 (est.)", true, AmountLimit.None)]
    [InlineData("<25", false, AmountLimit.AtMost)]
    [InlineData("under 25", false, AmountLimit.AtMost)]
    [InlineData("<= 25", false, AmountLimit.AtMost)]
    [InlineData("25 max", false, AmountLimit.AtMost)]
    [InlineData("over 25", false, AmountLimit.AtLeast)]
    [InlineData("25+", false, AmountLimit.AtLeast)]
    [InlineData("25 or more", false, AmountLimit.AtLeast)]
    [InlineData("≥25", false, AmountLimit.AtLeast)]
    public void Approximations_and_limits_keep_the_number(string text, bool approximate, AmountLimit limit)
    {
        var amount = AmountReader.Read(text, AmountUnit.Number).Amount!;
        Assert.Equal((25m, approximate, limit), (amount.Low, amount.Approximate, amount.Limit));
    }

    [Theory]
    [InlineData("3 of 6", 3, 6)]
    [InlineData("3/6", 3, 6)]
    [InlineData("3 out of 6", 3, 6)]
    [InlineData("4.5/5", 4.5, 5)]
    [InlineData("3 of the 6 boats", 3, 6)]
    public void Ratios_keep_both_numbers(string text, double part, double whole)
    {
        var amount = AmountReader.Read(text, AmountUnit.Number).Amount!;
        Assert.Equal(((decimal)part, (decimal)whole), (amount.Low, amount.Whole!.Value));
    }

    [Theory]
    [InlineData("$500, paid in May", "paid in May")]
    [InlineData("$500 (was $400)", "was $400")]
    [InlineData("42ft", "ft")]
    [InlineData("3,676 addresses", "addresses")]
    [InlineData("256MB", "MB")]
    public void The_first_number_counts_and_words_behind_it_are_its_remark(string text, string remark) =>
        Assert.Equal(remark, AmountReader.Read(text, AmountUnit.Number).Amount!.Remark);

    [Theory]
    [InlineData("$120/yr", Period.Year)]
    [InlineData("$120 a year", Period.Year)]
    [InlineData("$120 per annum", Period.Year)]
    [InlineData("$120 p.a.", Period.Year)]
    [InlineData("$120 annually", Period.Year)]
    [InlineData("$120 every 6 months", Period.HalfYear)]
    [InlineData("$120 per quarter", Period.Quarter)]
    [InlineData("$120/wk", Period.Week)]
    [InlineData("$120 monthly", Period.Month)]
    [InlineData("$120/mo (est)", Period.Month)]
    public void A_period_behind_the_amount_is_seen(string text, Period period) => Assert.Equal(period, AmountReader.Read(text, AmountUnit.Money).Per);

    [Theory]
    [InlineData("$120 per trip", "per trip")]
    [InlineData("$120/guest", "/guest")]
    public void A_period_that_is_none_is_named(string text, string words) => Assert.Equal(words, AmountReader.Read(text, AmountUnit.Money).UnknownPeriod);

    private static readonly Gen<decimal> Cents = Gen.Int[0, 900_000_000].Select(cents => cents / 100m);

    [Fact]
    public void What_is_formatted_is_read_back() =>
        Gen.Select(Cents, Cents).Sample((a, b) =>
        {
            var (low, high) = (Math.Min(a, b), Math.Max(a, b));
            var text = string.Create(CultureInfo.InvariantCulture, $"${low:#,0.00}–{high:#,0.00}");
            var amount = AmountReader.Read(text, AmountUnit.Money).Amount!;
            Assert.Equal((low, high), (amount.Low, amount.High));
        });

    [Fact]
    public void Doubling_the_written_number_doubles_the_read_one() =>
        Gen.Select(Gen.Int[1, 499_000], Pick.From("{0}", "${0}", "~{0}", "{0}K", "{0}/month", "under {0}", "{0} of them")).Sample((number, form) =>
        {
            decimal Read(int n) => AmountReader.Read(string.Format(CultureInfo.InvariantCulture, form, n.ToString("N0", CultureInfo.InvariantCulture)), AmountUnit.Money).Amount!.Low;
            Assert.Equal(2 * Read(number), Read(2 * number));
        });

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Gen.String[Gen.OneOf(Gen.Char["$€%kKMm0123456789.,-–/~<>()+ "], Gen.Char), 0, 30].Sample(text => AmountReader.Read(text, AmountUnit.Money));
}
