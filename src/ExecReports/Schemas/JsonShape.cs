using System.Globalization;
using System.Text.Json;

namespace ExecReports.Schemas;

/// <summary>A place in a JSON document that breaks its schema.</summary>
/// <param name="Path">JSON pointer into the document, such as <c>/events/3/start</c>; empty for the document itself.</param>
/// <param name="Found">What stands there, shortened.</param>
/// <param name="Expected">What the schema wants.</param>
public sealed record ShapeError(string Path, string Found, string Expected)
{
    /// <summary>Whether the schema does not know the property; its record can be read without it.</summary>
    public bool UnknownProperty { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{(Path.Length == 0 ? "/" : Path)}: found {Found}; expected {Expected}";
}

/// <summary>
/// Checks a JSON document against one of the product's own schemas. It knows the keywords that these use (type, enum, required, properties, additionalProperties,
/// items, minimum, maximum, minLength, format date and date-time, $ref to $defs); a test holds its verdicts equal to those of a full validator.
/// Why it is ours: <c>docs/decisions/0004-schema-check.md</c>.
/// </summary>
public sealed class JsonShape
{
    readonly JsonElement schema;
    readonly JsonElement definitions;

    /// <summary>Takes a schema; its definitions stand under <c>$defs</c>.</summary>
    public JsonShape(JsonElement schema)
    {
        this.schema = schema;
        schema.TryGetProperty("$defs", out definitions);
    }

    /// <summary>Reads one of the embedded schemas, such as <c>inventory</c>.</summary>
    public static JsonShape Embedded(string name)
    {
        var resource = $"schemas/{name}.schema.json";
        using var stream = typeof(JsonShape).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly holds no resource {resource}.");
        using var document = JsonDocument.Parse(stream);
        return new JsonShape(document.RootElement.Clone());
    }

    /// <summary>Every place of <paramref name="value"/> that breaks the schema, in the document's order; none if it is valid.</summary>
    public IReadOnlyList<ShapeError> Check(JsonElement value)
    {
        var errors = new List<ShapeError>();
        Check(schema, value, "", errors);
        return errors;
    }

    void Check(JsonElement rule, JsonElement value, string path, List<ShapeError> errors)
    {
        if (rule.ValueKind == JsonValueKind.True)
            return;
        if (rule.TryGetProperty("$ref", out var reference))
            Check(definitions.GetProperty(reference.GetString()!["#/$defs/".Length..]), value, path, errors);
        if (rule.TryGetProperty("type", out var type) && !HasType(value, type))
        {
            errors.Add(new ShapeError(path, Show(value), Words(type)));
            return;
        }

        if (rule.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
            errors.Add(new ShapeError(path, Show(value), "one of " + string.Join(", ", values.EnumerateArray().Select(one => one.ToString()))));
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckObject(rule, value, path, errors);
                break;
            case JsonValueKind.Array when rule.TryGetProperty("items", out var items):
                var index = 0;
                foreach (var item in value.EnumerateArray())
                    Check(items, item, string.Create(CultureInfo.InvariantCulture, $"{path}/{index++}"), errors);
                break;
            case JsonValueKind.String:
                CheckString(rule, value, path, errors);
                break;
            case JsonValueKind.Number:
                CheckNumber(rule, value, path, errors);
                break;
        }
    }

    void CheckObject(JsonElement rule, JsonElement value, string path, List<ShapeError> errors)
    {
        if (rule.TryGetProperty("required", out var required))
            foreach (var name in required.EnumerateArray())
                if (!value.TryGetProperty(name.GetString()!, out _))
                    errors.Add(new ShapeError(path, $"no “{name.GetString()}”", $"a property “{name.GetString()}”"));

        var known = rule.TryGetProperty("properties", out var properties);
        foreach (var property in value.EnumerateObject())
        {
            var inner = $"{path}/{Escape(property.Name)}";
            if (known && properties.TryGetProperty(property.Name, out var propertyRule))
                Check(propertyRule, property.Value, inner, errors);
            else if (!rule.TryGetProperty("additionalProperties", out var additional))
                continue;
            else if (additional.ValueKind == JsonValueKind.False)
                errors.Add(new ShapeError(inner, $"a property “{property.Name}” ({Show(property.Value)})", "one of " + string.Join(", ", properties.EnumerateObject().Select(one => one.Name)))
                {
                    UnknownProperty = true,
                });
            else
                Check(additional, property.Value, inner, errors);
        }
    }

    static void CheckString(JsonElement rule, JsonElement value, string path, List<ShapeError> errors)
    {
        var text = value.GetString()!;
        if (rule.TryGetProperty("minLength", out var least) && text.Length < least.GetInt32())
            errors.Add(new ShapeError(path, Show(value), "a text that is not empty"));
        if (!rule.TryGetProperty("format", out var format))
            return;
        if (format.ValueEquals("date") && !IsDate(text))
            errors.Add(new ShapeError(path, Show(value), "a day, such as 2026-11-24"));
        if (format.ValueEquals("date-time") && !IsMoment(text))
            errors.Add(new ShapeError(path, Show(value), "a moment with its offset, such as 2026-11-24T06:00:00Z"));
    }

    static void CheckNumber(JsonElement rule, JsonElement value, string path, List<ShapeError> errors)
    {
        var number = value.GetDouble();
        if (rule.TryGetProperty("minimum", out var least) && number < least.GetDouble())
            errors.Add(new ShapeError(path, Show(value), $"at least {least}"));
        if (rule.TryGetProperty("maximum", out var most) && number > most.GetDouble())
            errors.Add(new ShapeError(path, Show(value), $"at most {most}"));
    }

    static bool HasType(JsonElement value, JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(one => HasType(value, one))
        : type.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
            var other => throw new InvalidOperationException($"The schema uses the type {other}, which is not known here."),
        };

    static string Words(JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? string.Join(" or ", type.EnumerateArray().Select(Words))
        : type.GetString() switch
        {
            "object" => "an object { … }",
            "array" => "a list [ … ]",
            "string" => "a text",
            "boolean" => "true or false",
            "number" => "a number",
            "integer" => "a whole number",
            var other => other!,
        };

    static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // RFC 3339: the offset is not optional; without one the moment would be read in this machine's zone.
    static bool IsMoment(string text) =>
        text.Length >= 20 && text[10] is 'T' or 't' && (text[^1] is 'Z' or 'z' || (text[^6] is '+' or '-' && text[^3] == ':'))
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    static string Show(JsonElement value)
    {
        var raw = value.GetRawText();
        return raw.Length <= 60 ? raw : raw[..57] + "…";
    }

    // RFC 6901.
    static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
