using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ExecReports.Portfolio;

namespace ExecReports.Tests.Portfolio;

/// <summary>Whole handoffs and what is read from them. To accept a change: delete the .json, run the test once, and read the difference.</summary>
public class GoldenHandoffTests
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new LineConverter(), new AmountConverter() },
    };

    [Theory]
    [InlineData("harbour-charters")]
    [InlineData("studio-notes")]
    public void A_whole_handoff_is_read_as_agreed(string name)
    {
        var folder = Path.Combine(Folder(), "Golden");
        var handoff = HandoffReader.Read($"agent_handoffs/projects/{name}.md", File.ReadAllBytes(Path.Combine(folder, name + ".md")));
        var actual = JsonSerializer.Serialize(handoff, Options).ReplaceLineEndings("\n") + "\n";
        var golden = Path.Combine(folder, name + ".json");
        if (!File.Exists(golden))
        {
            File.WriteAllText(golden, actual);
            Assert.Fail($"{name}.json was not there and has been written: read it before it is kept");
        }

        Assert.Equal(File.ReadAllText(golden).ReplaceLineEndings("\n"), actual);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    // An amount on one line: "1200–1400 Money, approximate, of 6 (remark)".
    private sealed class AmountConverter : JsonConverter<Amount>
    {
        public override Amount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Amount value, JsonSerializerOptions options) => writer.WriteStringValue(
            string.Create(CultureInfo.InvariantCulture, $"{value.Low}{(value.High == value.Low ? "" : "–" + value.High.ToString(CultureInfo.InvariantCulture))} {value.Unit}")
            + (value.Approximate ? ", approximate" : "") + (value.Limit == AmountLimit.None ? "" : $", {value.Limit}") + (value.Whole is { } whole ? string.Create(CultureInfo.InvariantCulture, $", of {whole}") : "") + (value.Remark is { } remark ? $" ({remark})" : ""));
    }

    private sealed class LineConverter : JsonConverter<SourceLine>
    {
        public override SourceLine Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, SourceLine value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Line);
    }
}
