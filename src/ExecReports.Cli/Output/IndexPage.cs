using System.Globalization;
using System.Net;
using System.Text;

namespace ExecReports.Cli.Output;

/// <summary>A line of the index page.</summary>
/// <param name="Title">The report's title.</param>
/// <param name="State">How it ended, in words.</param>
/// <param name="Well">Whether it ended well.</param>
/// <param name="Files">Its files: label and path relative to the page, with forward slashes.</param>
/// <param name="Recipients">Who got it.</param>
/// <param name="Gaps">Gaps that it shows.</param>
public sealed record IndexEntry(
    string Title, string State, bool Well, IReadOnlyList<(string Label, string Path)> Files, IReadOnlyList<string> Recipients, int Gaps);

/// <summary><c>out/index.html</c>: the newest run's reports, one link each.</summary>
public static class IndexPage
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1c2733; --soft: #5a6a7a; --line: #d8dfe6; --page: #f6f8fa; --card: #ffffff; --link: #0b5cad; --bad: #a4262c }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9fb0c0; --line: #31404f; --page: #0f161d; --card: #17212b; --link: #7cb8f2; --bad: #ff9a9a } }
        body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif }
        main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem }
        h1 { font-size: 1.5rem; margin: 0 } p { color: var(--soft); margin: .25rem 0 1.5rem }
        ul { list-style: none; margin: 0; padding: 0 }
        li { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .875rem 1rem; margin: 0 0 .625rem }
        li > a { font-weight: 600; font-size: 1.0625rem } a { color: var(--link) }
        small { display: block; color: var(--soft); font-size: .875rem } .bad { color: var(--bad) }
        """;

    /// <summary>Writes the page as one document without scripts.</summary>
    public static string Write(string portfolio, string runId, DateOnly asOf, DateTimeOffset generated, IReadOnlyList<IndexEntry> entries)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(portfolio)}: reports as of {asOf:d MMM yyyy}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <main>
            <h1>{Text(portfolio)}</h1>
            <p>Reports as of {asOf:d MMMM yyyy}, made {generated:yyyy-MM-dd HH:mm} UTC by run {Text(runId)}.</p>
            <ul>

            """);
        foreach (var entry in entries)
            Write(page, entry);

        page.Append("</ul>\n</main>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void Write(StringBuilder page, IndexEntry entry)
    {
        page.Append("<li>");
        page.Append(entry.Files.Count > 0
            ? $"<a href=\"{Text(entry.Files[0].Path)}\">{Text(entry.Title)}</a>"
            : Text(entry.Title));
        page.Append(CultureInfo.InvariantCulture, $"\n<small{(entry.Well ? "" : " class=\"bad\"")}>{Text(entry.State)}");
        if (entry.Recipients.Count > 0)
            page.Append(CultureInfo.InvariantCulture, $": {Text(string.Join(", ", entry.Recipients))}");
        if (entry.Gaps > 0)
            page.Append(CultureInfo.InvariantCulture, $" · {entry.Gaps} data {(entry.Gaps == 1 ? "gap" : "gaps")}");
        page.Append("</small>");
        if (entry.Files.Count > 1)
            page.Append("\n<small>").AppendJoin(" · ", entry.Files.Skip(1).Select(file => $"<a href=\"{Text(file.Path)}\">{Text(file.Label)}</a>")).Append("</small>");
        page.Append("</li>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
