using System.Text.Json;
using System.Text.Json.Nodes;
using ExecReports.Testing.Aws.Wire;

namespace ExecReports.Testing.Aws.Dynamo;

/// <summary>
/// DynamoDB as far as the ledger uses it, in this process and so fast enough for thousands of trials. One request at a time, so that each condition is checked and met in one step.
/// What it does is held to DynamoDB Local's answers by the ledger's contract, which all of them pass.
/// </summary>
public sealed class DynamoServer : IAsyncDisposable
{
    const string Types = "com.amazonaws.dynamodb.v20120810#";

    readonly Lock _lock = new();
    readonly Dictionary<string, (JsonObject Shape, SortedDictionary<string, JsonObject> Items)> _tables = [];

    DynamoServer()
    {
    }

    /// <summary>The connection: its address, its faults, what came over it.</summary>
    public FaultyServer Wire { get; private set; } = null!;

    /// <summary>Where it listens.</summary>
    public Uri Url => Wire.Url;

    /// <summary>Actions in IAM's words that the caller's policy lacks, such as <c>dynamodb:UpdateItem</c>.</summary>
    public IReadOnlySet<string> DeniedActions { get; set; } = new HashSet<string>();

    /// <summary>The one access key.</summary>
    public string AccessKeyId { get; set; } = "test";

    /// <summary>Its secret: signatures are checked.</summary>
    public string Secret { get; set; } = "test";

    /// <summary>Whether tables have point-in-time recovery.</summary>
    public bool PointInTimeRecovery { get; set; } = true;

    /// <summary>How many items a page of a query holds, and how many keys of a batch are read, at most; what is left has to be asked for again.</summary>
    public int MostOfAnAnswer { get; set; } = 1000;

    /// <summary>Starts one.</summary>
    public static async Task<DynamoServer> StartAsync()
    {
        var server = new DynamoServer();
        server.Wire = await FaultyServer.StartAsync((request, _) => Task.FromResult(server.Answer(request))).ConfigureAwait(false);
        return server;
    }

    /// <summary>Forgets all tables.</summary>
    public void Clear()
    {
        lock (_lock)
            _tables.Clear();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Wire.DisposeAsync();

    Answer Answer(ReceivedRequest request)
    {
        if (SignatureCheck.Fault(request, "dynamodb", AccessKeyId, Secret) is { } code)
            return code == "InvalidClientTokenId" ? Error("com.amazon.coral.service#UnrecognizedClientException", "The security token included in the request is invalid.") : Error("com.amazon.coral.service#InvalidSignatureException", "The request signature we calculated does not match the signature you provided.");
        if (DeniedActions.Contains($"dynamodb:{request.Action}"))
            return Error("com.amazon.coral.service#AccessDeniedException", $"User: arn:aws:iam::123456789012:user/test is not authorized to perform: dynamodb:{request.Action}");
        var body = (JsonObject)JsonNode.Parse(request.Body)!;
        lock (_lock)
        {
            if (request.Action == "CreateTable")
                return Create(body);
            if (request.Action == "BatchGetItem")
                return BatchGet(body);
            var name = body["TableName"]!.GetValue<string>();
            if (!_tables.TryGetValue(name, out var table))
                return Missing(name);
            return request.Action switch
            {
                "DescribeTable" => Ok(new() { ["Table"] = table.Shape.DeepClone() }),
                "DescribeContinuousBackups" => Ok(new() { ["ContinuousBackupsDescription"] = new JsonObject { ["ContinuousBackupsStatus"] = "ENABLED", ["PointInTimeRecoveryDescription"] = new JsonObject { ["PointInTimeRecoveryStatus"] = PointInTimeRecovery ? "ENABLED" : "DISABLED" } } }),
                "GetItem" => Ok(table.Items.TryGetValue(Key(table.Shape, (JsonObject)body["Key"]!), out var found) ? new() { ["Item"] = found.DeepClone() } : []),
                "PutItem" => Write(table, body, Key(table.Shape, (JsonObject)body["Item"]!), _ => (JsonObject)body["Item"]!.DeepClone()),
                "UpdateItem" => Write(table, body, Key(table.Shape, (JsonObject)body["Key"]!), item => DynamoExpression.Update(body["UpdateExpression"]!.GetValue<string>(), item ?? (JsonObject)body["Key"]!.DeepClone(), body)),
                "UpdateTable" => AddIndexes(table.Shape, body),
                "Query" => Query(table, body),
                "Scan" => Ok(new() { ["Items"] = new JsonArray([.. table.Items.Values.Select(item => item.DeepClone())]), ["Count"] = table.Items.Count }),
                var other => Error("com.amazon.coral.service#UnknownOperationException", other),
            };
        }
    }

    Answer Create(JsonObject body)
    {
        var name = body["TableName"]!.GetValue<string>();
        if (_tables.ContainsKey(name))
            return Error(Types + "ResourceInUseException", $"Table already exists: {name}");
        var shape = (JsonObject)body.DeepClone();
        shape["TableStatus"] = "ACTIVE";
        shape["TableArn"] = $"arn:aws:dynamodb:us-east-1:123456789012:table/{name}";
        foreach (var index in shape["GlobalSecondaryIndexes"]?.AsArray() ?? [])
            index!["IndexStatus"] = "ACTIVE";
        _tables[name] = (shape, []);
        return Ok(new() { ["TableDescription"] = shape.DeepClone() });
    }

    static Answer AddIndexes(JsonObject shape, JsonObject body)
    {
        foreach (var update in body["GlobalSecondaryIndexUpdates"]!.AsArray())
        {
            var index = (JsonObject)update!["Create"]!.DeepClone();
            index["IndexStatus"] = "ACTIVE";
            if (shape["GlobalSecondaryIndexes"] is null)
                shape["GlobalSecondaryIndexes"] = new JsonArray();
            shape["GlobalSecondaryIndexes"]!.AsArray().Add(index);
        }
        var defined = shape["AttributeDefinitions"]!.AsArray();
        foreach (var attribute in body["AttributeDefinitions"]!.AsArray().Where(added => !defined.Any(known => JsonNode.DeepEquals(known, added))).ToList())
            defined.Add(attribute!.DeepClone());
        return Ok(new() { ["TableDescription"] = shape.DeepClone() });
    }

    Answer BatchGet(JsonObject body)
    {
        var (responses, left) = (new JsonObject(), new JsonObject());
        foreach (var (name, wanted) in (JsonObject)body["RequestItems"]!)
        {
            if (!_tables.TryGetValue(name, out var table))
                return Missing(name);
            var keys = wanted!["Keys"]!.AsArray();
            responses[name] = new JsonArray([.. keys.Take(MostOfAnAnswer).Select(key => table.Items.GetValueOrDefault(Key(table.Shape, (JsonObject)key!))?.DeepClone()).Where(item => item is not null)]);
            if (keys.Count > MostOfAnAnswer)
            {
                var rest = (JsonObject)wanted.DeepClone();
                rest["Keys"] = new JsonArray([.. keys.Skip(MostOfAnAnswer).Select(key => key!.DeepClone())]);
                left[name] = rest;
            }
        }
        return Ok(new() { ["Responses"] = responses, ["UnprocessedKeys"] = left });
    }

    static Answer Write((JsonObject Shape, SortedDictionary<string, JsonObject> Items) table, JsonObject body, string key, Func<JsonObject?, JsonObject> next)
    {
        var stands = table.Items.GetValueOrDefault(key);
        if (!DynamoExpression.Holds(body["ConditionExpression"]?.GetValue<string>(), stands, body))
            return Error(Types + "ConditionalCheckFailedException", "The conditional request failed");
        table.Items[key] = next(stands);
        return Ok([]);
    }

    Answer Query((JsonObject Shape, SortedDictionary<string, JsonObject> Items) table, JsonObject body)
    {
        var index = body["IndexName"]?.GetValue<string>() is { } name ? table.Shape["GlobalSecondaryIndexes"]?.AsArray().FirstOrDefault(known => known!["IndexName"]!.GetValue<string>() == name) : table.Shape;
        if (index is null)
            return Error("com.amazon.coral.validate#ValidationException", $"The table does not have the specified index: {body["IndexName"]}");
        string[] names = [.. KeyNames(index)];
        string[] shown = index == table.Shape ? [] : [.. names.Union(KeyNames(table.Shape))];
        // As in an index: by its sort key, and where that is the same in an order that nobody should go by. An item that lacks a key of it is not in it.
        var found = table.Items.Values
            .Where(item => names.All(item.ContainsKey) && DynamoExpression.Holds(body["KeyConditionExpression"]!.GetValue<string>(), item, body))
            .OrderBy(item => Scalar(item, names[1]), StringComparer.Ordinal).ThenBy(item => Key(table.Shape, item), StringComparer.Ordinal).ToList();
        if (body["ScanIndexForward"]?.GetValue<bool>() == false)
            found.Reverse();
        if (body["ExclusiveStartKey"] is JsonObject last)
            found = [.. found.SkipWhile(item => Key(table.Shape, item) != Key(table.Shape, last)).Skip(1)];
        var page = found.Take(Math.Min(body["Limit"]?.GetValue<int>() ?? int.MaxValue, MostOfAnAnswer)).ToList();
        var answer = new JsonObject { ["Items"] = new JsonArray([.. page.Select(item => shown.Length == 0 ? item.DeepClone() : Only(item, shown))]), ["Count"] = page.Count };
        if (page.Count < found.Count)
            answer["LastEvaluatedKey"] = Only(page[^1], [.. names.Union(KeyNames(table.Shape))]);
        return Ok(answer);
    }

    static IEnumerable<string> KeyNames(JsonNode schema) => schema["KeySchema"]!.AsArray().OrderBy(key => key!["KeyType"]!.GetValue<string>(), StringComparer.Ordinal).Select(key => key!["AttributeName"]!.GetValue<string>());

    static JsonObject Only(JsonObject item, string[] names) => new(names.Select(name => KeyValuePair.Create(name, item[name]?.DeepClone())));

    static string Scalar(JsonObject item, string name) => ((JsonObject)item[name]!).Single().Value!.GetValue<string>();

    static string Key(JsonObject shape, JsonObject attributes) => string.Join('\n', KeyNames(shape).Select(name => Scalar(attributes, name)));

    static Answer Missing(string table) => Error(Types + "ResourceNotFoundException", $"Requested resource not found: Table: {table} not found");

    static Answer Ok(JsonObject body) => new(200, "application/x-amz-json-1.0", JsonSerializer.SerializeToUtf8Bytes(body));

    static Answer Error(string type, string message) => new(400, "application/x-amz-json-1.0", JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["__type"] = type, ["message"] = message }));
}
