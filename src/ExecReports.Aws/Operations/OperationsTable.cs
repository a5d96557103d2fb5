using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ExecReports.Operations;

namespace ExecReports.Aws.Operations;

/// <summary>
/// Trips, crew roles, waivers and boats from a DynamoDB table: one item each, told apart by its attribute <c>kind</c> (docs/inventory-and-operations.md). They are put together to the shape of an
/// operations file and checked by its schema, so that both sources are held to the same rules.
/// </summary>
/// <param name="dynamo">DynamoDB.</param>
/// <param name="table">The table's name.</param>
/// <param name="time">The clock.</param>
public sealed partial class OperationsTable(Func<IAmazonDynamoDB> dynamo, string table, TimeProvider time) : IOperationsSource
{
    const int Named = 5;

    static readonly string[] s_event = ["id", "entity", "product", "boat", "start", "end", "state", "guests", "waiversSigned", "value", "deposit", "bookedOn"];
    static readonly string[] s_boat = ["name", "entity", "unavailable"];

    /// <summary>What plans, gaps and Sources call it.</summary>
    public static string NameOf(string table) => $"DynamoDB table {table}";

    /// <inheritdoc/>
    /// <exception cref="AwsException">The table may not be read, or does not exist.</exception>
    /// <exception cref="TransientException">It could not be read for now.</exception>
    public async Task<OperationsSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var items = await ScanAsync(cancellationToken).ConfigureAwait(false);
        var gaps = new List<string>();
        var byKind = items.Select(ToJson).ToLookup(item => Text(item, "kind") ?? "");

        foreach (var other in byKind.Where(kind => kind.Key is not ("event" or "crew" or "waiver" or "boat")))
            gaps.Add($"{Count(other.Count(), "item has", "items have")} {(other.Key.Length == 0 ? "no kind" : $"the kind “{other.Key}”")}; expected event, crew, waiver or boat: left out, {SomeNames.Of([.. other.Select(Brief)], Named)}");

        var events = byKind["event"].OrderBy(item => Text(item, "id"), StringComparer.Ordinal).ToList();
        var known = events.Select(item => Text(item, "id")).OfType<string>().ToHashSet();
        var crew = Parts(byKind["crew"], "crew", "event", known, gaps);
        var waivers = Parts(byKind["waiver"], "waiver", "event", known, gaps);
        var document = new JsonObject
        {
            ["collectedAt"] = now.ToString("O", CultureInfo.InvariantCulture),
            ["events"] = new JsonArray([.. events.Select(item => Event(item, crew, byKind["waiver"].Any() ? waivers : null))]),
            ["boats"] = new JsonArray([.. byKind["boat"].OrderBy(item => Text(item, "name"), StringComparer.Ordinal).Select(item => Only(item, s_boat))]),
        };
        var read = OperationsFile.Parse(JsonSerializer.SerializeToUtf8Bytes(document), NameOf(table), now);
        // What was sold is called kind in a file; in a table, kind says what an item is.
        return read with { Gaps = [.. gaps, .. read.Gaps.Select(gap => Place().Replace(gap, place => Told(document, place), 1).Replace("“kind”", "“product”", StringComparison.Ordinal))] };
    }

    async Task<List<Dictionary<string, AttributeValue>>> ScanAsync(CancellationToken cancellationToken)
    {
        var items = new List<Dictionary<string, AttributeValue>>();
        Dictionary<string, AttributeValue>? last = null;
        do
        {
            var request = new ScanRequest { TableName = table, ConsistentRead = true, ExclusiveStartKey = last };
            try
            {
                var page = await dynamo().ScanAsync(request, cancellationToken).ConfigureAwait(false);
                items.AddRange(page.Items ?? []);
                last = page.LastEvaluatedKey;
            }
            catch (ResourceNotFoundException missing)
            {
                throw new AwsException($"There is no table {table} in this region: correct OPERATIONS_TABLE or AWS_REGION.", missing);
            }
            catch (Exception fault) when (AwsFaults.IsOfAws(fault))
            {
                throw AwsFaults.Of(fault, "dynamodb:Scan", $"the table {table}");
            }
        }
        while (last is { Count: > 0 });
        return items;
    }

    // Crew and waivers name their trip; those of a trip that is not in the table are told, not dropped silently.
    static ILookup<string, JsonObject> Parts(IEnumerable<JsonObject> items, string kind, string link, HashSet<string> known, List<string> gaps)
    {
        var all = items.ToList();
        var lost = all.Where(item => Text(item, link) is not { } trip || !known.Contains(trip)).ToList();
        if (lost.Count > 0)
            gaps.Add($"{Count(lost.Count, $"{kind} item names", $"{kind} items name")} no trip of the table in “{link}”; expected the id of an event: left out, {SomeNames.Of([.. lost.Select(Brief)], Named)}");
        return all.Except(lost).ToLookup(item => Text(item, link)!);
    }

    static JsonObject Event(JsonObject item, ILookup<string, JsonObject> crew, ILookup<string, JsonObject>? waivers)
    {
        var trip = Only(item, s_event);
        if (trip["product"] is { } product)
        {
            trip.Remove("product");
            trip["kind"] = product;
        }
        var id = Text(item, "id") ?? "";
        // Where the table keeps waivers, a trip without one has none signed; where it keeps none, only the trip itself can say.
        if (waivers is not null && !trip.ContainsKey("waiversSigned"))
            trip["waiversSigned"] = waivers[id].Count(waiver => Text(waiver, "signedOn") is { Length: > 0 });
        if (crew[id].Any())
            trip["crew"] = new JsonArray([.. crew[id].OrderBy(role => Text(role, "role"), StringComparer.Ordinal).Select(role => Only(role, "role", "filled"))]);
        return trip;
    }

    // Keys, expiry and whatever else a table needs are not the product's business.
    static JsonObject Only(JsonObject item, params string[] names) =>
        new(names.Where(item.ContainsKey).Select(name => KeyValuePair.Create(name, item[name]?.DeepClone())));

    static JsonObject ToJson(Dictionary<string, AttributeValue> item) => new(item.Select(attribute => KeyValuePair.Create(attribute.Key, ToJson(attribute.Value))));

    static JsonNode? ToJson(AttributeValue value) => value switch
    {
        { NULL: true } => null,
        { S: { } text } => JsonValue.Create(text),
        { N: { } number } => JsonNode.Parse(number),
        { BOOL: { } flag } => JsonValue.Create(flag),
        { M: { } map } => ToJson(map),
        { L: { } list } => new JsonArray([.. list.Select(ToJson)]),
        { SS: { } texts } => new JsonArray([.. texts.Select(text => JsonValue.Create(text))]),
        { NS: { } numbers } => new JsonArray([.. numbers.Select(number => JsonNode.Parse(number))]),
        _ => JsonValue.Create("(binary)"),
    };

    static string? Text(JsonObject item, string name) => item[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    static string Brief(JsonObject item) => item.ToJsonString() is { Length: > 200 } text ? text[..200] + "…" : item.ToJsonString();

    static string Count(int count, string one, string many) => count == 1 ? "1 " + one : string.Create(CultureInfo.InvariantCulture, $"{count} {many}");

    // The file's paths mean nothing to who keeps a table: an item is named by its id, an attribute by its own name.
    static string Told(JsonObject document, Match place)
    {
        var list = place.Groups["list"].Value;
        var item = document[list]![int.Parse(place.Groups["index"].Value, CultureInfo.InvariantCulture)]!.AsObject();
        var name = Text(item, "id") ?? Text(item, "name") ?? "without id";
        var attribute = place.Groups["rest"].Value switch
        {
            "" => "",
            "/kind" => ", product",
            var rest => ", " + rest.TrimStart('/'),
        };
        return $"{(list == "events" ? "event" : "boat")} {name}{attribute}";
    }

    [GeneratedRegex(@"\A/(?<list>events|boats)/(?<index>[0-9]+)(?<rest>[^:]*)")]
    private static partial Regex Place();
}
