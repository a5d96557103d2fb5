using System.Globalization;
using Amazon.DynamoDBv2.Model;
using ExecReports.Delivery;

namespace ExecReports.Aws.Ledger;

/// <summary>
/// A ledger item as attributes, and back. Attributes are only ever added: what this code does not know of an item it leaves alone, and what an old item lacks is read as never set.
/// </summary>
static class LedgerAttributes
{
    public const string Deliveries = "deliveries", Revision = "revision", SchemaVersion = "schema_version";

    const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", DateFormat = "yyyy-MM-dd";

    public static Dictionary<string, AttributeValue> KeyOf(LedgerKey key) => new()
    {
        [LedgerTable.PartitionKey] = Text(key.ReportType),
        [LedgerTable.SortKey] = Text(key.SortKey),
    };

    public static Dictionary<string, AttributeValue> Of(LedgerItem item)
    {
        var attributes = Whole(item);
        if (item.AuditBcc is { } copy)
            attributes["audit_bcc"] = Text(copy);
        return attributes;
    }

    static Dictionary<string, AttributeValue> Whole(LedgerItem item) => new(KeyOf(item.Key))
    {
        [LedgerTable.RunKey] = Text(item.RunId),
        ["as_of"] = Text(item.AsOf.ToString(DateFormat, CultureInfo.InvariantCulture)),
        ["subject"] = Text(item.Subject),
        ["sender"] = Text(item.Sender),
        ["template_version"] = Text(item.TemplateVersion),
        ["files"] = List(item.Files.Select(file => Map(new() { ["key"] = Text(file.Key), ["sha256"] = Text(file.Sha256), ["bytes"] = Number(file.Bytes) }))),
        ["gaps"] = List(item.Gaps.Select(Text)),
        ["held"] = new() { BOOL = item.Held },
        ["created_at"] = Text(Moment(item.CreatedAt)),
        [SchemaVersion] = Number(item.SchemaVersion),
        [Deliveries] = Map(item.Deliveries.Select((delivery, position) => KeyValuePair.Create(delivery.Recipient.Id, Map(new(Of(delivery, position))))).ToDictionary()),
    };

    /// <summary>What a move may change of a delivery; null: the attribute is not there.</summary>
    public static IEnumerable<(string Name, AttributeValue? Value)> Moving(LedgerDelivery delivery) =>
    [
        ("state", Text(delivery.State.ToString().ToUpperInvariant())),
        ("owner", TextOrNone(delivery.Owner)),
        ("lease_until", TextOrNone(delivery.LeaseUntil)),
        ("message_id", TextOrNone(delivery.MessageId)),
        ("attempts", Number(delivery.Attempts)),
        ("error", TextOrNone(delivery.Error)),
        ("claimed_at", TextOrNone(delivery.ClaimedAt)),
        ("settled_at", TextOrNone(delivery.SettledAt)),
        ("decisions", delivery.Decisions.Count == 0 ? null : List(delivery.Decisions.Select(Of))),
        (Revision, Number(delivery.Revision)),
    ];

    static AttributeValue Of(OperatorDecision decision)
    {
        var attributes = new Dictionary<string, AttributeValue>
        {
            ["from"] = Text(decision.From.ToString().ToUpperInvariant()),
            ["to"] = Text(decision.To.ToString().ToUpperInvariant()),
            ["by"] = Text(decision.By),
            ["why"] = Text(decision.Why),
            ["at"] = Text(Moment(decision.At)),
        };
        if (decision.Error is { } error)
            attributes["error"] = Text(error);
        return Map(attributes);
    }

    static OperatorDecision Decision(Dictionary<string, AttributeValue> attributes) => new(
        Enum.Parse<SendState>(attributes["from"].S, ignoreCase: true), Enum.Parse<SendState>(attributes["to"].S, ignoreCase: true),
        attributes["by"].S, attributes["why"].S, Moment(attributes["at"].S), attributes.GetValueOrDefault("error")?.S);

    /// <summary>Whether this program wrote it. A table that was there before may hold records of another one under keys of the same kind.</summary>
    public static bool IsOurs(Dictionary<string, AttributeValue> attributes) => attributes.ContainsKey(SchemaVersion) && attributes.ContainsKey(Deliveries);

    public static LedgerItem Read(Dictionary<string, AttributeValue> attributes)
    {
        try
        {
            return new()
            {
                Key = new(attributes[LedgerTable.PartitionKey].S, Moment(attributes[LedgerTable.SortKey].S)),
                RunId = attributes[LedgerTable.RunKey].S,
                AsOf = DateOnly.ParseExact(attributes["as_of"].S, DateFormat, CultureInfo.InvariantCulture),
                Subject = attributes["subject"].S,
                Sender = attributes["sender"].S,
                AuditBcc = attributes.GetValueOrDefault("audit_bcc")?.S,
                TemplateVersion = attributes["template_version"].S,
                Files = [.. attributes["files"].L.Select(file => new ArchivedFile(file.M["key"].S, file.M["sha256"].S, Number(file.M["bytes"])))],
                Gaps = [.. (attributes["gaps"].L ?? []).Select(gap => gap.S)],
                Held = attributes["held"].BOOL == true,
                CreatedAt = Moment(attributes["created_at"].S),
                SchemaVersion = (int)Number(attributes[SchemaVersion]),
                Deliveries = [.. (attributes[Deliveries].M ?? []).Values.OrderBy(delivery => Number(delivery.M["position"])).Select(delivery => Delivery(delivery.M))],
            };
        }
        catch (Exception fault) when (fault is KeyNotFoundException or FormatException or NullReferenceException or ArgumentException or OverflowException)
        {
            var key = $"{attributes.GetValueOrDefault(LedgerTable.PartitionKey)?.S} {attributes.GetValueOrDefault(LedgerTable.SortKey)?.S}";
            throw new AwsException($"The ledger's item {key} cannot be read ({fault.Message.TrimEnd('.')}): it was changed by another program. Restore it from the table's backup; until then nothing of this report and moment is mailed.", fault);
        }
    }

    static Dictionary<string, AttributeValue> Of(LedgerDelivery delivery, int position)
    {
        var attributes = new Dictionary<string, AttributeValue>
        {
            ["delivery_id"] = Text(delivery.DeliveryId),
            ["recipient_id"] = Text(delivery.Recipient.Id),
            ["address"] = Text(delivery.Recipient.Address),
            ["position"] = Number(position),
        };
        foreach (var (name, value) in Moving(delivery))
        {
            if (value is not null)
                attributes[name] = value;
        }
        return attributes;
    }

    static LedgerDelivery Delivery(Dictionary<string, AttributeValue> attributes) => new()
    {
        DeliveryId = attributes["delivery_id"].S,
        Recipient = new(attributes["recipient_id"].S, attributes["address"].S),
        State = Enum.Parse<SendState>(attributes["state"].S, ignoreCase: true),
        Owner = attributes.GetValueOrDefault("owner")?.S,
        LeaseUntil = MomentOrNone(attributes, "lease_until"),
        MessageId = attributes.GetValueOrDefault("message_id")?.S,
        Attempts = (int)Number(attributes["attempts"]),
        Error = attributes.GetValueOrDefault("error")?.S,
        ClaimedAt = MomentOrNone(attributes, "claimed_at"),
        SettledAt = MomentOrNone(attributes, "settled_at"),
        Decisions = attributes.GetValueOrDefault("decisions")?.L is { Count: > 0 } decisions ? [.. decisions.Select(decision => Decision(decision.M))] : [],
        Revision = (int)Number(attributes[Revision]),
    };

    static AttributeValue Text(string text) => new() { S = text };

    static AttributeValue? TextOrNone(string? text) => text is null ? null : Text(text);

    static AttributeValue? TextOrNone(DateTimeOffset? moment) => moment is { } set ? Text(Moment(set)) : null;

    static AttributeValue Map(Dictionary<string, AttributeValue> map) => new() { M = map, IsMSet = true };

    static AttributeValue List(IEnumerable<AttributeValue> values) => new() { L = [.. values], IsLSet = true };

    static AttributeValue Number(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    static long Number(AttributeValue value) => long.Parse(value.N, CultureInfo.InvariantCulture);

    static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    static DateTimeOffset? MomentOrNone(Dictionary<string, AttributeValue> attributes, string name) => attributes.GetValueOrDefault(name)?.S is { } text ? Moment(text) : null;
}
