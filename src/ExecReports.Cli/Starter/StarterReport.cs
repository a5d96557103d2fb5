
namespace ExecReports.Cli.Starter;

/// <summary>A report's template for somebody to begin with.</summary>
internal static class StarterReport
{
    /// <summary>The template's text.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="title">Its title; null: the id in words.</param>
    /// <param name="audience">Whom it is for; null: everybody.</param>
    /// <param name="kind">For a report per company: the kind of company; null: one report over the group.</param>
    public static string Text(string id, string? title, string? audience, string? kind) => StarterText.Read(kind is null ? "report-executive.md" : "report-domain.md")
        .Replace("@id@", id, StringComparison.Ordinal)
        .Replace("@title@", OneLine(title) ?? Words(id), StringComparison.Ordinal)
        .Replace("@audience@", OneLine(audience) ?? "Everybody", StringComparison.Ordinal)
        .Replace("@kind@", OneLine(kind), StringComparison.Ordinal);

    private static string? OneLine(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings(" ").Trim();

    private static string Words(string id) => id.Length == 0 ? id : char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' ');
}
