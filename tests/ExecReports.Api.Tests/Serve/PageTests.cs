using System.Diagnostics;

namespace ExecReports.Api.Tests.Serve;

/// <summary>The page in Chromium with axe: tests/page/page.test.mjs does what a person does. `./dev test --full` installs its packages.</summary>
public class PageTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "tests", "page");

    [Fact]
    public Task Every_view_works_by_keyboard_in_light_and_dark_wide_and_narrow_and_breaks_no_rule_of_axe() => RunAsync("page.test.mjs", server.Address.ToString());

    [Fact]
    public async Task Where_a_token_is_needed_it_asks_for_it_and_keeps_it_in_the_tab()
    {
        const string token = "0123456789abcdef0123456789abcdef";
        await using var guarded = await RunningServer.StartedAsync(new ApiLimits(), token);
        await RunAsync("token.test.mjs", guarded.Address.ToString(), token);
    }

    private static async Task RunAsync(string script, params string[] arguments)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("EXECREPORTS_FULL") == "1", "It takes half a minute: ./dev test --full");
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules")), "Its packages are not installed: npm ci in tests/page");
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, script), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = node.StandardError.ReadToEndAsync(RunningServer.Stop);
        var said = await node.StandardOutput.ReadToEndAsync(RunningServer.Stop);
        await node.WaitForExitAsync(RunningServer.Stop);

        Assert.SkipWhen(node.ExitCode == 2, await errors);
        Assert.True(node.ExitCode == 0, await errors + said);
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/page/page.css", "text/css")]
    [InlineData("/page/page.js", "text/javascript")]
    public async Task It_may_run_its_own_script_alone(string address, string type)
    {
        using var answer = await server.Client.GetAsync(address, RunningServer.Stop);

        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/page/openapi.json")]
    [InlineData("/page/..%2fopenapi.json")]
    [InlineData("/page/nothing.js")]
    public async Task It_hands_out_its_own_files_alone(string address)
    {
        using var answer = await server.Client.GetAsync(address, RunningServer.Stop);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }
}
