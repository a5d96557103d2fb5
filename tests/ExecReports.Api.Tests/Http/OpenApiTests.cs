using System.Text.Json;
using ExecReports.Api.Tests.Serve;

namespace ExecReports.Api.Tests.Http;

public class OpenApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task The_document_and_the_routes_are_the_same_set()
    {
        using var answer = await server.Client.GetAsync("/api/openapi.json", RunningServer.Stop);
        var document = await RunningServer.JsonOf(answer);

        Assert.Equal("3.1.0", document.GetProperty("openapi").GetString());
        var described = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation =>
            $"{operation.Name.ToUpperInvariant()} {path.Name} {operation.Value.GetProperty("operationId").GetString()} {operation.Value.GetProperty("x-role").GetString()}"));
        var served = ApiRoutes.Of(null!).Select(route => $"{route.Method} {route.Pattern} {route.Operation} {route.Role.ToString().ToLowerInvariant()}");
        Assert.Equal(served.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_reference_of_the_document_leads_somewhere()
    {
        using var answer = await server.Client.GetAsync("/api/openapi.json", RunningServer.Stop);
        var document = await RunningServer.JsonOf(answer);

        foreach (var reference in References(document))
        {
            var place = document;
            foreach (var part in reference.Split('/').Skip(1))
                Assert.True(place.TryGetProperty(part, out place), reference);
        }
    }

    [Fact]
    public async Task The_answers_have_the_fields_that_the_document_says()
    {
        using var described = await server.Client.GetAsync("/api/openapi.json", RunningServer.Stop);
        var document = await RunningServer.JsonOf(described);
        var id = await server.StartRunAsync(new { reports = new[] { "ceo" } });
        await server.EndedAsync(id);

        var schemas = document.GetProperty("components").GetProperty("schemas");
        foreach (var (address, schema) in new[]
        {
            ("/api/runs", "RunPage"), ($"/api/runs/{id}", "Run"), ($"/api/runs/{id}/history", "RunHistory"), ("/api/reports", "ReportList"),
            ("/api/reports/ceo", "ReportEditions"), ("/api/ledger", "LedgerPage"), ("/api/schedules", "ScheduleList"), ("/api/health", "Health"), ("/api/ready", "Readiness"), ("/api/runs?limit=0", "Problem"),
        })
        {
            using var answer = await server.Client.GetAsync(address, RunningServer.Stop);
            Compare(document, schemas.GetProperty(schema), await RunningServer.JsonOf(answer), address);
        }
    }

    private static void Compare(JsonElement document, JsonElement schema, JsonElement value, string place)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        if (schema.TryGetProperty("enum", out var words))
            Assert.Contains(value.GetString(), words.EnumerateArray().Select(word => word.GetString()));
        if (schema.TryGetProperty("required", out var required))
            Assert.All(required.EnumerateArray(), name => Assert.True(value.TryGetProperty(name.GetString()!, out _), $"{place} lacks {name}"));
        if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
        {
            foreach (var field in value.EnumerateObject())
            {
                Assert.True(properties.TryGetProperty(field.Name, out var described), $"{place}.{field.Name} is not described");
                Compare(document, described, field.Value, $"{place}.{field.Name}");
            }
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                Compare(document, schema.GetProperty("items"), item, $"{place}[]");
        }
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => field.Name == "$ref" ? [field.Value.GetString()!] : References(field.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
