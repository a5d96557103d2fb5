using System.Text.Json;
using System.Text.Json.Nodes;
using ExecReports.Schemas;
using Json.Schema;

namespace ExecReports.Tests.Schemas;

/// <summary>Our checker against a full validator, on the product's own schemas: valid documents, and each with one thing broken.</summary>
public class JsonShapeTests
{
    const string Inventory = """
        { "$schema": "s", "collectedAt": "2026-11-24T06:00:00Z", "source": "s", "priceSource": null, "gaps": ["a"],
          "functions": [{ "name": "a", "region": null, "tags": { "k": "v" }, "costPerMonth": 3.1, "runtime": "go1.x", "memoryMb": 128, "lastModified": "2026-10-02T09:30:00+02:00", "invocations": 1, "errors": 0 }],
          "buckets": [{ "name": "b", "encrypted": true, "versioned": null, "public": false, "bytes": 1, "objects": 2, "requests": 3 }],
          "distributions": [{ "name": "c", "aliases": ["x"], "minimumTls": "TLSv1", "origins": [], "status": "Deployed", "enabled": true, "lastModified": null, "requests": 0 }],
          "tables": [{ "name": "d", "billingMode": "PROVISIONED", "bytes": 1, "items": 2, "pointInTimeRecovery": true, "indexes": ["i"], "readUnits": 1.5, "writeUnits": 0 }] }
        """;

    const string Operations = """
        { "collectedAt": "2026-11-24T06:00:00Z", "source": "s", "gaps": [],
          "events": [{ "id": "T", "entity": "e", "kind": "k", "boat": null, "start": "2026-11-28", "end": "2026-11-29", "state": "done", "guests": 6, "waiversSigned": 6, "value": 1.5, "deposit": null, "bookedOn": null, "crew": [{ "role": "Captain", "filled": true }] }],
          "boats": [{ "name": "B", "entity": "e", "unavailable": [{ "from": "2026-12-10", "to": "2026-12-14", "why": "haul-out" }] }] }
        """;

    static readonly string[] Replacements =
    [
        "null", "true", "0", "-1", "1.5", "1.0", "1e3", "1e17", "\"\"", "\"x\"", "\"2026-11-24\"", "\"2026-02-30\"", "\"2026-11-24T06:00:00Z\"", "\"2026-11-24T06:00:00\"", "\"2026-11-24T25:00:00Z\"",
        "\"booked\"", "\"Booked\"", "[]", "[1]", "[\"a\"]", "{}", "{\"a\":1}", "{\"a\":\"b\"}",
    ];

    [Theory]
    [InlineData("inventory", Inventory)]
    [InlineData("operations", Operations)]
    public void Its_verdict_is_that_of_a_full_validator_whatever_one_value_is_replaced_by(string name, string valid)
    {
        var ours = JsonShape.Embedded(name);
        using var stream = typeof(JsonShape).Assembly.GetManifestResourceStream($"schemas/{name}.schema.json")!;
        using var text = new StreamReader(stream);
        var theirs = JsonSchema.FromText(text.ReadToEnd());
        var options = new EvaluationOptions { RequireFormatValidation = true };
        var checkedDocuments = 0;
        var broken = 0;

        void Compare(string json)
        {
            using var document = JsonDocument.Parse(json);
            var expected = theirs.Evaluate(document.RootElement, options).IsValid;
            var errors = ours.Check(document.RootElement);
            Assert.True(expected == (errors.Count == 0), $"{json}\nfull validator: {expected}, ours: {string.Join("; ", errors)}");
            checkedDocuments++;
            broken += expected ? 0 : 1;
        }

        Compare(valid);
        foreach (var path in Paths(JsonNode.Parse(valid)!, []).ToList())
        {
            foreach (var replacement in Replacements)
                Compare(Changed(valid, path, replacement));
            Compare(Changed(valid, path, null));
        }

        Assert.True(checkedDocuments > 500 && broken > 300, $"{checkedDocuments} documents, {broken} of them broken");
    }

    [Fact]
    public void A_place_is_told_as_a_JSON_pointer()
    {
        using var document = JsonDocument.Parse("""{ "collectedAt": "2026-11-24T06:00:00Z", "functions": [{ "name": "a", "tags": { "x/y~z": 1 } }] }""");

        Assert.Equal("/functions/0/tags/x~1y~0z", Assert.Single(JsonShape.Embedded("inventory").Check(document.RootElement)).Path);
    }

    static IEnumerable<object[]> Paths(JsonNode? node, object[] path)
    {
        if (path.Length > 0)
            yield return path;
        var inner = node switch
        {
            JsonObject item => item.Append(new("unheard-of", null)).SelectMany(property => Paths(property.Value, [.. path, property.Key])),
            JsonArray list => list.SelectMany((item, index) => Paths(item, [.. path, index])),
            _ => [],
        };
        foreach (var one in inner)
            yield return one;
    }

    // Replaces one value, or removes it.
    static string Changed(string json, object[] path, string? replacement)
    {
        var root = JsonNode.Parse(json)!;
        var owner = path[..^1].Aggregate(root, (node, step) => step is int index ? node[index]! : node[(string)step]!);
        if (path[^1] is int last)
        {
            if (replacement is null)
                owner.AsArray().RemoveAt(last);
            else
                owner[last] = JsonNode.Parse(replacement);
        }
        else if (replacement is null)
        {
            owner.AsObject().Remove((string)path[^1]);
        }
        else
        {
            owner[(string)path[^1]] = JsonNode.Parse(replacement);
        }

        return root.ToJsonString();
    }
}
