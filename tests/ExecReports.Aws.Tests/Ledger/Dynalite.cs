using ExecReports.Aws.Clients;
using ExecReports.Testing.Aws.Emulators;

namespace ExecReports.Aws.Tests.Ledger;

/// <summary>One dynalite for the tests of a class; each test has a table of its own.</summary>
public sealed class Dynalite : IAsyncLifetime
{
    Emulator? _server;

    public Uri Url => _server?.Url ?? throw new InvalidOperationException("dynalite is not there");

    public AwsClients Clients() => new(TestSettings.Of((AwsService.DynamoDb, Url)));

    public async ValueTask InitializeAsync() => _server = Emulator.Missing is null ? await Emulator.DynaliteAsync() : null;

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
