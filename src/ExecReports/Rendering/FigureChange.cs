using ExecReports.Analysis;

namespace ExecReports.Rendering;

/// <summary>How a figure moved since the last archived report.</summary>
public static class FigureChange
{
    /// <summary>
    /// <c>up $300 since 17 Nov 2026 (worse)</c>, <c>unchanged since …</c>; null if the last report had no such figure, in that unit, with a value.
    /// Compares the middles of ranges.
    /// </summary>
    public static string? InWords(Figure figure, FiguresDocument? previous, string currency)
    {
        if (previous?.Same(figure) is not { } last)
            return null;
        var since = $"since {Formats.Date(previous.AsOf)}";
        if (figure.Text is { } text)
            return last.Text is null ? null : text == last.Text ? $"unchanged {since}" : $"was {last.Text} on {Formats.Date(previous.AsOf)}";
        if (figure.Value?.Middle is not { } now || last.Value?.Middle is not { } then)
            return null;
        if (now == then)
            return $"unchanged {since}";
        var judgement = figure.Better switch
        {
            Better.Higher => now > then ? " (better)" : " (worse)",
            Better.Lower => now < then ? " (better)" : " (worse)",
            _ => "",
        };
        return $"{(now > then ? "up" : "down")} {Formats.Value(Math.Abs(now - then), figure.Unit, currency)} {since}{judgement}";
    }
}
