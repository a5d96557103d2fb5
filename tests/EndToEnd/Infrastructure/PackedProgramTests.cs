using System.Formats.Tar;
using System.IO.Compression;
using EndToEnd.Runs;

namespace EndToEnd.Infrastructure;

/// <summary>What `./dev pack` makes, installed and started as a stranger would, with the sample portfolio.</summary>
public sealed class PackedProgramTests : IDisposable
{
    private const string Version = "0.0.1";

    private static readonly string Packed = Path.Combine(Cli.Root, ".build", "pack");

    private readonly string folder = Directory.CreateTempSubdirectory("execreports-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_tool_and_the_folder_for_linux_make_all_eight_reports()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("EXECREPORTS_FULL") == "1", "Packing takes two minutes: ./dev test --full");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The folder is for Linux.");
        await RunAsync("bash", Path.Combine(Cli.Root, "dev"), "pack", Version);

        var tool = Path.Combine(folder, "tool");
        await RunAsync("dotnet", "tool", "install", "ExecReports.Tool", "--version", Version, "--tool-path", tool, "--source", Packed);
        await MakesEightAsync(Path.Combine(tool, "execreports"));

        await using (var packed = new GZipStream(File.OpenRead(Path.Combine(Packed, $"execreports-{Version}-linux-x64.tar.gz")), CompressionMode.Decompress))
            await TarFile.ExtractToDirectoryAsync(packed, folder, overwriteFiles: false, TestContext.Current.CancellationToken);
        await MakesEightAsync(Path.Combine(folder, $"execreports-{Version}-linux-x64", "execreports"));
    }

    private async Task MakesEightAsync(string program)
    {
        var place = Path.Combine(folder, Path.GetRandomFileName());

        await RunAsync(program, "run", "--portfolio", Cli.SamplePortfolio, "--out", place);

        Assert.Equal(8, Directory.GetFiles(Path.Combine(place, "exec-reports"), "*.eml", SearchOption.AllDirectories).Length);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Cli.StartProgram(program, arguments);
        var ended = await Cli.EndAsync(process);
        Assert.True(ended.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{ended.Output}\n{ended.Errors}");
    }
}
