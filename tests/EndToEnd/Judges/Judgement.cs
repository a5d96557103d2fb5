using System.Diagnostics;
using System.Text.Json;
using EndToEnd.Runs;

namespace EndToEnd.Judges;

/// <summary>What <c>tests/judges/judge.mjs</c> says of the reports of an output folder.</summary>
internal sealed record Judgement(IReadOnlyList<JudgedMail> Mails, IReadOnlyList<JudgedPage>? Pages)
{
    private const string HowToHaveThem = "`./dev test` installs them where it can";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    private static string Folder => Path.Combine(Cli.Root, "tests", "judges");

    /// <summary>Why there can be no judgement on this machine; null if there can.</summary>
    public static string? Missing() =>
        Environment.GetEnvironmentVariable("EXECREPORTS_FULL") != "1" ? "The judges take more than half a minute: ./dev test --full."
        : OnPath("node") is null ? $"Node.js 20 or newer is not on the PATH; {HowToHaveThem}."
        : !Directory.Exists(Path.Combine(Folder, "node_modules", "axe-core")) ? $"The judges' packages are not installed (npm ci in tests/judges); {HowToHaveThem}."
        : null;

    /// <summary>Why a test that needs a browser is skipped.</summary>
    public const string NoBrowser = $"There is no Chromium on this machine (chromium, google-chrome or chromium-headless-shell on the PATH, or CHROMIUM names one); {HowToHaveThem}.";

    /// <summary>Judges the reports of an output folder; skips the test where that is impossible here.</summary>
    public static async Task<Judgement> OfAsync(string output) => JsonSerializer.Deserialize<Judgement>(await NodeAsync("judge.mjs", output), s_json)!;

    /// <summary>What a script of the judges prints; skips the test where it cannot run.</summary>
    public static async Task<string> NodeAsync(string script, params string[] arguments)
    {
        if (Missing() is { } reason)
            Assert.Skip(reason);
        var start = new ProcessStartInfo(OnPath("node")!, [Path.Combine(Folder, script), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, errors);
        return await text;
    }

    /// <summary>The judged pages; skips the test without a browser.</summary>
    public IReadOnlyList<JudgedPage> InABrowser()
    {
        if (Pages is null)
            Assert.Skip(NoBrowser);
        return Pages;
    }

    private static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe") }).FirstOrDefault(File.Exists);
}

/// <summary>A mail as another library reads it.</summary>
internal sealed record JudgedMail(
    string File, string Subject, string From, string To, string TextSha256, string HtmlSha256, int HtmlBytes,
    IReadOnlyList<JudgedPicture> Pictures, IReadOnlyList<string> Referred, IReadOnlyDictionary<string, IReadOnlyList<string>> Unsupported);

/// <summary>A picture within a mail.</summary>
internal sealed record JudgedPicture(string Id, string Type, string Sha256);

/// <summary>A page as a browser shows it.</summary>
internal sealed record JudgedPage(string Kind, string File, IReadOnlyList<Violation> Violations, Width Widest, IReadOnlyList<string> Cut, int Dialogs);

/// <summary>A rule that axe finds broken.</summary>
internal sealed record Violation(string Scheme, string Id, string Help, int Count, string First, string Why);

/// <summary>How wide a page is in a window of 400 px: the page itself, and the part that reaches furthest without being scrolled for itself.</summary>
internal sealed record Width(int Scroll, int Right, string Html);
