using System.Text.Json;
using System.Text.Json.Nodes;
using ExecReports.Aws.Clients;
using ExecReports.Aws.Operations;
using ExecReports.Aws.Tests.Inventory;
using ExecReports.Operations;
using ExecReports.Testing.Aws.Wire;
using ExecReports.Workspace;

namespace ExecReports.Aws.Tests.Operations;

/// <summary>Operations data in a table.</summary>
public sealed class OperationsTableTests
{
    [Fact]
    public async Task The_sample_is_read_from_a_table_as_from_its_file()
    {
        var file = OperationsFile.Parse(await File.ReadAllBytesAsync(Path.Combine(SampleAccount.Folder, "operations", "charters.json"), TestContext.Current.CancellationToken), "operations/charters.json", SampleAccount.Clock.GetUtcNow());

        var table = await ReadAsync(Items(file));

        Assert.Equal("DynamoDB table trips", table.Source);
        Assert.Empty(table.Gaps);
        Assert.Equal(Lines(file), Lines(table));
    }

    [Fact]
    public async Task A_trip_without_a_waiver_has_none_signed_only_where_the_table_keeps_waivers()
    {
        JsonObject[] trip = [Item("event", ("id", "T-1"), ("entity", "harbor"), ("product", "Day charter"), ("start", "2026-11-28"), ("state", "booked"))];

        Assert.Null(Assert.Single((await ReadAsync(trip)).Events).WaiversSigned);
        Assert.Equal([1, 0], (await ReadAsync(
        [
            .. trip,
            Item("event", ("id", "T-2"), ("entity", "harbor"), ("product", "Day charter"), ("start", "2026-11-29"), ("state", "booked")),
            Item("waiver", ("event", "T-1"), ("signedOn", "2026-11-20")),
            Item("waiver", ("event", "T-1"), ("guest", "not signed yet")),
        ])).Events.Select(one => one.WaiversSigned ?? -1));
    }

    [Fact]
    public async Task What_breaks_the_shape_is_left_out_and_told_by_its_id()
    {
        var read = await ReadAsync(
        [
            Item("event", ("id", "T-1"), ("entity", "harbor"), ("product", "Day charter"), ("start", "28 November"), ("state", "booked")),
            Item("event", ("id", "T-2"), ("entity", "harbor"), ("product", "Day charter"), ("start", "2026-11-28"), ("state", "sailed")),
            Item("event", ("id", "T-3"), ("entity", "harbor"), ("start", "2026-11-28"), ("state", "done")),
            Item("event", ("id", "T-4"), ("entity", "harbor"), ("product", "Day charter"), ("start", "2026-11-28"), ("state", "done")),
            Item("crew", ("event", "T-9"), ("role", "Captain")),
            Item("invoice", ("id", "I-1")),
            new JsonObject { ["pk"] = new JsonObject { ["S"] = "settings" } },
        ]);

        Assert.Equal("T-4", Assert.Single(read.Events).Id);
        Assert.Contains(read.Gaps, gap => gap.StartsWith("event T-1, start: found \"28 November\"; expected a d", StringComparison.Ordinal));
        Assert.Contains(read.Gaps, gap => gap.StartsWith("event T-2, state: found \"sailed\"; expected ", StringComparison.Ordinal));
        Assert.Contains(read.Gaps, gap => gap.StartsWith("event T-3", StringComparison.Ordinal) && gap.Contains("product", StringComparison.Ordinal));
        Assert.Contains(read.Gaps, gap => gap.StartsWith("1 crew item names no trip of the table in “event”; expected the id of an event: left out, ", StringComparison.Ordinal) && gap.Contains("T-9", StringComparison.Ordinal));
        Assert.Contains(read.Gaps, gap => gap.StartsWith("1 item has the kind “invoice”; expected event, crew, waiver or boat: left out, ", StringComparison.Ordinal));
        Assert.Contains(read.Gaps, gap => gap.StartsWith("1 item has no kind; expected event, crew, waiver or boat: left out, ", StringComparison.Ordinal));
        Assert.Equal(6, read.Gaps.Count);
    }

    [Fact]
    public async Task A_table_that_is_not_there_or_may_not_be_read_is_an_error_with_advice()
    {
        Assert.Contains("There is no table trips in this region: correct OPERATIONS_TABLE or AWS_REGION.", (await RefusedAsync("ResourceNotFoundException")).Message, StringComparison.Ordinal);
        Assert.Contains("Allow dynamodb:Scan on the table trips in the policy of the role that runs this.", (await RefusedAsync("AccessDeniedException")).Message, StringComparison.Ordinal);
    }

    static async Task<AwsException> RefusedAsync(string code)
    {
        await using var server = await FaultyServer.StartAsync((_, _) => Task.FromResult(Answer.Json(400, $$"""{"__type":"com.amazonaws.dynamodb.v20120810#{{code}}","message":"no"}""") with { ContentType = "application/x-amz-json-1.0" }));
        using var clients = new AwsClients(TestSettings.Of((AwsService.DynamoDb, server.Url)));
        return await Assert.ThrowsAsync<AwsException>(() => new OperationsTable(() => clients.DynamoDb, "trips", SampleAccount.Clock).ReadAsync(TestContext.Current.CancellationToken));
    }

    // Three items a page.
    static async Task<OperationsSnapshot> ReadAsync(IReadOnlyList<JsonObject> items)
    {
        await using var server = await FaultyServer.StartAsync((request, _) =>
        {
            var body = JsonNode.Parse(request.Body)!;
            Assert.Equal(("Scan", "trips", true), (request.Action, (string)body["TableName"]!, (bool)body["ConsistentRead"]!));
            var from = int.Parse((string?)body["ExclusiveStartKey"]?["at"]?["N"] ?? "0", System.Globalization.CultureInfo.InvariantCulture);
            var page = new JsonObject { ["Items"] = new JsonArray([.. items.Skip(from).Take(3).Select(item => item.DeepClone())]) };
            if (from + 3 < items.Count)
                page["LastEvaluatedKey"] = new JsonObject { ["at"] = new JsonObject { ["N"] = $"{from + 3}" } };
            return Task.FromResult(Answer.Json(200, page.ToJsonString()) with { ContentType = "application/x-amz-json-1.0" });
        });
        using var clients = new AwsClients(TestSettings.Of((AwsService.DynamoDb, server.Url)));
        return await new OperationsTable(() => clients.DynamoDb, "trips", SampleAccount.Clock).ReadAsync(TestContext.Current.CancellationToken);
    }

    static JsonObject Item(string kind, params (string Name, string Value)[] attributes) =>
        new(attributes.Prepend(("kind", kind)).Select(attribute => KeyValuePair.Create<string, JsonNode?>(attribute.Item1, new JsonObject { ["S"] = attribute.Item2 })));

    // A snapshot as items, waivers and crew as items of their own; keys and an expiry as tables have them.
    static List<JsonObject> Items(OperationsSnapshot snapshot)
    {
        var items = new List<JsonObject>();
        foreach (var trip in snapshot.Events)
        {
            var item = Item("event", ("pk", $"trip#{trip.Id}"), ("id", trip.Id), ("entity", trip.Entity), ("product", trip.Kind), ("start", Day(trip.Start)), ("end", Day(trip.End)), ("state", trip.State.ToString().ToLowerInvariant()));
            item["ttl"] = Number(1893456000);
            Add(item, "boat", trip.Boat is null ? null : new JsonObject { ["S"] = trip.Boat });
            Add(item, "guests", trip.Guests is { } guests ? Number(guests) : new JsonObject { ["NULL"] = true });
            Add(item, "value", trip.Value is { } value ? Number(value) : null);
            Add(item, "deposit", trip.Deposit is { } deposit ? Number(deposit) : null);
            Add(item, "bookedOn", trip.BookedOn is { } booked ? new JsonObject { ["S"] = Day(booked) } : null);
            items.Add(item);
            items.AddRange(Enumerable.Range(0, trip.WaiversSigned ?? 0).Select(_ => Item("waiver", ("event", trip.Id), ("signedOn", "2026-11-01"))));
            items.AddRange(trip.Crew.Select(role =>
            {
                var one = Item("crew", ("event", trip.Id), ("role", role.Role));
                one["filled"] = new JsonObject { ["BOOL"] = role.Filled };
                return one;
            }));
        }
        foreach (var boat in snapshot.Boats)
        {
            var item = Item("boat", ("name", boat.Name), ("entity", boat.Entity));
            item["unavailable"] = new JsonObject
            {
                ["L"] = new JsonArray([.. boat.Unavailable.Select(span => new JsonObject { ["M"] = new JsonObject { ["from"] = Text(Day(span.From)), ["to"] = Text(Day(span.To)), ["why"] = Text(span.Why!) } })]),
            };
            items.Add(item);
        }
        return items;
    }

    static void Add(JsonObject item, string name, JsonNode? value)
    {
        if (value is not null)
            item[name] = value;
    }

    static JsonObject Text(string text) => new() { ["S"] = text };

    static JsonObject Number(decimal number) => new() { ["N"] = number.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    static List<string> Lines(OperationsSnapshot snapshot)
    {
        var json = JsonNode.Parse(JsonSerializer.Serialize(snapshot, SnapshotJson.Default.OperationsSnapshot))!;
        return [.. json["events"]!.AsArray().Concat(json["boats"]!.AsArray()).Select(one => one!.ToJsonString()).Order(StringComparer.Ordinal)];
    }
}
