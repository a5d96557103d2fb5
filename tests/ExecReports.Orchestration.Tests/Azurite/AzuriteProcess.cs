using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ExecReports.Orchestration.Tests.Azurite;

/// <summary>Azurite from tests/emulators, on free ports of loopback, with its data in a folder of its own; ended with the tests that use it.</summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    // The account that every Azurite has; it protects nothing.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly SemaphoreSlim _once = new(1);
    private Process? _process;
    private DirectoryInfo? _folder;
    private string? _connection;

    public static bool IsWanted => Environment.GetEnvironmentVariable("EXECREPORTS_FULL") == "1";

    /// <summary>Starts it at the first call, and returns its connection string.</summary>
    public async Task<string> StartAsync()
    {
        await _once.WaitAsync();
        try
        {
            return _connection ??= await LaunchAsync();
        }
        finally
        {
            _once.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _folder?.Delete(recursive: true);
        _once.Dispose();
    }

    private async Task<string> LaunchAsync()
    {
        var script = Path.Combine(EmulatorsFolder(), "node_modules", "azurite", "dist", "src", "azurite.js");
        Assert.True(File.Exists(script), $"{script} is missing: run 'npm ci' in tests/emulators");
        _folder = Directory.CreateTempSubdirectory("execreports-azurite-");
        var ports = FreePorts(3);
        var start = new ProcessStartInfo("node")
        {
            ArgumentList = { script, "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", _folder.FullName },
            RedirectStandardOutput = true,
        };
        string[] services = ["blob", "queue", "table"];
        foreach (var (service, port) in services.Zip(ports))
        {
            foreach (var argument in new[] { $"--{service}Host", "127.0.0.1", $"--{service}Port", port.ToString(CultureInfo.InvariantCulture) })
                start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        foreach (var port in ports)
            await AnswerAsync(port);
        return $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + string.Concat(services.Zip(ports, (service, port) => string.Create(CultureInfo.InvariantCulture,
                $"{char.ToUpperInvariant(service[0])}{service[1..]}Endpoint=http://127.0.0.1:{port}/{Account};")));
    }

    private async Task AnswerAsync(int port)
    {
        while (true)
        {
            Assert.False(_process!.HasExited, "Azurite ended by itself");
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
            }
        }
    }

    private static string EmulatorsFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ExecReports.Functions.sln")))
                return Path.Combine(folder.FullName, "tests", "emulators");
        }

        throw new DirectoryNotFoundException("the solution's folder was not found above the tests");
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        try
        {
            listeners.ForEach(x => x.Start());
            return [.. listeners.Select(x => ((IPEndPoint)x.LocalEndpoint).Port)];
        }
        finally
        {
            listeners.ForEach(x => x.Dispose());
        }
    }
}
