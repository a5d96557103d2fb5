using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using EndToEnd.Runs;

namespace EndToEnd.Feeds;

/// <summary>
/// The product is written against the real packages: on a feed that has them all, every project under src/ refers to packages and to projects under src/, and nothing in it knows of another feed.
/// Projects are evaluated, not restored.
/// </summary>
public partial class PublicFeedTests
{
    private static readonly string Src = Path.Combine(Cli.Root, "src");

    [Fact]
    public async Task With_the_public_feed_every_project_refers_to_packages_and_to_nothing_of_compat()
    {
        var packages = new HashSet<string>();
        foreach (var project in Projects)
        {
            var (names, projects) = await EvaluateAsync(project, "public");
            packages.UnionWith(names);
            Assert.All(projects, reference => Assert.StartsWith(Src + Path.DirectorySeparatorChar, reference, StringComparison.Ordinal));
        }

        Assert.Contains("DurableFunctionsMonitor.DotNetIsolated", packages);
    }

    // The other way round: what the test above looks for is there on a feed that lacks packages.
    [Fact]
    public async Task With_the_curated_feed_the_missing_package_is_swapped_for_its_stand_in()
    {
        var (names, projects) = await EvaluateAsync(Path.Combine(Src, "ExecReports.Functions", "ExecReports.Functions.csproj"), "curated");

        Assert.DoesNotContain("DurableFunctionsMonitor.DotNetIsolated", names);
        Assert.Contains(Path.Combine(Cli.Root, "compat", "DurableFunctionsMonitor", "DurableFunctionsMonitor.csproj"), projects);
    }

    [Fact]
    public void No_file_under_src_asks_for_the_feed_or_names_compat()
    {
        var files = Directory.EnumerateFiles(Src, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".csproj" or ".props" or ".targets" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToList();

        Assert.True(files.Count > 100);
        Assert.DoesNotContain(files, file => FeedWords().IsMatch(File.ReadAllText(file)));
    }

    [Theory]
    [InlineData("#if CURATED\n")]
    [InlineData("  #if PUBLIC_FEED\n")]
    [InlineData("<ProjectReference Include=\"../../compat/AwsSdk/AwsSdk.csproj\" />")]
    [InlineData("Condition=\"'$(PackageFeed)' == 'curated'\"")]
    public void Such_a_line_would_be_found(string line) => Assert.Matches(FeedWords(), line);

    [GeneratedRegex(@"^\s*#\s*(if|elif)\b|compat[/\\]|PackageFeed", RegexOptions.Multiline)]
    private static partial Regex FeedWords();

    private static IEnumerable<string> Projects => Directory.EnumerateFiles(Src, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static async Task<(IReadOnlyList<string> Packages, IReadOnlyList<string> Projects)> EvaluateAsync(string project, string feed)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", project, "-nologo", "-getItem:PackageReference", "-getItem:ProjectReference", $"-p:PackageFeed={feed}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, errors + await output);

        using var items = JsonDocument.Parse(await output);
        return (Values("PackageReference", "Identity"), Values("ProjectReference", "FullPath"));

        IReadOnlyList<string> Values(string item, string name) =>
            [.. items.RootElement.GetProperty("Items").GetProperty(item).EnumerateArray().Select(entry => entry.GetProperty(name).GetString()!)];
    }
}
