using ExecReports.Aws.Clients;
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
}
