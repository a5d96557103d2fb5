using System.Globalization;

namespace ExecReports.Reports;

/// <summary>Urgency or severity, 0 to 4, in words.</summary>
internal static class UrgencyWords
{
    /// <summary><c>critical</c>, <c>high</c>, <c>medium</c>, <c>low</c>, a value between them as <c>2.7 of 4</c>, null as <c>unknown</c>.</summary>
    public static string Of(decimal? urgency) => urgency switch
    {
        null => Rendering.Formats.Unknown,
        4 => "critical",
        3 => "high",
        2 => "medium",
        1 => "low",
        { } other => other.ToString("0.##", CultureInfo.InvariantCulture) + " of 4",
    };

    /// <summary>As the handoff has it (<c>3 of 5</c>), where it was understood and is not a step of this very scale; else in the scale's own words.</summary>
    public static string Of(decimal? urgency, string? written) =>
        urgency is not { } known || written is not { Length: > 0 } || IsStep(known, written) ? Of(urgency) : written;

    // "4", "4 of 4", "4/4": the word is clearer, and the same in every row.
    private static bool IsStep(decimal urgency, string written)
    {
        var step = urgency.ToString("0.##", CultureInfo.InvariantCulture);
        return written == step || written == step + " of 4" || written == step + "/4";
    }
}
