using ExecReports.Aws.Clients;
using ExecReports.Testing.Aws.Emulators;

namespace ExecReports.Aws.Tests.Ledger;

public sealed class DynaliteLedgerTests(Dynalite dynalite) : DynamoLedgerContract, IClassFixture<Dynalite>
{
    protected override string? Missing => Emulator.Missing;

    protected override string? AddsNoIndex => "dynalite adds no index to a table that stands";

    protected override AwsClients Clients() => dynalite.Clients();
}
