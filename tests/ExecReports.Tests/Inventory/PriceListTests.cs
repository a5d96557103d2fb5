using System.Text;
using ExecReports.Inventory;
using ExecReports.Schemas;

namespace ExecReports.Tests.Inventory;

public sealed class PriceListTests
{
    static PriceList Parse(string json) => PriceList.Parse(Encoding.UTF8.GetBytes(json), "prices.json");

    [Fact]
    public void A_list_says_where_its_prices_come_from_and_of_which_day_they_are()
    {
        var prices = Parse("""{ "source": "price list of us-west-2", "date": "2026-11-01", "perMonth": { "booking": 3.90, "s3:booking": 0.5 }, "units": { "lambdaGbSecond": 0.0000166667 } } // ours""");

        Assert.Equal("price list of us-west-2, 2026-11-01", prices.Name);
        Assert.Equal((3.90m, 0.5m, (decimal?)null), (prices.Of("lambda", "booking"), prices.Of("s3", "booking"), prices.Of("s3", "site")));
        Assert.Equal(0.0000166667m, prices.Units.LambdaGbSecond);
    }

    [Theory]
    [InlineData("""{ "source": "x" }""", "date")]
    [InlineData("""{ "source": "x", "date": "November" }""", "prices.json: /date: found \"November\"; expected a d")]
    [InlineData("""{ "source": "x", "date": "2026-11-01", "perMonth": { "booking": "3.90" } }""", "/perMonth/booking")]
    [InlineData("""{ "source": "x", "date": "2026-11-01", "perMonth": { "booking": -1 } }""", "/perMonth/booking")]
    [InlineData("""{ "source": "x", "date": "2026-11-01", "units": { "lambdaGBsecond": 1 } }""", "lambdaGBsecond")]
    [InlineData("[]", "expected an object")]
    public void A_list_that_is_wrong_in_part_is_not_taken(string json, string said) =>
        Assert.Contains(said, Assert.Throws<SourceFileException>(() => Parse(json)).Message, StringComparison.Ordinal);
}
