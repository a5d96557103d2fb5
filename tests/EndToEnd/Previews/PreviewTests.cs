using System.Diagnostics;
using System.Net;
using System.Text.Json;
using EndToEnd.Judges;
using EndToEnd.Runs;

namespace EndToEnd.Previews;

/// <summary><c>preview</c> in a process of its own, asked over HTTP and used in a browser.</summary>
public sealed class PreviewTests : IAsyncLifetime
{
    private sealed record View(double Width, string Sandbox, bool Reached, string Rules, string Type, string Body);

    private sealed record Use(IReadOnlyDictionary<string, View> Views, string Fault, bool LastGood, IReadOnlyList<string> Told);

    private readonly string folder = Directory.CreateTempSubdirectory("execreports-preview-").FullName;
    private Process? preview;
    private Uri address = new("http://127.0.0.1/");

    private string Template => Path.Combine(folder, "reports", "weekly.md");

    public async ValueTask InitializeAsync()
    {
        await Cli.RunAsync("init", folder, "--kinds", "charter");
        await Cli.RunAsync("reports", "new", "weekly", "--portfolio", folder);
        preview = Cli.Start(["preview", "weekly", "--portfolio", folder, "--out", Path.Combine(folder, "out")]);
        var line = await preview.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException(await preview.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        address = new Uri(line.Split(' ').Single(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)));
    }

    public ValueTask DisposeAsync()
    {
        preview?.Kill();
        preview?.WaitForExit();
        preview?.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_answers_to_its_own_name_and_to_reading_alone_and_writes_nothing_into_the_output_folder()
    {
        using var client = new HttpClient { BaseAddress = address };
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, "/view/light") { Headers = { Host = "reports.example.com" } };

        using var page = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        using var misdirected = await client.SendAsync(elsewhere, TestContext.Current.CancellationToken);
        using var posted = await client.PostAsync(new Uri("/", UriKind.Relative), null, TestContext.Current.CancellationToken);
        using var missing = await client.GetAsync(new Uri("/../portfolio.yaml", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(HttpStatusCode.MisdirectedRequest, misdirected.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.False(Directory.Exists(Path.Combine(folder, "out", "exec-reports")));
    }

    [Fact]
    public async Task In_a_browser_it_shows_light_dark_phone_and_text_and_follows_the_file()
    {
        if (await Judgement.NodeAsync("preview.mjs", address.ToString(), Template) is not { } json || JsonSerializer.Deserialize<Use>(json, JsonSerializerOptions.Web) is not { } use)
        {
            Assert.Skip(Judgement.NoBrowser);
            return;
        }

        Assert.Empty(use.Told);
        Assert.Equal([760, 760, 400, 760], ((string[])["light", "dark", "phone", "text"]).Select(view => use.Views[view].Width));
        Assert.All(use.Views.Values, view => Assert.Equal("", view.Sandbox));
        Assert.All(use.Views.Values, view => Assert.False(view.Reached));
        Assert.All(use.Views.Values, view => Assert.StartsWith("sandbox; default-src 'none'", view.Rules, StringComparison.Ordinal));
        Assert.Contains("@media not all{", use.Views["light"].Body, StringComparison.Ordinal);
        Assert.Contains("@media all{", use.Views["dark"].Body, StringComparison.Ordinal);
        Assert.StartsWith("text/plain", use.Views["text"].Type, StringComparison.Ordinal);
        Assert.StartsWith("WEEKLY\n======", use.Views["text"].Body.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("weekly.md:", use.Fault, StringComparison.Ordinal);
        Assert.Contains("cots", use.Fault, StringComparison.Ordinal);
        Assert.Contains("costs", use.Fault, StringComparison.Ordinal);
        Assert.True(use.LastGood);
    }
}
