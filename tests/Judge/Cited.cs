using System.Text.Json;

namespace Judge;

/// <summary>A figure as it was archived, and what stands at the places that it cites.</summary>
internal sealed class Cited(Portfolio portfolio, JsonElement report, JsonElement figure)
{
    public Portfolio Portfolio => portfolio;

    public JsonElement Figure => figure;

    public string Report { get; } = report.GetProperty("report_type").GetString()!;

    public string Id { get; } = figure.GetProperty("id").GetString()!;

    public string Unit { get; } = figure.GetProperty("unit").GetString()!;

    public DateOnly AsOf { get; } = DateOnly.Parse(report.GetProperty("as_of").GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Its value; null if it is unknown.</summary>
    public Span? Value => figure.TryGetProperty("low", out var low) && figure.TryGetProperty("high", out var high) ? new Span(low.GetDecimal(), high.GetDecimal()) : null;

    /// <summary>Cited lines of handoffs.</summary>
    public IReadOnlyList<Line> Lines => field ??= [.. Locations("handoff").Select(portfolio.Line).OfType<Line>()];

    /// <summary>Cited resources.</summary>
    public IReadOnlyList<JsonElement> Resources => field ??= [.. Locations("inventory").Where(IsRecord).Select(portfolio.Record)];

    /// <summary>Cited trips.</summary>
    public IReadOnlyList<JsonElement> Trips => field ??= [.. Locations("operations").Where(IsRecord).Select(portfolio.Record).Where(record => record.TryGetProperty("id", out _))];

    /// <summary>Cited boats.</summary>
    public IReadOnlyList<JsonElement> Boats => field ??= [.. Locations("operations").Where(IsRecord).Select(portfolio.Record).Where(record => !record.TryGetProperty("id", out _))];

    /// <summary>Cited lines under a heading that has this word.</summary>
    public IEnumerable<Line> Under(string word) => Lines.Where(line => line.Under(word));

    /// <summary>Cited places of a kind.</summary>
    public IEnumerable<string> Locations(string kind) =>
        figure.GetProperty("sources").EnumerateArray().Where(source => source.GetProperty("kind").GetString() == kind).Select(source => source.GetProperty("location").GetString()!);

    private static bool IsRecord(string location) => location.Contains('#', StringComparison.Ordinal);
}
