namespace ExecReports.Rendering;

/// <summary>Where links and pictures of a report may point.</summary>
internal static class LinkSchemes
{
    private const string Chart = "chart:";
    private static readonly string[] s_allowed = ["http://", "https://", "mailto:"];

    /// <summary>Whether a link may be followed: http, https and mailto alone, written out. Anything else (script, data, file, relative) is shown as text.</summary>
    public static bool IsAllowed(string? url) =>
        url is not null && !url.AsSpan().ContainsAnyInRange('\0', ' ') && s_allowed.Any(scheme => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>Id of the chart that a picture's address names; null if it is none.</summary>
    public static string? ChartId(string? url) =>
        url is not null && url.StartsWith(Chart, StringComparison.Ordinal) ? url[Chart.Length..] : null;
}
