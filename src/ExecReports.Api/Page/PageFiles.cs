using ExecReports.Api.Http;
using Microsoft.AspNetCore.Http;

namespace ExecReports.Api.Page;

/// <summary>The page at <c>/</c>: HTML, style and script from this assembly. It holds no data and asks the API for what it shows.</summary>
public static class PageFiles
{
    /// <summary>
    /// It runs its own script alone and talks to its own server alone. Inline styles and pictures are allowed because a report is shown in it: in a frame that can run nothing.
    /// </summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, (string ContentType, Lazy<byte[]> Content)> Files = new (string Name, string ContentType)[]
    {
        ("index.html", "text/html; charset=utf-8"),
        ("page.css", "text/css; charset=utf-8"),
        ("page.js", "text/javascript; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
    }.ToDictionary(file => file.Name, file => (file.ContentType, new Lazy<byte[]>(() => EmbeddedFile.Read($"page/{file.Name}"))));

    /// <summary>Hands out one of its files by name.</summary>
    public static IResult Answer(string name) => Files.TryGetValue(name, out var file)
        ? new BytesAnswer(file.Content.Value, file.ContentType, Policy)
        : Problem.NotFound("There is nothing at this address.");
}
