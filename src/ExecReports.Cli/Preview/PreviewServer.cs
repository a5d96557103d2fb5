using System.Globalization;
using System.Net;
using System.Text;
using ExecReports.Cli.Starter;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ExecReports.Cli.Preview;

/// <summary>
/// Shows a report in a browser of this machine. It listens on loopback alone, answers to its own name alone (a page elsewhere cannot reach it by a name of its own),
/// and shows the report in a frame without scripts and without the right to load anything.
/// </summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    private const string PageRules = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private const string ReportRules = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ListeningApp app;

    private PreviewServer(ListeningApp app) => this.app = app;

    /// <summary>Where it is reached.</summary>
    public Uri Address => app.Address;

    /// <summary>Starts it.</summary>
    /// <param name="title">The report's name, for the page's title.</param>
    /// <param name="state">What it shows.</param>
    /// <param name="port">The port; 0: the system chooses one.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="UsageException">The port cannot be listened on.</exception>
    public static async Task<PreviewServer> StartAsync(string title, PreviewState state, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        var app = builder.Build();
        var page = StarterText.Read("preview/index.html").Replace("@title@", WebUtility.HtmlEncode(title), StringComparison.Ordinal);
        var bound = 0;
        app.Run(context => AnswerAsync(context, state, page, Volatile.Read(ref bound)));
        var listening = await ListeningApp.StartAsync(app, why => $"Port {port} cannot be listened on: {why} Without --port the system chooses one.", cancellationToken);
        Volatile.Write(ref bound, listening.Address.Port);
        return new PreviewServer(listening);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static Task AnswerAsync(HttpContext context, PreviewState state, string page, int port)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.ContentSecurityPolicy = PageRules;
        if (request.Host.Value is not { } host || (host != $"127.0.0.1:{port}" && !host.Equals($"localhost:{port}", StringComparison.OrdinalIgnoreCase)))
            return Write(response, StatusCodes.Status421MisdirectedRequest, "text/plain", "This is a preview for the browser on this machine; it answers to its own address alone.\n");
        if (!HttpMethods.IsGet(request.Method))
            return Write(response, StatusCodes.Status405MethodNotAllowed, "text/plain", "GET alone.\n");
        return request.Path.Value switch
        {
            "/" => Write(response, StatusCodes.Status200OK, "text/html", page),
            "/preview.css" => Write(response, StatusCodes.Status200OK, "text/css", StarterText.Read("preview/preview.css")),
            "/preview.js" => Write(response, StatusCodes.Status200OK, "text/javascript", StarterText.Read("preview/preview.js")),
            "/next" => NextAsync(context, state),
            "/view/light" => View(response, state.Now.Pages?.Light, "text/html"),
            "/view/dark" => View(response, state.Now.Pages?.Dark, "text/html"),
            "/view/text" => View(response, state.Now.Pages?.Text, "text/plain"),
            _ => Write(response, StatusCodes.Status404NotFound, "text/plain", "There is nothing here.\n"),
        };
    }

    // The page asks again and again, and each time is answered when something has changed: its number on the first line, what is wrong behind it.
    private static async Task NextAsync(HttpContext context, PreviewState state)
    {
        _ = int.TryParse(context.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var after);
        var shown = await state.AfterAsync(after, Patience, context.RequestAborted);
        await Write(context.Response, StatusCodes.Status200OK, "text/plain", string.Create(CultureInfo.InvariantCulture, $"{shown.Number}\n{shown.Fault}"));
    }

    private static Task View(HttpResponse response, string? content, string type)
    {
        response.Headers.ContentSecurityPolicy = ReportRules;
        return Write(response, StatusCodes.Status200OK, type, content ?? "");
    }

    private static Task Write(HttpResponse response, int status, string type, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        response.StatusCode = status;
        response.ContentType = type + "; charset=utf-8";
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes).AsTask();
    }
}
