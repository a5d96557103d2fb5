using System.Text.Json;
using System.Text.Json.Serialization;
using ExecReports.Analysis;
using ExecReports.Reports;
using ExecReports.Reports.Changes;
using ExecReports.Reports.Decisions;

namespace ExecReports.Rendering;

/// <summary>The figures of one report as they are archived: what the next report compares with, and what a machine reads.</summary>
public sealed record FiguresDocument
{
    /// <summary>Version of this shape.</summary>
    public int Schema { get; init; } = 2;
    /// <summary>Template id, for a domain report with <c>-&lt;entity id&gt;</c> behind it.</summary>
    public required string ReportType { get; init; }
    /// <summary>Title.</summary>
    public required string Title { get; init; }
    /// <summary>The day that the report speaks about.</summary>
    public required DateOnly AsOf { get; init; }
    /// <summary>Fixed once per run, UTC.</summary>
    public required DateTimeOffset GeneratedTimestamp { get; init; }
    /// <summary>The run.</summary>
    public required string RunId { get; init; }
    /// <summary>SHA-256 of the template.</summary>
    public required string TemplateVersion { get; init; }
    /// <summary>ISO 4217 code of every amount of money.</summary>
    public required string Currency { get; init; }
    /// <summary>The summary, plain text.</summary>
    public required string Summary { get; init; }
    /// <summary>The decisions that it opens with.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];
    /// <summary>The figures in the report's order.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }
    /// <summary>What is open at the report's date, with the date of the first report that had it; null: an older edition, which kept none.</summary>
    public IReadOnlyList<OpenItem>? Open { get; init; }
    /// <summary>What has changed since the last report.</summary>
    public SinceLast? Since { get; init; }
    /// <summary>What could not be read, and what is not tracked.</summary>
    public IReadOnlyList<DataGap> Gaps { get; init; } = [];
    /// <summary>What was used.</summary>
    public IReadOnlyList<SourceUse> Sources { get; init; } = [];

    /// <summary>The figure of this document that another report's figure is: by id, in the same unit. Null: it has none.</summary>
    internal Figure? Same(Figure figure) => Figures.FirstOrDefault(one => one.Id == figure.Id && one.Unit == figure.Unit);

    /// <summary>As JSON: UTF-8, indented, keys in the order of this record; the same figures give the same bytes.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, FiguresJson.Default.FiguresDocument);

    /// <summary>Reads what <see cref="ToJson"/> wrote; throws <see cref="JsonException"/> where it is something else.</summary>
    public static FiguresDocument Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, FiguresJson.Default.FiguresDocument) ?? throw new JsonException("The document is null; expected figures.");
}

/// <summary>JSON of <see cref="FiguresDocument"/>, generated at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    WriteIndented = true,
    NewLine = "\n",
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FiguresDocument))]
internal sealed partial class FiguresJson : JsonSerializerContext;
