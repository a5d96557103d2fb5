using System.Text;
using ExecReports.Inventory;
using ExecReports.Schemas;

namespace ExecReports.Tests.Inventory;

public class InventoryFileTests
{
    static readonly DateTimeOffset Written = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    static InventorySnapshot Read(string json) => InventoryFile.Parse(Encoding.UTF8.GetBytes(json), "inventory/aws.json", Written);

    [Fact]
    public void Each_kind_of_resource_is_read_with_its_use_and_cost()
    {
        var snapshot = Read("""
            { "collectedAt": "2026-11-24T06:00:00+02:00", "priceSource": "invoice of October",
              "functions": [{ "name": "api", "region": "us-west-2", "tags": { "entity": "a" }, "runtime": "python3.9", "memoryMb": 512, "lastModified": "2026-10-02T09:30:00Z", "invocations": 412, "errors": 3, "costPerMonth": 3.10 }],
              "buckets": [{ "name": "photos", "encrypted": true, "versioned": false, "public": true, "bytes": 5200000000, "objects": 18, "requests": 9 }],
              "distributions": [{ "name": "E1", "aliases": ["www.example.com"], "minimumTls": "TLSv1", "requests": 0, "costPerMonth": 8 }],
              "tables": [{ "name": "trips", "billingMode": "PROVISIONED", "pointInTimeRecovery": false, "indexes": ["by-day"], "readUnits": 1.5, "writeUnits": 0 }] }
            """);

        Assert.Empty(snapshot.Gaps);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 4, 0, 0, TimeSpan.Zero), snapshot.CollectedAt);
        Assert.Equal("invoice of October", snapshot.PriceSource);
        var function = Assert.Single(snapshot.Functions);
        Assert.Equal(("api", "python3.9", 512, 412L, 3L, 3.10m), (function.Name, function.Runtime, function.MemoryMb, function.Invocations, function.Errors, function.CostPerMonth));
        Assert.Equal("a", function.Tags["entity"]);
        var bucket = Assert.Single(snapshot.Buckets);
        Assert.Equal((true, false, true, 5_200_000_000L), (bucket.Encrypted, bucket.Versioned, bucket.Public, bucket.Bytes));
        var distribution = Assert.Single(snapshot.Distributions);
        Assert.Equal((0L, 8m, "TLSv1"), (distribution.Requests, distribution.CostPerMonth, distribution.MinimumTls));
        Assert.Equal(["by-day"], Assert.Single(snapshot.Tables).Indexes);
    }

    [Fact]
    public void What_is_left_out_is_unknown_and_lists_are_empty()
    {
        var snapshot = Read("""{ "collectedAt": "2026-11-24T06:00:00Z", "functions": [{ "name": "api" }], "distributions": [{ "name": "E1" }], "tables": [{ "name": "t" }] }""");

        var function = Assert.Single(snapshot.Functions);
        Assert.Null(function.Invocations);
        Assert.Null(function.CostPerMonth);
        Assert.Empty(function.Tags);
        Assert.Empty(Assert.Single(snapshot.Distributions).Aliases);
        Assert.Empty(Assert.Single(snapshot.Tables).Indexes);
        Assert.Empty(snapshot.Buckets);
    }

    [Fact]
    public void A_bad_record_costs_only_itself_and_is_told_by_its_path()
    {
        var snapshot = Read("""
            { "collectedAt": "2026-11-24T06:00:00Z",
              "functions": [{ "name": "a" }, { "name": "b", "invocations": "many" }, { "name": "c" }],
              "buckets": [{ "public": true }] }
            """);

        Assert.Equal(["a", "c"], snapshot.Functions.Select(function => function.Name));
        Assert.Empty(snapshot.Buckets);
        Assert.Equal(
            [
                "/functions/1/invocations: found \"many\"; expected a whole number or null; left out: { \"name\": \"b\", \"invocations\": \"many\" }",
                "/buckets/0: found no “name”; expected a property “name”; left out: { \"public\": true }",
            ],
            snapshot.Gaps);
    }

    [Fact]
    public void A_misspelt_property_is_told_and_the_rest_of_its_record_is_read()
    {
        var snapshot = Read("""{ "collectedAt": "2026-11-24T06:00:00Z", "functions": [{ "name": "a", "runtme": "go1.x", "errors": 2 }] }""");

        Assert.Equal(2, Assert.Single(snapshot.Functions).Errors);
        Assert.StartsWith("/functions/0/runtme: found a property “runtme” (\"go1.x\"); expected one of name, region", Assert.Single(snapshot.Gaps));
    }

    [Fact]
    public void A_count_that_no_whole_number_type_holds_is_told()
    {
        var snapshot = Read("""{ "collectedAt": "2026-11-24T06:00:00Z", "functions": [{ "name": "a", "errors": 2.0 }, { "name": "b" }] }""");

        Assert.Equal("b", Assert.Single(snapshot.Functions).Name);
        Assert.StartsWith("/functions/0/errors: found", Assert.Single(snapshot.Gaps));
    }

    [Fact]
    public void A_file_that_does_not_say_when_it_was_collected_has_the_time_it_was_written()
    {
        var snapshot = Read("""{ "functions": [{ "name": "a" }] }""");

        Assert.Equal(Written, snapshot.CollectedAt);
        Assert.Single(snapshot.Functions);
        Assert.Equal("/: found no “collectedAt”; expected a property “collectedAt”", Assert.Single(snapshot.Gaps));
    }

    [Fact]
    public void A_resource_told_twice_is_counted_once()
    {
        var snapshot = Read("""{ "collectedAt": "2026-11-24T06:00:00Z", "buckets": [{ "name": "a", "bytes": 1 }, { "name": "a", "bytes": 2 }] }""");

        Assert.Equal(1, Assert.Single(snapshot.Buckets).Bytes);
        Assert.Contains("/buckets/1", Assert.Single(snapshot.Gaps));
    }

    [Fact]
    public void The_files_own_gaps_are_kept() =>
        Assert.Equal(["lambda:ListFunctions eu-west-1: access denied"], Read("""{ "collectedAt": "2026-11-24T06:00:00Z", "gaps": ["lambda:ListFunctions eu-west-1: access denied"] }""").Gaps);

    [Fact]
    public void Text_that_is_no_JSON_throws_with_its_line()
    {
        var thrown = Assert.Throws<SourceFileException>(() => Read("{\n  \"collectedAt\": \"2026-11-24T06:00:00Z\",\n  \"functions\": [ oops ]\n}"));

        Assert.StartsWith("inventory/aws.json:3: not JSON: ", thrown.Message);
        Assert.DoesNotContain("LineNumber", thrown.Message);
    }

    [Fact]
    public void A_list_at_the_top_throws_with_what_is_expected() =>
        Assert.Equal("inventory/aws.json:1: found a JSON array; expected an object { … }.", Assert.Throws<SourceFileException>(() => Read("[]")).Message);

    [Fact]
    public void UTF_16_is_named_and_a_byte_order_mark_of_UTF_8_is_none_of_the_reader_s_business()
    {
        var utf16 = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray();
        Assert.Contains("UTF-16", Assert.Throws<SourceFileException>(() => InventoryFile.Parse(utf16, "x.json", Written)).Message);

        var marked = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes("""{ "collectedAt": "2026-11-24T06:00:00Z" }""")).ToArray();
        Assert.Empty(InventoryFile.Parse(marked, "x.json", Written).Gaps);
    }
}
