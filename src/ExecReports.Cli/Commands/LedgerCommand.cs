using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ExecReports.Aws.Clients;
using ExecReports.Aws.Ledger;
using ExecReports.Cli.Output;
using ExecReports.Delivery;
using ExecReports.Embedded.Ledger;

namespace ExecReports.Cli.Commands;

/// <summary><c>ledger</c>: what was mailed to whom, and what came of it; <c>ledger resolve</c> settles what nobody knows.</summary>
internal static class LedgerCommand
{
    private static readonly Option<string?> Run = new("--run") { Description = "Only this run's." };
    private static readonly Option<string?> Report = new("--report") { Description = "Only this report type, for example cfo or rental-cove." };
    private static readonly Option<string?> State = new("--state") { Description = "Only deliveries in this state: pending, sending, sent, failed, unknown." };
    private static readonly Option<string?> To = new("--to") { Description = "Only deliveries to this address (or recipient id)." };
    private static readonly Option<string?> Since = new("--since") { Description = "Only reports generated on this day (UTC) or later, as 2026-11-24.", HelpName = "day" };
    private static readonly Option<int> Most = new("--most") { Description = "At most so many reports, the newest first.", DefaultValueFactory = _ => 1000, HelpName = "number" };

    private static readonly Argument<string> Delivery = new("delivery") { Description = "Id of the delivery, as `ledger --state unknown` shows it." };
    private static readonly Option<bool> Sent = new("--sent") { Description = "The recipient has it." };
    private static readonly Option<bool> NotSent = new("--not-sent") { Description = "The recipient surely has not got it and will not: `resend` may then send it." };
    private static readonly Option<string?> By = OperatorOptions.By();
    private static readonly Option<string?> Why = OperatorOptions.Why("How you know, for the ledger (required).");

    public static Command Make(PlaceOptions places)
    {
        var resolve = new CliCommand(
            "resolve", "Settles an unknown delivery by your word; nothing is sent.",
            ("ledger resolve 20261124T193000123Z-cfo-0123456789ab --sent --why \"she has it\"", ""))
        {
            Delivery, Sent, NotSent, By, Why,
        };
        resolve.SetAction((parsed, cancellationToken) => ResolveAsync(places.Resolve(parsed), parsed, cancellationToken));

        var command = new CliCommand(
            "ledger", "What was mailed to whom, and what came of it.",
            ("ledger --state failed", ""), ("ledger --report cfo --json", ""), ("ledger --to owner@example.com --since 2026-11-01", ""))
        {
            Run, Report, State, To, Since, Most, resolve,
        };
        command.SetAction((parsed, cancellationToken) => ShowAsync(places.Resolve(parsed), parsed, cancellationToken));
        return command;
    }

    private static async Task<int> ResolveAsync(Places places, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Sent) == parsed.GetValue(NotSent))
            throw new UsageException("Say one of --sent and --not-sent.");
        var word = OperatorOptions.Word(parsed.GetValue(By), parsed.GetValue(Why));
        await using var local = await places.OpenAsync(cancellationToken);
        OperatorText.Write(places, await local.Operators.ResolveAsync(parsed.GetValue(Delivery)!, parsed.GetValue(Sent), word, cancellationToken));
        return ExitCodes.Done;
    }

    private static async Task<int> ShowAsync(Places places, ParseResult parsed, CancellationToken cancellationToken)
    {
        var state = ParseState(parsed.GetValue(State));
        var filter = new LedgerFilter
        {
            RunId = parsed.GetValue(Run),
            ReportType = parsed.GetValue(Report),
            State = state,
            Since = RunOptions.ParseDay(parsed.GetValue(Since), "--since") is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null,
            Most = parsed.GetValue(Most) is > 0 and var most ? most : throw new UsageException("--most must be at least 1."),
        };
        var listing = await ListAsync(places, filter, cancellationToken);

        var to = parsed.GetValue(To);
        var rows = (listing?.Items ?? []).SelectMany(item => item.Deliveries
            .Where(delivery => (state is null || delivery.State == state) && (to is null || IsTo(delivery.Recipient, to)))
            .Select(delivery => LedgerRow.Of(item, delivery))).ToList();
        if (places.Json)
            Console.Out.WriteLine(JsonSerializer.Serialize(rows, LedgerRowJson.Default.ListLedgerRow));
        else if (rows.Count == 0)
            Console.Out.WriteLine((listing is { Damaged: [_, ..] } ? "Nothing that can be read in the ledger" : "Nothing in the ledger") + (listing is null ? " yet." : " for that filter."));
        else
            Print(rows);

        foreach (var damaged in listing?.Damaged ?? [])
            Console.Error.WriteLine(damaged.Fault.Message);
        return listing is { Damaged: [_, ..] } ? ExitCodes.Failures : ExitCodes.Done;
    }

    // Null: there is no ledger yet.
    private static async Task<LedgerListing?> ListAsync(Places places, LedgerFilter filter, CancellationToken cancellationToken)
    {
        if (places.DeliversThroughAws)
        {
            var settings = DeliveryPlace.Settings(places);
            using var clients = new AwsClients(settings);
            return await new DynamoLedger(clients.DynamoDb, settings.Table).ListReadableAsync(filter, cancellationToken);
        }

        var file = places.ToLocal().Ledger;
        if (!File.Exists(file))
            return null;

        using var ledger = new SqliteLedger(file);
        return await ledger.ListReadableAsync(filter, cancellationToken);
    }

    private static void Print(List<LedgerRow> rows)
    {
        TextTable.Write(Console.Out, ["report", "generated (UTC)", "recipient", "state", "tries", "error"], rows.Select(Row));
        foreach (var run in rows.Where(row => row.State == "failed").Select(row => row.Run).Distinct())
            Console.Out.WriteLine($"\n`execreports resend {run}` sends again what failed in that run.");
        foreach (var row in rows.Where(row => row.State == "unknown"))
            Console.Out.WriteLine($"\nNobody knows whether {row.DeliveryId} was sent.\n{OperatorText.UnknownAdvice(row.DeliveryId)}");
    }

    private static bool IsTo(Recipient recipient, string text) =>
        string.Equals(recipient.Address, text.Trim(), StringComparison.OrdinalIgnoreCase) || recipient.Id == text.Trim();

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
        row.Error ?? (row.Decisions is [.., var decision] ? $"({decision.To}, says {decision.By}: {decision.Why})" : ""),
    ];
}

internal sealed record LedgerRow(
    string Report, DateTimeOffset Generated, string Run, string DeliveryId, string Recipient, string RecipientId, string State, string? MessageId, int Attempts, DateTimeOffset? SettledAt, string? Error,
    IReadOnlyList<LedgerDecisionRow> Decisions)
{
    public static LedgerRow Of(LedgerItem item, LedgerDelivery delivery) => new(
        item.Key.ReportType, item.Key.GeneratedTimestamp, item.RunId, delivery.DeliveryId, delivery.Recipient.Address, delivery.Recipient.Id, Word(delivery.State),
        delivery.MessageId, delivery.Attempts, delivery.SettledAt, delivery.Error,
        [.. delivery.Decisions.Select(decision => new LedgerDecisionRow(Word(decision.From), Word(decision.To), decision.By, decision.Why, decision.At, decision.Error))]);

    private static string Word(SendState state) => state.ToString().ToLowerInvariant();
}

internal sealed record LedgerDecisionRow(string From, string To, string By, string Why, DateTimeOffset At, string? Error);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<LedgerRow>))]
internal sealed partial class LedgerRowJson : JsonSerializerContext;
