using System.Diagnostics;
using System.Globalization;

namespace ExecReports.Testing.Aws.Emulators;

/// <summary>A stand-in for an AWS service, in a process of its own on a free port of 127.0.0.1. It ends when it is disposed of, or with this process.</summary>
public sealed class Emulator : IAsyncDisposable
{
    readonly Process _process;

    Emulator(Process process, Uri url) => (_process, Url) = (process, url);

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>The folder of the stand-ins. (It stands before what needs it: this is the order in which they are made.)</summary>
    internal static string Folder { get; } = FindFolder();

    /// <summary>Why the stand-ins of <c>tests/emulators</c> cannot be started here, and what would change that; null: they can.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>DynamoDB (dynalite): conditions, indexes and paging; no transactions, no point-in-time recovery.</summary>
    public static Task<Emulator> DynaliteAsync() => StartAsync("dynalite.mjs");

    /// <summary>S3 (fauxqs): it takes and gives objects, and enforces neither conditions nor signatures nor locks.</summary>
    public static Task<Emulator> FauxqsAsync() => StartAsync("fauxqs.mjs");

    /// <summary>SES (aws-ses-v2-local): it takes raw mails and reads them as they are parsed; it knows no quota, and neither envelope, sender, size nor rate matters to it.</summary>
    public static Task<Emulator> SesAsync() => StartAsync("ses.mjs");

    /// <param name="start">What to start.</param>
    /// <param name="url">Where it listens; null: it prints its port.</param>
    /// <param name="word">What it prints when it is ready; null: nothing is waited for.</param>
    internal static async Task<Emulator> StartAsync(ProcessStartInfo start, Uri? url = null, string? word = null)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        if (url is not null && word is null)
        {
            _ = process.StandardOutput.ReadToEndAsync();
            return new Emulator(process, url);
        }
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(120)).ConfigureAwait(false);
        if (url is not null && line == word)
            return new Emulator(process, url);
        return url is null && int.TryParse(line, CultureInfo.InvariantCulture, out var number)
            ? new Emulator(process, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{number}/")))
            : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} printed '{line}' where {word ?? "its port"} was expected. {(line is null ? await errors.ConfigureAwait(false) : "")}");
    }

    static Task<Emulator> StartAsync(string script) => StartAsync(new ProcessStartInfo("node", [script]) { WorkingDirectory = Folder });

    static string? FindMissing()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
            node.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node.js is not installed: install version 20 or newer to run the tests on dynalite and fauxqs";
        }
        return Directory.Exists(Path.Combine(Folder, "node_modules", "dynalite")) ? null : "the stand-ins are not installed: run `npm ci` in tests/emulators (`./dev test` does)";
    }

    static string FindFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ExecReports.Functions.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside a checkout.");
        return Path.Combine(folder, "tests", "emulators");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Told so, it cleans up after itself; it is not waited for without end.
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await _process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync().ConfigureAwait(false);
        }
        _process.Dispose();
    }
}
