using System.Text.Json;

namespace Amazon.Protocol;

/// <summary>Reads members of a JSON answer. What is missing or null is null.</summary>
internal static class JsonMembers
{
    /// <summary>A member.</summary>
    public static JsonElement? Member(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A member's text.</summary>
    public static string Text(this JsonElement parent, string name) => parent.Member(name)?.GetString();

    /// <summary>A member's whole number.</summary>
    public static int? Int(this JsonElement parent, string name) => parent.Member(name)?.GetInt32();

    /// <summary>A member's large whole number.</summary>
    public static long? Long(this JsonElement parent, string name) => parent.Member(name)?.GetInt64();

    /// <summary>A member's yes or no.</summary>
    public static bool? Bool(this JsonElement parent, string name) => parent.Member(name)?.GetBoolean();

    /// <summary>A list's items; null where the list is missing.</summary>
    public static List<T> List<T>(this JsonElement parent, string name, Func<JsonElement, T> read) =>
        parent.Member(name) is { } list ? [.. list.EnumerateArray().Select(read)] : null;

    /// <summary>A map of texts; null where it is missing.</summary>
    public static Dictionary<string, string> Map(this JsonElement parent, string name) =>
        parent.Member(name) is { } map ? map.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString()) : null;
}
