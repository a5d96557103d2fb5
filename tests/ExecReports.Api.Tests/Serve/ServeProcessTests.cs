using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ExecReports.Api.Tests.Serve;

public sealed class ServeProcessTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("execreports-serve-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Killed_in_mid_run_it_goes_on_by_itself_when_it_is_started_again()
    {
        string id;
        using (var first = await ServeProcess.StartAsync(Checkout.SmallPortfolio, folder))
        {
            using var answer = await first.Client.PostAsJsonAsync("/api/runs", new { group = "executive" }, RunningServer.Stop);
            id = (await RunningServer.JsonOf(answer)).GetProperty("id").GetString()!;
            await first.KillAsync();
        }

        using var second = await ServeProcess.StartAsync(Checkout.SmallPortfolio, folder);
        var run = await EndedAsync(second.Client, id);

        Assert.Contains($"Run {id} was interrupted and goes on.", second.Errors, StringComparison.Ordinal);
        Assert.Equal("completed", run.GetProperty("status").GetString());
        Assert.True(run.GetProperty("succeeded").GetBoolean());
        Assert.All(run.GetProperty("reports").EnumerateArray(), report => Assert.Equal("delivered", report.GetProperty("state").GetString()));
        Assert.Equal(5, Directory.GetFiles(Path.Combine(folder, "outbox"), "*.eml").Length);
    }

    [Fact]
    public async Task A_second_one_on_the_folder_is_refused_and_the_first_serves_on()
    {
        using var first = await ServeProcess.StartAsync(Checkout.SmallPortfolio, folder);

        var (code, errors) = await ServeProcess.RunAsync("serve", "--listen", "127.0.0.1:0", "--portfolio", Checkout.SmallPortfolio, "--out", folder);

        Assert.Equal(2, code);
        Assert.Contains("another run or server is working on this folder", errors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await first.Client.GetAsync("/api/ready", RunningServer.Stop)).StatusCode);
    }

    [Theory]
    [InlineData("192.0.2.10:8088", "--token-file")]
    [InlineData("0.0.0.0:8088", "--token-file")]
    [InlineData("somewhere", "127.0.0.1:8088")]
    [InlineData("::1:8088", "[::1]:8088")]
    public async Task An_address_that_others_reach_needs_a_token(string listen, string message)
    {
        var (code, errors) = await ServeProcess.RunAsync("serve", "--listen", listen, "--portfolio", Checkout.SmallPortfolio, "--out", folder);

        Assert.Equal(2, code);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_file_that_others_may_read_or_that_is_too_short_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such file modes.");
            return;
        }

        var file = Path.Combine(folder, "token");
        await File.WriteAllTextAsync(file, "0123456789abcdef0123456789abcdef", RunningServer.Stop);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Contains("chmod 600", (await ServeProcess.RunAsync("serve", "--token-file", file, "--portfolio", Checkout.SmallPortfolio, "--out", folder)).Errors, StringComparison.Ordinal);

        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.WriteAllTextAsync(file, "short", RunningServer.Stop);
        var (code, errors) = await ServeProcess.RunAsync("serve", "--token-file", file, "--portfolio", Checkout.SmallPortfolio, "--out", folder);
        Assert.Equal(2, code);
        Assert.Contains("at least 32 characters", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("short", errors.Replace("shorter", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> EndedAsync(HttpClient client, string id)
    {
        while (true)
        {
            using var answer = await client.GetAsync($"/api/runs/{id}", RunningServer.Stop);
            var run = await RunningServer.JsonOf(answer);
            if (run.GetProperty("status").GetString() is not ("pending" or "running"))
                return run;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, RunningServer.Stop);
        }
    }
}
