using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ExecReports.Testing.Aws.Emulators;

/// <summary>Servers that enforce what the everyday ones take for granted, and take seconds to start: for <c>./dev test --full</c>.</summary>
public static class FullEmulators
{
    static readonly string s_dynamoDbLocal = Path.Combine(Emulator.Folder, "dynamodb-local", "node_modules", "amplify-dynamodb-simulator", "emulator");

    /// <summary>Whether the full tests were asked for.</summary>
    public static bool AreWanted => Environment.GetEnvironmentVariable("EXECREPORTS_FULL") == "1";

    /// <summary>Why DynamoDB Local cannot be started, and what would change that; null: it can.</summary>
    public static string? DynamoDbLocalMissing =>
        !AreWanted ? "only with ./dev test --full"
        : !IsProgram("java", "-version") ? "Java is not installed: install a Java runtime 17 or newer to run the tests on DynamoDB Local"
        : !Directory.Exists(s_dynamoDbLocal) ? "DynamoDB Local is not installed: run `npm ci` in tests/emulators/dynamodb-local (`./dev test --full` does)"
        : null;

    /// <summary>Why Ceph RGW cannot be started, and what would change that; null: it can.</summary>
    public static string? RgwMissing =>
        !AreWanted ? "only with ./dev test --full"
        : !OperatingSystem.IsLinux() || !IsProgram("radosgw", "--version") || !IsProgram("ceph-mon", "--version") || !IsProgram("ceph-osd", "--version")
            ? "Ceph is not installed: `apt-get install radosgw ceph-mon ceph-osd` on Debian or Ubuntu (`./dev test --full` does, as root)"
        : null;

    /// <summary>Amazon's own DynamoDB Local. It knows no way to listen on loopback alone.</summary>
    public static async Task<Emulator> DynamoDbLocalAsync()
    {
        var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}/"));
        var start = new ProcessStartInfo("java", ["-Djava.library.path=./DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar", "-inMemory", "-sharedDb", "-disableTelemetry", "-port", url.Port.ToString(CultureInfo.InvariantCulture)]) { WorkingDirectory = s_dynamoDbLocal };
        var emulator = await Emulator.StartAsync(start, url).ConfigureAwait(false);
        await AnswerAsync(url).ConfigureAwait(false);
        return emulator;
    }

    /// <summary>S3 as Ceph's RADOS Gateway has it.</summary>
    public static async Task<Emulator> RgwAsync(string accessKeyId = "test", string secret = "test")
    {
        var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}/"));
        var data = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"execreports-rgw-{url.Port}-{Environment.ProcessId}"));
        var start = new ProcessStartInfo("bash", [Path.Combine(Emulator.Folder, "rgw.sh"), data, url.Port.ToString(CultureInfo.InvariantCulture), accessKeyId, secret]);
        return await Emulator.StartAsync(start, url, "ready").ConfigureAwait(false);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static async Task AnswerAsync(Uri url)
    {
        using var client = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var _ = await client.GetAsync(url).ConfigureAwait(false);
                return;
            }
            catch (HttpRequestException) when (tries < 600)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System).ConfigureAwait(false);
            }
        }
    }

    static bool IsProgram(string name, string argument)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(name, [argument]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
