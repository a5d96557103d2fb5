using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using EndToEnd.Runs;

namespace EndToEnd.Infrastructure;

/// <summary>infra/azure by its own compiler: every rule of its linter is an error, and what it compiles to has no secret and no shared key.</summary>
public class BicepTests
{
    private static readonly string Infra = Path.Combine(Cli.Root, "infra", "azure");
    private static readonly Lazy<Task<(int ExitCode, string Output)>> Built = new(() => BicepAsync("build", "main.bicep", "--stdout"));

    [Fact]
    public async Task It_compiles_and_its_linter_has_nothing_to_say()
    {
        Assert.Equal((0, ""), await BicepAsync("lint", "main.bicep"));
        var (exitCode, output) = await Built.Value;
        Assert.Equal(0, exitCode);

        using var template = JsonDocument.Parse(output);
        Assert.Contains("subscriptionDeploymentTemplate", template.RootElement.GetProperty("$schema").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_parameters_compile_from_an_environment_that_sets_none() =>
        Assert.Equal(0, (await BicepAsync("build-params", "main.bicepparam", "--stdout")).ExitCode);

    [Fact]
    public async Task The_linter_would_be_heard()
    {
        var folder = Directory.CreateTempSubdirectory("execreports-test-");
        try
        {
            File.Copy(Path.Combine(Infra, "bicepconfig.json"), Path.Combine(folder.FullName, "bicepconfig.json"));
            var file = Path.Combine(folder.FullName, "unused.bicep");
            await File.WriteAllTextAsync(file, "param unused string\n", TestContext.Current.CancellationToken);

            var (exitCode, output) = await BicepAsync("lint", file);

            Assert.NotEqual(0, exitCode);
            Assert.Contains("no-unused-params", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Storage_has_no_shared_key_and_the_identity_has_the_roles_that_Durable_needs()
    {
        var template = (await Built.Value).Output;

        Assert.Contains("\"allowSharedKeyAccess\": false", template, StringComparison.Ordinal);
        Assert.Contains("\"allowBlobPublicAccess\": false", template, StringComparison.Ordinal);
        Assert.Contains("\"DisableLocalAuth\": true", template, StringComparison.Ordinal);
        Assert.DoesNotContain("listKeys", template, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("AccountKey", template, StringComparison.OrdinalIgnoreCase);
        foreach (var role in (string[])["b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "974c5e8b-45b9-4653-ba55-00f855dd0fb8", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"])
            Assert.Contains(role, template, StringComparison.Ordinal);
        foreach (var service in (string[])["blob", "queue", "table"])
            Assert.Contains($"'AzureWebJobsStorage__{service}ServiceUri'", template, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hub_that_the_monitor_looks_at_is_the_hub_of_host_json()
    {
        using var host = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Cli.Root, "host.json"), TestContext.Current.CancellationToken));
        var hub = host.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("hubName").GetString();

        Assert.Contains($"'DFM_HUB_NAME', '{hub}'", (await Built.Value).Output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> BicepAsync(params string[] arguments)
    {
        var package = typeof(BicepTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(attribute => attribute.Key == "Bicep")?.Value;
        Assert.SkipWhen(package is null, "The Bicep compiler comes as a package for Linux on x64 only.");
        var program = Path.Combine(package!, "tools", "bicep");
        // Packages lose the right to be executed where they are unpacked.
        if (OperatingSystem.IsLinux() && (File.GetUnixFileMode(program) & UnixFileMode.UserExecute) == 0)
            File.SetUnixFileMode(program, File.GetUnixFileMode(program) | UnixFileMode.UserExecute);

        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Infra, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AZURE_", StringComparison.Ordinal) || name.StartsWith("EXECREPORTS_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + errors);
    }
}
