using System.Diagnostics;

namespace EndToEnd.Runs;

/// <summary>The command-line program in a process of its own.</summary>
internal static class Cli
{
    /// <summary>The top of this checkout.</summary>
    public static string Root { get; } = FindRoot();

    public static string SamplePortfolio => Path.Combine(Root, "samples", "portfolio");

    /// <summary>Runs a command line to its end.</summary>
    public static async Task<CliResult> RunAsync(params IReadOnlyList<string> arguments)
    {
        using var process = Start(arguments);
        return await EndAsync(process);
    }

    /// <summary>Waits for a program's end; what it said is read meanwhile.</summary>
    public static async Task<CliResult> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CliResult(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts a command line.</summary>
    public static Process Start(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null) => StartProgram(Program(), arguments, environment);

    /// <summary>Starts a program: an executable, or a .dll by <c>dotnet</c>.</summary>
    public static Process StartProgram(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        if (program.EndsWith(".dll", StringComparison.Ordinal))
        {
            start.FileName = "dotnet";
            start.ArgumentList.Add(program);
        }

        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        foreach (var name in (string[])["EXECREPORTS_PORTFOLIO", "EXECREPORTS_OUT", "EXECREPORTS_ENV"])
            start.Environment.Remove(name);

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        return Process.Start(start)!;
    }

    // `./dev test` publishes the program and names it; in an editor the one that was just built serves.
    private static string Program() =>
        Environment.GetEnvironmentVariable("EXECREPORTS_CLI") is { Length: > 0 } published ? published : Path.Combine(AppContext.BaseDirectory, "ExecReports.Cli.dll");

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ExecReports.Functions.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside a checkout.");

        return folder;
    }
}

/// <summary>How a command line ended.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Errors)
{
    /// <summary>Whether it was ended by kill -9.</summary>
    public bool WasKilled => ExitCode is 137 or 9 or -1;

    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
