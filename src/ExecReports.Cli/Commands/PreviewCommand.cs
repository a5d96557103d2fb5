using System.CommandLine;
using ExecReports.Cli.Preview;
using ExecReports.Embedded;
using ExecReports.Orchestration.Planning;
using ExecReports.Portfolio;

namespace ExecReports.Cli.Commands;

/// <summary><c>preview</c>: one report in the browser, rendered anew whenever a file of the portfolio changes.</summary>
internal static class PreviewCommand
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(400);

    private static readonly Option<int> Port = new("--port") { Description = "The port on this machine. Default: the system chooses one.", DefaultValueFactory = _ => 0 };
    private static readonly Option<string?> AsOf = RunOptions.AsOf();

    public static Command Make(PlaceOptions places)
    {
        var report = RunOptions.Report();
        var command = new CliCommand(
            "preview", "Shows one report in the browser and renders it anew whenever a file changes.",
            ("preview weekly", "while you write reports/weekly.md"),
            ("preview cfo --port 8090", ""))
        {
            report, Port, AsOf,
        };
        command.SetAction((parsed, cancellationToken) => PreviewAsync(
            places.Resolve(parsed), parsed.GetRequiredValue(report), parsed.GetValue(Port), RunOptions.ParseDay(parsed.GetValue(AsOf)), cancellationToken));
        return command;
    }

    private static async Task<int> PreviewAsync(Places places, string report, int port, DateOnly? asOf, CancellationToken cancellationToken)
    {
        if (port is < 0 or > 65_535)
            throw new UsageException($"--port {port} is no port; expected 1 to 65535, or 0 to let the system choose.");
        var options = await places.FetchAsync(cancellationToken);
        if (options.Origin is not null)
            throw new UsageException("A preview follows the files of a folder, and this portfolio is elsewhere: clone it, and name the clone with --portfolio.");

        var state = new PreviewState();
        await using var server = await PreviewServer.StartAsync(report, state, port, cancellationToken);
        Console.Out.WriteLine($"Preview of {report} at {server.Address} (Ctrl-C stops)");
        try
        {
            for (string? last = null; ;)
            {
                var stamp = PortfolioStamp.Of(options.Portfolio);
                if (stamp != last)
                {
                    last = stamp;
                    await RenderAsync(options, report, asOf, state, cancellationToken);
                }

                await Task.Delay(Look, options.Time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Console.Error.WriteLine("Stopped.");
            return ExitCodes.Done;
        }
    }

    // What is wrong with the text is shown on the page: whoever writes it mends it and sees the next one.
    private static async Task RenderAsync(LocalOptions options, string report, DateOnly? asOf, PreviewState state, CancellationToken cancellationToken)
    {
        try
        {
            var rendering = await DryRender.OfAsync(options, report, asOf, cancellationToken);
            state.Show(rendering.Failure is null ? PreviewPages.Of(rendering.Files["eml"]) : null, rendering.Failure);
        }
        catch (Exception fault) when (fault is RunRequestException or PortfolioException)
        {
            state.Show(null, fault is RunRequestException refused ? string.Join('\n', refused.Faults) : fault.Message);
        }
    }
}
