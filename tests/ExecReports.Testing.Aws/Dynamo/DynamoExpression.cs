using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ExecReports.Testing.Aws.Dynamo;

/// <summary>The part of DynamoDB's expressions that the ledger uses: comparisons and BETWEEN joined by AND, attribute_not_exists, SET and REMOVE of paths.</summary>
static partial class DynamoExpression
{
    /// <summary>Whether a condition holds for an item; null: there is no item.</summary>
    public static bool Holds(string? condition, JsonObject? item, JsonObject request)
    {
        if (condition is null)
            return true;
        return Between().Replace(condition, "$1 >= $2 AND $1 <= $3").Split(" AND ", StringSplitOptions.TrimEntries).All(part =>
        {
            if (part.StartsWith("attribute_not_exists(", StringComparison.Ordinal))
                return item is null || At(item, Path(part["attribute_not_exists(".Length..^1], request)) is null;
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length != 3)
                throw new FormatException($"'{part}' is no condition that this server knows");
            var (found, wanted) = (item is null ? null : At(item, Path(words[0], request)), Value(words[2], request));
            return found is not null && words[1] switch
            {
                "=" => JsonNode.DeepEquals(found, wanted),
                "<=" => string.CompareOrdinal(Text(found), Text(wanted)) <= 0,
                ">=" => string.CompareOrdinal(Text(found), Text(wanted)) >= 0,
                var other => throw new FormatException($"'{other}' is no comparison that this server knows"),
            };
        });
    }

    /// <summary>The item after an update.</summary>
    public static JsonObject Update(string expression, JsonObject item, JsonObject request)
    {
        var next = (JsonObject)item.DeepClone();
        var remove = expression.IndexOf(" REMOVE ", StringComparison.Ordinal);
        var sets = (remove < 0 ? expression : expression[..remove])["SET ".Length..];
        foreach (var set in sets.Split(", "))
        {
            var words = set.Split(" = ");
            var path = Path(words[0], request);
            Parent(next, path)[path[^1]] = Value(words[1], request).DeepClone();
        }
        foreach (var path in remove < 0 ? [] : expression[(remove + " REMOVE ".Length)..].Split(", ").Select(text => Path(text, request)))
            Parent(next, path).Remove(path[^1]);
        return next;
    }

    static string[] Path(string text, JsonObject request) =>
        [.. text.Trim().Split('.').Select(name => name.StartsWith('#') ? request["ExpressionAttributeNames"]![name]!.GetValue<string>() : name)];

    static JsonNode Value(string name, JsonObject request) => request["ExpressionAttributeValues"]![name]!;

    static string Text(JsonNode value) => ((JsonObject)value).Single().Value!.GetValue<string>();

    static JsonNode? At(JsonObject item, string[] path)
    {
        JsonNode? at = item[path[0]];
        foreach (var name in path.Skip(1))
            at = at?["M"]?[name];
        return at;
    }

    static JsonObject Parent(JsonObject item, string[] path)
    {
        var at = item;
        foreach (var name in path.SkipLast(1))
            at = (JsonObject)(at[name]?["M"] ?? throw new FormatException("The document path provided in the update expression is invalid for update"));
        return at;
    }

    [GeneratedRegex(@"(\S+) BETWEEN (\S+) AND (\S+)")]
    private static partial Regex Between();
}
