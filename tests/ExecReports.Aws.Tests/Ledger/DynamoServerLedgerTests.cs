using ExecReports.Aws.Clients;
using ExecReports.Delivery;
using ExecReports.Testing.Aws.Dynamo;

namespace ExecReports.Aws.Tests.Ledger;

/// <summary>The contract on our own server: what it says of DynamoDB is what dynalite and DynamoDB Local say.</summary>
public sealed class DynamoServerLedgerTests : DynamoLedgerContract
{
    DynamoServer _server = null!;

    protected override string? Missing => null;

    protected override AwsClients Clients() => new(TestSettings.Of((AwsService.DynamoDb, _server.Url)));

    public override async ValueTask InitializeAsync()
    {
        _server = await DynamoServer.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_list_is_three_queries_and_a_read_for_each_hundred_items_and_never_a_scan()
    {
        _server.DeniedActions = new HashSet<string> { "dynamodb:Scan" };
        var ledger = await OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 1600).Select(number => ledger.CreateIfAbsentAsync(Item($"report-{number % 8}", $"run-{number / 8}", Generated.AddDays(-7 * (number / 8))), Token)));
        _server.Wire.Forget();

        async Task<string> Requests(LedgerFilter filter, int items)
        {
            Assert.Equal(items, (await ledger.ListAsync(filter, Token)).Count);
            var requests = _server.Wire.Requests.CountBy(request => request.Action).OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Value} {count.Key}");
            _server.Wire.Forget();
            return string.Join(", ", requests);
        }

        // Whether it answers; what the watch looks at; what `ledger` and GET /api/ledger show; what failed, of which there is nothing; one report's.
        Assert.Equal("1 BatchGetItem, 3 Query", await Requests(new() { Most = 1 }, 1));
        Assert.Equal("1 BatchGetItem, 3 Query", await Requests(new() { Since = Generated.AddDays(-40) }, 48));
        Assert.Equal("10 BatchGetItem, 4 Query", await Requests(new(), 1000));
        Assert.Equal("1 BatchGetItem, 3 Query", await Requests(new() { Before = Generated.AddDays(-700), Most = 51 }, 51));
        Assert.Equal("20 BatchGetItem, 4 Query", await Requests(new() { State = SendState.Failed }, 0));
        Assert.Equal("1 Query", await Requests(new() { ReportType = "report-3" }, 200));
    }

    [Fact]
    public async Task What_a_batch_leaves_unread_is_asked_for_again_and_a_page_that_ends_is_gone_on_with()
    {
        var ledger = await OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 24).Select(number => ledger.CreateIfAbsentAsync(Item($"report-{number % 8}", "run-1", Generated.AddDays(-7 * (number / 8))), Token)));
        _server.MostOfAnAnswer = 7;

        Assert.Equal(24, (await ledger.ListAsync(new(), Token)).Count);
        Assert.Equal(24, (await ledger.ListAsync(new() { RunId = "run-1" }, Token)).Count);
        _server.MostOfAnAnswer = 1;
        Assert.Equal(3, (await ledger.ListAsync(new() { ReportType = "report-3" }, Token)).Count);
    }
}
