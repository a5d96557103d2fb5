using System.Text.Json;
using ExecReports.Api.Http;

namespace ExecReports.Api.Deliveries;

/// <summary>What an operator sends again, and why.</summary>
/// <param name="Why">Why; it is recorded with each delivery.</param>
/// <param name="Unknown">Ids of unknown deliveries to send again, although they may have arrived; empty: what failed or is pending in the run.</param>
internal sealed record ResendBody(string Why, IReadOnlyList<string> Unknown)
{
    private const int Most = 50;

    /// <summary>Reads the body, and adds every fault to <paramref name="errors"/>.</summary>
    public static ResendBody Read(JsonElement body, FieldErrors errors)
    {
        foreach (var property in body.EnumerateObject().Where(property => property.Name is not ("why" or "unknown")))
            errors.Add(property.Name.Length <= Most ? property.Name : "$", "There is no such field. Fields: why, unknown.");

        var why = body.TryGetProperty("why", out var reason) && reason.ValueKind == JsonValueKind.String ? reason.GetString()! : "";
        if (string.IsNullOrWhiteSpace(why))
            errors.Add("why", "why must say in one line why it is sent again; it is recorded with each delivery.");
        if (!body.TryGetProperty("unknown", out var list) || list.ValueKind == JsonValueKind.Null)
            return new ResendBody(why, []);
        if (list.ValueKind == JsonValueKind.Array && list.GetArrayLength() is > 0 and <= Most && list.EnumerateArray().All(id => id.ValueKind == JsonValueKind.String))
            return new ResendBody(why, [.. list.EnumerateArray().Select(id => id.GetString()!)]);
        errors.Add("unknown", $"unknown must be a list of 1 to {Most} ids of unknown deliveries, as GET /api/ledger shows them; leave it out for what failed.");
        return new ResendBody(why, []);
    }
}
