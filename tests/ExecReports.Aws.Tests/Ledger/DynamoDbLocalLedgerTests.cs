using ExecReports.Aws.Clients;
using ExecReports.Testing.Aws.Emulators;

namespace ExecReports.Aws.Tests.Ledger;

/// <summary>The ledger's contract on Amazon's own DynamoDB Local, thirty-two racing claims among it.</summary>
public sealed class DynamoDbLocalLedgerTests(DynamoDbLocalLedgerTests.Server server) : DynamoLedgerContract, IClassFixture<DynamoDbLocalLedgerTests.Server>
{
    protected override string? Missing => FullEmulators.DynamoDbLocalMissing;

    protected override AwsClients Clients() => new(TestSettings.Of((AwsService.DynamoDb, server.Url)));

    public sealed class Server : IAsyncLifetime
    {
        Emulator? _server;

        public Uri Url => _server?.Url ?? throw new InvalidOperationException("DynamoDB Local is not there");

        public async ValueTask InitializeAsync() => _server = FullEmulators.DynamoDbLocalMissing is null ? await FullEmulators.DynamoDbLocalAsync() : null;

        public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
