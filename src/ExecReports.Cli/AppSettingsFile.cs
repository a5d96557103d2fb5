using System.Text.Json;

namespace ExecReports.Cli;

/// <summary>An <c>appsettings.json</c> in the current folder: settings by name, at its top or in an <c>ExecReports</c> object. The lowest of all sources.</summary>
internal static class AppSettingsFile
{
    public const string Name = "appsettings.json";

    /// <summary>Its settings; empty if it is not there.</summary>
    /// <exception cref="UsageException">It is no JSON object. No value is repeated.</exception>
    public static IReadOnlyDictionary<string, string> ReadIfThere(string path)
    {
        if (!File.Exists(path))
            return new Dictionary<string, string>();

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new UsageException($"{path}: a JSON object with settings by name is expected.");

            var values = Texts(document.RootElement);
            if (document.RootElement.TryGetProperty("ExecReports", out var inner) && inner.ValueKind == JsonValueKind.Object)
            {
                foreach (var (name, value) in Texts(inner))
                    values[name] = value;
            }

            return values;
        }
        catch (JsonException broken)
        {
            throw new UsageException($"{path}:{broken.LineNumber + 1}: this is no JSON.");
        }
    }

    // Other programs keep objects and lists there: what is no text is none of ours.
    private static Dictionary<string, string> Texts(JsonElement element) => element.EnumerateObject()
        .Where(property => property.Value.ValueKind == JsonValueKind.String && property.Value.GetString() is { Length: > 0 })
        .GroupBy(property => property.Name)
        .ToDictionary(group => group.Key, group => group.Last().Value.GetString()!);
}
