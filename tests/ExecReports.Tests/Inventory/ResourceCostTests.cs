using ExecReports.Inventory;

namespace ExecReports.Tests.Inventory;

public sealed class ResourceCostTests
{
    const long Gb = 1L << 30;

    static readonly PriceList s_prices = new()
    {
        Source = "test",
        Date = new DateOnly(2026, 11, 1),
        PerMonth = new Dictionary<string, decimal> { ["known"] = 12.34m },
        Units = new UnitPrices
        {
            LambdaMillionRequests = 0.20m,
            LambdaGbSecond = 0.00001m,
            S3GbMonth = new Dictionary<string, decimal> { ["Standard"] = 0.023m, ["Glacier"] = 0.004m },
            CloudFrontGb = 0.085m,
            CloudFrontTenThousandRequests = 0.01m,
            DynamoDbGbMonth = 0.25m,
            DynamoDbMillionReads = 0.125m,
            DynamoDbMillionWrites = 0.625m,
            DynamoDbReadUnitHour = 0.00013m,
            DynamoDbWriteUnitHour = 0.00065m,
        },
    };

    [Fact]
    public void A_function_costs_its_requests_and_its_GB_seconds()
    {
        var function = new LambdaFunction { Name = "booking", MemoryMb = 512, Invocations = 2_000_000 };

        // 2 million requests at 0.20, and 400,000 s at half a GB at 0.00001.
        Assert.Equal(0.40m + 2.00m, ResourceCost.Of(s_prices, function, 400_000_000));
        Assert.Null(ResourceCost.Of(s_prices, function, null));
        Assert.Null(ResourceCost.Of(s_prices, function with { Invocations = null }, 400_000_000));
        Assert.Equal(12.34m, ResourceCost.Of(s_prices, function with { Name = "known" }, null));
    }

    [Fact]
    public void A_bucket_costs_its_bytes_by_class()
    {
        Assert.Equal(2.30m + 0.40m, ResourceCost.OfBucket(s_prices, "photos", new Dictionary<string, long> { ["Standard"] = 100 * Gb, ["Glacier"] = 100 * Gb, ["DeepArchive"] = 0 }));
        Assert.Null(ResourceCost.OfBucket(s_prices, "photos", new Dictionary<string, long> { ["Standard"] = 100 * Gb, ["DeepArchive"] = Gb }));
        Assert.Null(ResourceCost.OfBucket(s_prices, "photos", null));
    }

    [Fact]
    public void A_distribution_costs_its_requests_and_what_it_sent()
    {
        var distribution = new Distribution { Name = "E1", Requests = 1_000_000, BytesServed = 100 * Gb };

        Assert.Equal(1.00m + 8.50m, ResourceCost.Of(s_prices, distribution));
        Assert.Null(ResourceCost.Of(s_prices, distribution with { BytesServed = null }));
    }

    [Fact]
    public void A_table_costs_its_bytes_and_the_units_that_it_consumed_or_that_it_reserves()
    {
        var table = new Table { Name = "trips", BillingMode = "PAY_PER_REQUEST", Bytes = 4 * Gb, ReadUnits = 8_000_000, WriteUnits = 2_000_000 };

        Assert.Equal(1.00m + 1.00m + 1.25m, ResourceCost.Of(s_prices, table, (0, 0)));
        // 10 and 5 units for 720 hours, used or not.
        Assert.Equal(Math.Round(1.00m + 10 * 720 * 0.00013m + 5 * 720 * 0.00065m, 2), ResourceCost.Of(s_prices, table with { BillingMode = "PROVISIONED", ReadUnits = 0 }, (10, 5)));
        Assert.Null(ResourceCost.Of(s_prices, table with { ReadUnits = null }, (0, 0)));
    }

    [Fact]
    public void Without_a_price_no_cost_is_known()
    {
        var unpriced = s_prices with { Units = new(), PerMonth = new Dictionary<string, decimal>() };

        Assert.Null(ResourceCost.Of(unpriced, new LambdaFunction { Name = "booking", MemoryMb = 512, Invocations = 1 }, 1));
        Assert.Null(ResourceCost.OfBucket(unpriced, "photos", new Dictionary<string, long> { ["Standard"] = 1 }));
        Assert.Null(ResourceCost.Of(unpriced, new Distribution { Name = "E1", Requests = 1, BytesServed = 1 }));
        Assert.Null(ResourceCost.Of(null, new Table { Name = "known", BillingMode = "PAY_PER_REQUEST", Bytes = 1, ReadUnits = 1, WriteUnits = 1 }, (0, 0)));
    }
}
