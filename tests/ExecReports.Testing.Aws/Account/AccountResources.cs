using System.Text.Json;

namespace ExecReports.Testing.Aws.Account;

/// <summary>An inventory file's lists.</summary>
sealed class AccountResources(JsonElement inventory)
{
    public IReadOnlyList<JsonElement> Functions(string region) => In("functions", region);

    public IReadOnlyList<JsonElement> Tables(string region) => In("tables", region);

    public IReadOnlyList<JsonElement> Buckets { get; } = All(inventory, "buckets");

    public IReadOnlyList<JsonElement> Distributions { get; } = All(inventory, "distributions");

    IReadOnlyList<JsonElement> In(string list, string region) => [.. All(inventory, list).Where(one => one.Text("region") == region)];

    static IReadOnlyList<JsonElement> All(JsonElement inventory, string list) => inventory.TryGetProperty(list, out var all) ? [.. all.EnumerateArray()] : [];
}

static class AccountJson
{
    public static JsonElement? Member(this JsonElement resource, string name) => resource.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? Text(this JsonElement resource, string name) => resource.Member(name)?.GetString();

    public static bool Is(this JsonElement resource, string name) => resource.Member(name)?.GetBoolean() == true;

    public static double? Number(this JsonElement resource, string name) => resource.Member(name)?.GetDouble();

    public static IReadOnlyList<string> Texts(this JsonElement resource, string name) => resource.Member(name) is { } list ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];

    public static IReadOnlyDictionary<string, string> Tags(this JsonElement resource) =>
        resource.Member("tags") is { } tags ? tags.EnumerateObject().ToDictionary(tag => tag.Name, tag => tag.Value.GetString()!) : new Dictionary<string, string>();
}
