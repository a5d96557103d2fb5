using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MimeKit;

namespace EndToEnd.Golden;

/// <summary>An archived report with a fixed word for whatever no two runs have in common: the run's id, the time at which it was made, and the pictures, whose findings stand in their texts.</summary>
internal sealed partial class SampleReport(string output, string report)
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A form of the report: the mail's <c>html</c> or <c>txt</c>, the archived <c>md</c>, or the figures as short <c>json</c>.</summary>
    public async Task<string> ReadAsync(string extension, CancellationToken cancellation) => extension switch
    {
        "md" => await File.ReadAllTextAsync(Archived("md"), cancellation),
        "json" => Figures(JsonNode.Parse(await File.ReadAllTextAsync(Archived("json"), cancellation))!.AsObject()),
        "txt" => WithoutCarriageReturns((await MailAsync(cancellation)).TextBody!),
        "html" => Times().Replace(Pictures().Replace(WithoutCarriageReturns((await MailAsync(cancellation)).HtmlBody!), "cid:picture"), "TIME"),
        _ => throw new ArgumentOutOfRangeException(nameof(extension), extension, "html, txt, md or json"),
    };

    private Task<MimeMessage> MailAsync(CancellationToken cancellation) => MimeMessage.LoadAsync(Archived("eml"), cancellation);

    private string Archived(string extension) => Directory.EnumerateFiles(Path.Combine(output, "exec-reports"), $"*Z-{report}.{extension}", SearchOption.AllDirectories).Single();

    private static string WithoutCarriageReturns(string text) => text.Replace("\r", "", StringComparison.Ordinal);

    // One figure, decision or gap a line. Of sources there are the places, of inputs their number: what they are is the same again for every sum over them.
    private static string Figures(JsonObject document)
    {
        document["run_id"] = "RUN";
        document["generated_timestamp"] = "TIME";
        return "{\n" + string.Join(",\n", document.Select(part => $"\"{part.Key}\": {Value(part.Value)}")) + "\n}\n";
    }

    private static string Value(JsonNode? value) =>
        value is JsonArray { Count: > 0 } items ? "[\n" + string.Join(",\n", items.Select(item => "  " + Text(Short(item!.AsObject())))) + "\n]" : Text(value);

    private static JsonObject Short(JsonObject item)
    {
        if (item["sources"] is JsonArray sources)
            item["sources"] = string.Join(" ", sources.Select(source => (string?)source!["location"]));
        if (item["inputs"] is JsonArray inputs)
            item["inputs"] = inputs.Count;
        return item;
    }

    private static string Text(JsonNode? node) => node?.ToJsonString(s_readable) ?? "null";

    [GeneratedRegex("cid:[^\"]+@reports")]
    private static partial Regex Pictures();

    // In the names of archived files, to which a mail that is too long points.
    [GeneratedRegex(@"\d{8}T\d{9}Z")]
    private static partial Regex Times();
}
