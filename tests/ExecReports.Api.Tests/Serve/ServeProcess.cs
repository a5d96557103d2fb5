using System.Diagnostics;
using System.Text;

namespace ExecReports.Api.Tests.Serve;

/// <summary>`execreports serve` in a process of its own.</summary>
internal sealed class ServeProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder errors = new();

    private ServeProcess(Process process) => this.process = process;

    public HttpClient Client { get; private set; } = null!;

    public string Errors => errors.ToString();

    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts it and waits until it says where it serves.</summary>
    public static async Task<ServeProcess> StartAsync(string portfolio, string folder)
    {
        var serve = new ServeProcess(Start("serve", "--listen", "127.0.0.1:0", "--portfolio", portfolio, "--out", folder, "--no-schedules"));
        serve.process.ErrorDataReceived += (_, line) => serve.errors.AppendLine(line.Data);
        serve.process.BeginErrorReadLine();
        var said = await serve.process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.True(said?.Contains("http://", StringComparison.Ordinal), $"it said: {said} {serve.Errors}");
        serve.Client = new HttpClient { BaseAddress = new Uri(said!.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal))) };
        return serve;
    }

    /// <summary>Runs a command line to its end.</summary>
    public static async Task<(int ExitCode, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, errors);
    }

    /// <summary>Kills it, as a power cut or the system would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        Client?.Dispose();
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ExecReports.Cli.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var name in (string[])["EXECREPORTS_PORTFOLIO", "EXECREPORTS_OUT", "EXECREPORTS_ENV"])
            start.Environment.Remove(name);
        return Process.Start(start)!;
    }
}
