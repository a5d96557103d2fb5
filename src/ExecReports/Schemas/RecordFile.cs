using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ExecReports.Schemas;

/// <summary>
/// A JSON file of record lists, checked against its schema. A record that breaks the schema costs only itself: it is left out and told in <see cref="Gaps"/>,
/// with its path, what was found and what was expected. A property that is not known is told too, but its record is read.
/// </summary>
public sealed class RecordFile : IDisposable
{
    const int LongestRecord = 2_000;

    static readonly JsonDocumentOptions Generous = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    readonly JsonDocument document;
    readonly HashSet<string> broken = [];
    readonly List<string> gaps = [];

    RecordFile(JsonDocument document, JsonShape shape)
    {
        this.document = document;
        foreach (var error in shape.Check(document.RootElement))
        {
            var owner = Owner(error.Path);
            if (error.UnknownProperty)
                gaps.Add(Name(owner) is { } name ? $"{error}; “{name}” is read without it" : error.ToString());
            else
                gaps.Add(broken.Add(owner) ? WithRecord(error.ToString(), owner) : error.ToString());
        }
    }

    /// <summary>What could not be read, so far.</summary>
    public IReadOnlyList<string> Gaps => gaps;

    /// <summary>Parses a file. Text that is no JSON object throws <see cref="SourceFileException"/> with its line.</summary>
    /// <param name="utf8">The file's bytes, with or without a byte order mark.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="shape">Its schema.</param>
    public static RecordFile Parse(ReadOnlyMemory<byte> utf8, string name, JsonShape shape)
    {
        var bytes = utf8.Span;
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw new SourceFileException($"{name}:1: the file is UTF-16; save it as UTF-8.");
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            utf8 = utf8[3..];
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(utf8, Generous);
        }
        catch (JsonException exception)
        {
            var line = (exception.LineNumber ?? 0) + 1;
            throw new SourceFileException(string.Create(CultureInfo.InvariantCulture, $"{name}:{line}: not JSON: {Reason(exception)}"), exception);
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
            return new RecordFile(document, shape);
        var kind = document.RootElement.ValueKind;
        document.Dispose();
        throw new SourceFileException($"{name}:1: found a JSON {kind.ToString().ToLowerInvariant()}; expected an object {{ … }}.");
    }

    /// <summary>A moment at the top of the file, in UTC; <paramref name="otherwise"/> where it is missing or broken (the gap is already told).</summary>
    public DateTimeOffset Moment(string property, DateTimeOffset otherwise) =>
        !broken.Contains("/" + property) && document.RootElement.TryGetProperty(property, out var value) ? value.GetDateTimeOffset().ToUniversalTime() : otherwise;

    /// <summary>A text at the top of the file; null where it is missing or broken.</summary>
    public string? Text(string property) =>
        !broken.Contains("/" + property) && document.RootElement.TryGetProperty(property, out var value) ? value.GetString() : null;

    /// <summary>The records of a list that keep to the schema, with their paths.</summary>
    /// <param name="property">The list's name.</param>
    /// <param name="type">The record's type.</param>
    /// <param name="complete">Sets what the record left out: source-generated JSON gives init-only properties null, whatever their initialisers say.</param>
    public IReadOnlyList<(string Path, T Record)> Records<T>(string property, JsonTypeInfo<T> type, Func<T, T> complete)
        where T : class
    {
        if (broken.Contains("/" + property) || !document.RootElement.TryGetProperty(property, out var list))
            return [];
        var records = new List<(string, T)>(list.GetArrayLength());
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/{property}/{index++}");
            if (broken.Contains(path))
                continue;
            try
            {
                records.Add((path, complete(item.Deserialize(type)!)));
            }
            catch (JsonException exception)
            {
                // The schema lets through what a number type cannot hold, 1.0 for a count for example.
                gaps.Add(WithRecord($"{path}{exception.Path?.TrimStart('$').Replace('.', '/')}: found a value that does not fit; expected a plain number without a fraction or an exponent", path));
            }
        }

        return records;
    }

    /// <summary>The texts of a list at the top of the file.</summary>
    public IEnumerable<string> Texts(string property) =>
        document.RootElement.TryGetProperty(property, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    /// <summary>Adds to the gaps.</summary>
    public void Tell(string path, string found, string expected) => gaps.Add(new ShapeError(path, found, expected).ToString());

    /// <summary>Adds a record that the caller leaves out to the gaps, with all that it holds.</summary>
    public void LeaveOut(string path, string found, string expected) => gaps.Add(WithRecord(new ShapeError(path, found, expected).ToString(), Owner(path)));

    /// <inheritdoc/>
    public void Dispose() => document.Dispose();

    // A list's record at a path such as "/events/3"; null for any other path.
    JsonElement? Record(string path)
    {
        var parts = path.Split('/');
        return parts.Length == 3 && document.RootElement.TryGetProperty(parts[1], out var list) && list.ValueKind == JsonValueKind.Array
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.GetArrayLength() ? list[index] : null;
    }

    // What a reader knows a record by.
    string? Name(string path)
    {
        if (Record(path) is not { ValueKind: JsonValueKind.Object } record)
            return null;
        foreach (var property in (ReadOnlySpan<string>)["name", "id"])
        {
            if (record.TryGetProperty(property, out var name) && name.ValueKind == JsonValueKind.String)
                return name.GetString();
        }

        return null;
    }

    // A record that is left out is told whole, so that nothing of it is lost; where it is very long, its beginning. A plain value stands in the error already.
    string WithRecord(string gap, string path)
    {
        if (Record(path) is not { ValueKind: JsonValueKind.Object } record)
            return gap;
        var text = string.Join(' ', record.GetRawText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"{gap}; left out: {(text.Length <= LongestRecord ? text : text[..LongestRecord] + "…")}";
    }

    // What an error costs: "/events/3/start" its record "/events/3", "/collectedAt" that property. What is missing at the top has the path "".
    static string Owner(string path)
    {
        var second = path.Length == 0 ? -1 : path.IndexOf('/', 1);
        var third = second < 0 ? -1 : path.IndexOf('/', second + 1);
        return third < 0 ? path : path[..third];
    }

    // The framework's message ends with "LineNumber: n | BytePositionInLine: n", counted from 0; the line stands in front already.
    static string Reason(JsonException exception)
    {
        var end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? exception.Message : exception.Message[..end];
    }
}
