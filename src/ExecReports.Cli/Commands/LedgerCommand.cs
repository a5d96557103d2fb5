using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ExecReports.Cli.Output;
using ExecReports.Delivery;
using ExecReports.Embedded.Ledger;

namespace ExecReports.Cli.Commands;

/// <summary><c>ledger</c>: what was mailed to whom, and what came of it.</summary>
internal static class LedgerCommand
{
    private static readonly Option<string?> Run = new("--run") { Description = "Only this run's." };
    private static readonly Option<string?> Report = new("--report") { Description = "Only this report type, for example cfo or rental-cove." };
    private static readonly Option<string?> State = new("--state") { Description = "Only deliveries in this state: pending, sending, sent, failed, unknown." };

    public static Command Make(PlaceOptions places)
    {
        var command = new CliCommand("ledger", "What was mailed to whom, and what came of it.", ("ledger --state failed", ""), ("ledger --report cfo --json", "")) { Run, Report, State };
        command.SetAction((parsed, cancellationToken) => ShowAsync(places.Resolve(parsed), parsed, cancellationToken));
        return command;
    }

    private static async Task<int> ShowAsync(Places places, ParseResult parsed, CancellationToken cancellationToken)
    {
        var state = ParseState(parsed.GetValue(State));
        var file = places.ToLocal().Ledger;
        IReadOnlyList<LedgerItem> items = [];
        if (File.Exists(file))
        {
            using var ledger = new SqliteLedger(file);
            items = await ledger.ListAsync(new LedgerFilter { RunId = parsed.GetValue(Run), ReportType = parsed.GetValue(Report), State = state }, cancellationToken);
        }

        var rows = items.SelectMany(item => item.Deliveries
            .Where(delivery => state is null || delivery.State == state)
            .Select(delivery => new LedgerRow(
                item.Key.ReportType, item.Key.GeneratedTimestamp, item.RunId, delivery.Recipient.Address, delivery.State.ToString().ToLowerInvariant(),
                delivery.MessageId, delivery.Attempts, delivery.SettledAt, delivery.Error))).ToList();
        if (places.Json)
            Console.Out.WriteLine(JsonSerializer.Serialize(rows, LedgerRowJson.Default.ListLedgerRow));
        else if (rows.Count == 0)
            Console.Out.WriteLine("Nothing in the ledger" + (items.Count == 0 && !File.Exists(file) ? " yet." : " for that filter."));
        else
            TextTable.Write(Console.Out, ["report", "generated (UTC)", "recipient", "state", "tries", "error"], rows.Select(Row));

        return ExitCodes.Done;
    }

    private static SendState? ParseState(string? text) =>
        text is null ? null
        : Enum.TryParse<SendState>(text, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state
        : throw new UsageException($"There is no state '{text}'. States: {string.Join(", ", Enum.GetNames<SendState>()).ToLowerInvariant()}.");

    private static IReadOnlyList<string> Row(LedgerRow row) =>
    [
        row.Report,
        row.Generated.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        row.Recipient,
        row.State,
        row.Attempts.ToString(CultureInfo.InvariantCulture),
        row.Error ?? "",
    ];
}

internal sealed record LedgerRow(
    string Report, DateTimeOffset Generated, string Run, string Recipient, string State, string? MessageId, int Attempts, DateTimeOffset? SettledAt, string? Error);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<LedgerRow>))]
internal sealed partial class LedgerRowJson : JsonSerializerContext;
