using System.Text.Json;
using ExecReports.Testing.Aws.Wire;

namespace ExecReports.Testing.Aws.Account;

/// <summary>DynamoDB, as far as tables are listed and described.</summary>
sealed class TableAnswers(AccountResources resources)
{
    public Answer Answer(AccountRequest request)
    {
        var action = "dynamodb:" + request.Request.Action;
        if (request.Denied.Contains(action))
            return Refused("com.amazon.coral.service#AccessDeniedException", $"User: arn:aws:iam::123456789012:user/test is not authorized to perform: {action}");
        using var body = JsonDocument.Parse(request.Request.Body);
        var tables = resources.Tables(request.Region);
        if (request.Request.Action == "ListTables")
            return List(request, tables, body.RootElement.Text("ExclusiveStartTableName"));
        var asked = body.RootElement.Text("TableName") ?? body.RootElement.Text("ResourceArn")?.Split('/')[^1];
        if (tables.All(table => table.Text("name") != asked))
            return Refused("com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", $"Requested resource not found: Table: {asked} not found");
        var found = tables.First(table => table.Text("name") == asked);
        return request.Request.Action switch
        {
            "DescribeTable" => Json(new { Table = Description(request.Region, found) }),
            "DescribeContinuousBackups" => Json(new
            {
                ContinuousBackupsDescription = new
                {
                    ContinuousBackupsStatus = "ENABLED",
                    PointInTimeRecoveryDescription = new { PointInTimeRecoveryStatus = found.Is("pointInTimeRecovery") ? "ENABLED" : "DISABLED" },
                },
            }),
            "ListTagsOfResource" => Json(new { Tags = found.Tags().Select(tag => new { tag.Key, tag.Value }) }),
            _ => Refused("com.amazon.coral.service#UnknownOperationException", request.Request.Action),
        };
    }

    static Answer List(AccountRequest request, IReadOnlyList<JsonElement> tables, string? after)
    {
        string[] rest = [.. tables.Select(table => table.Text("name")!).Order(StringComparer.Ordinal).Where(name => after is null || string.CompareOrdinal(name, after) > 0)];
        return Json(rest.Length > request.PageSize
            ? new Dictionary<string, object> { ["TableNames"] = rest[..request.PageSize], ["LastEvaluatedTableName"] = rest[request.PageSize - 1] }
            : new Dictionary<string, object> { ["TableNames"] = rest });
    }

    static Dictionary<string, object> Description(string region, JsonElement table)
    {
        var description = new Dictionary<string, object>
        {
            ["TableName"] = table.Text("name")!,
            ["TableArn"] = $"arn:aws:dynamodb:{region}:123456789012:table/{table.Text("name")}",
            ["TableStatus"] = "ACTIVE",
            ["TableSizeBytes"] = (long)(table.Number("bytes") ?? 0),
            ["ItemCount"] = (long)(table.Number("items") ?? 0),
            ["ProvisionedThroughput"] = new { ReadCapacityUnits = table.Text("billingMode") == "PROVISIONED" ? 5 : 0, WriteCapacityUnits = table.Text("billingMode") == "PROVISIONED" ? 2 : 0 },
        };
        // A table that always was provisioned says nothing of its mode.
        if (table.Text("billingMode") == "PAY_PER_REQUEST")
            description["BillingModeSummary"] = new { BillingMode = "PAY_PER_REQUEST" };
        if (table.Texts("indexes") is { Count: > 0 } indexes)
            description["GlobalSecondaryIndexes"] = indexes.Select(name => new { IndexName = name, IndexStatus = "ACTIVE" });
        return description;
    }

    static Answer Json(object body) => Wire.Answer.Json(200, JsonSerializer.Serialize(body)) with { ContentType = "application/x-amz-json-1.0" };

    static Answer Refused(string type, string message) =>
        Wire.Answer.Json(400, JsonSerializer.Serialize(new Dictionary<string, string> { ["__type"] = type, ["message"] = message })) with { ContentType = "application/x-amz-json-1.0" };
}
