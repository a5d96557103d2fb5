using System.Text.Json;
using EndToEnd.Runs;

namespace EndToEnd.Functions;

/// <summary>The Functions app as <c>./dev test</c> publishes it: what the host will find in it.</summary>
public class PublishedAppTests
{
    private static string Folder
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("EXECREPORTS_FUNCTIONS");
            Assert.SkipWhen(string.IsNullOrEmpty(folder), "`./dev test` publishes the app and names its folder.");
            return folder!;
        }
    }

    [Theory]
    [InlineData("ReportRunOrchestrator", "orchestrationTrigger")]
    [InlineData("PlanRun", "activityTrigger")]
    [InlineData("CollectHandoff", "activityTrigger")]
    [InlineData("CollectInventory", "activityTrigger")]
    [InlineData("AuditRepository", "activityTrigger")]
    [InlineData("CollectOperations", "activityTrigger")]
    [InlineData("RenderReport", "activityTrigger")]
    [InlineData("RenderNotice", "activityTrigger")]
    [InlineData("DeliverReports", "activityTrigger")]
    [InlineData("StartRun", "httpTrigger", "durableClient", "http")]
    [InlineData("ListRuns", "httpTrigger", "durableClient", "http")]
    [InlineData("GetRun", "httpTrigger", "durableClient", "http")]
    [InlineData("GetRunHistory", "httpTrigger", "durableClient", "http")]
    [InlineData("GetRenderedReport", "httpTrigger", "durableClient", "http")]
    [InlineData("CancelRun", "httpTrigger", "durableClient", "http")]
    [InlineData("ResendRun", "httpTrigger", "durableClient", "http")]
    [InlineData("ListReports", "httpTrigger", "http")]
    [InlineData("ListReportEditions", "httpTrigger", "http")]
    [InlineData("GetReportFile", "httpTrigger", "http")]
    [InlineData("ListLedger", "httpTrigger", "http")]
    [InlineData("ListSchedules", "httpTrigger", "http")]
    [InlineData("GetHealth", "httpTrigger", "http")]
    [InlineData("GetReadiness", "httpTrigger", "durableClient", "http")]
    [InlineData("GetOpenApi", "httpTrigger", "http")]
    [InlineData("GetPage", "httpTrigger", "http")]
    [InlineData("GetPageFile", "httpTrigger", "http")]
    [InlineData("ScheduleTick", "timerTrigger", "durableClient")]
    [InlineData("PurgeHistory", "timerTrigger", "durableClient")]
    public void The_host_finds_the_function(string name, params string[] bindings)
    {
        var functions = Functions();

        Assert.Equal(bindings, functions[name]);
    }

    [Fact]
    public void It_finds_no_other_functions() => Assert.Equal(28, Functions().Count);

    [Fact]
    public void The_top_levels_host_json_is_in_it() =>
        Assert.Equal(File.ReadAllText(Path.Combine(Cli.Root, "host.json")), File.ReadAllText(Path.Combine(Folder, "host.json")));

    // Timers and HTTP are the host's own; the other one loads the functions' metadata.
    [Fact]
    public void The_host_loads_the_Durable_Task_extension_and_no_other_of_ours()
    {
        using var extensions = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "extensions.json")));

        Assert.Equal(
            ["DurableTask: Microsoft.Azure.WebJobs.Extensions.DurableTask.DurableTaskWebJobsStartup, Microsoft.Azure.WebJobs.Extensions.DurableTask", "Startup: Microsoft.Azure.WebJobs.Extensions.FunctionMetadataLoader.Startup, Microsoft.Azure.WebJobs.Extensions.FunctionMetadataLoader"],
            extensions.RootElement.GetProperty("extensions").EnumerateArray()
                .Select(extension => $"{extension.GetProperty("name").GetString()}: {string.Join(',', extension.GetProperty("typeName").GetString()!.Split(',').Take(2))}").Order());
    }

    [Fact]
    public void The_tick_comes_every_five_minutes_and_the_purge_once_a_night()
    {
        Assert.Equal("0 */5 * * * *", Timer("ScheduleTick"));
        Assert.Equal("0 17 3 * * *", Timer("PurgeHistory"));
    }

    [Theory]
    [InlineData("local.settings.json")]
    [InlineData("local.settings.json.example")]
    public void Settings_of_a_developers_machine_are_not_in_it(string file) => Assert.False(File.Exists(Path.Combine(Folder, file)));

    [Theory]
    [InlineData("libgit2")]
    [InlineData("libSkiaSharp")]
    [InlineData("libe_sqlite3")]
    public void The_native_library_for_the_cloud_is_in_it(string library) =>
        Assert.Contains(
            Directory.EnumerateFiles(Path.Combine(Folder, "runtimes", "linux-x64"), "*.so", SearchOption.AllDirectories),
            file => Path.GetFileName(file).StartsWith(library, StringComparison.Ordinal));

    [Fact]
    public async Task Without_its_settings_it_says_which_is_missing()
    {
        using var process = Cli.StartProgram(Path.Combine(Folder, "ExecReports.Functions.dll"), []);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.NotEqual(0, process.ExitCode);
        Assert.Contains("EXECREPORTS_PORTFOLIO", errors, StringComparison.Ordinal);
    }

    private static string? Timer(string function)
    {
        using var metadata = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "functions.metadata")));
        return metadata.RootElement.EnumerateArray().Single(entry => entry.GetProperty("name").GetString() == function)
            .GetProperty("bindings").EnumerateArray().Single(binding => binding.GetProperty("type").GetString() == "timerTrigger").GetProperty("schedule").GetString();
    }

    private static Dictionary<string, string[]> Functions()
    {
        using var metadata = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "functions.metadata")));
        return metadata.RootElement.EnumerateArray().ToDictionary(
            function => function.GetProperty("name").GetString()!,
            function => function.GetProperty("bindings").EnumerateArray().Select(binding => binding.GetProperty("type").GetString()!).ToArray());
    }
}
