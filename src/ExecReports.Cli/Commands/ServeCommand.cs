using System.CommandLine;
using ExecReports.Cli.Serve;
using ExecReports.Embedded;
using ExecReports.Schedules;

namespace ExecReports.Cli.Commands;

/// <summary><c>serve</c>: the HTTP API and the page on this machine.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> Listen = new("--listen", "-l")
    {
        Description = $"Where to listen. Default: {ListenAddress.Default}, which only this machine reaches. Another address needs --token-file.",
        HelpName = "address:port",
        DefaultValueFactory = _ => ListenAddress.Default,
    };

    private static readonly Option<string?> Token = new("--token-file") { Description = "A file whose only line is a token that callers must show (Authorization: Bearer).", HelpName = "file" };

    private static readonly Option<string[]> Hosts = new("--host")
    {
        Description = "A further name under which the server is called, such as reports.example.com behind a proxy.",
        HelpName = "name",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<bool> NoSchedules = new("--no-schedules") { Description = "Start nothing by itself; the schedules are shown only." };

    public static Command Make(PlaceOptions places)
    {
        var command = new CliCommand(
            "serve", "Serves the HTTP API and the page on this machine.",
            ("serve", $"the page is at http://{ListenAddress.Default}/"),
            ("serve --listen 192.0.2.10:8088 --token-file ~/execreports.token", "for others, who must show the token"))
        {
            Listen, Token, Hosts, NoSchedules,
        };
        command.SetAction((parsed, cancellationToken) => ServeAsync(places.Resolve(parsed), Read(parsed), !parsed.GetValue(NoSchedules), cancellationToken));
        return command;
    }

    private static ServeOptions Read(ParseResult parsed)
    {
        var listen = ListenAddress.Parse(parsed.GetRequiredValue(Listen));
        var token = parsed.GetValue(Token) is { } file ? TokenFile.Read(file) : null;
        var hosts = parsed.GetValue(Hosts) ?? [];
        if (!listen.IsLoopback && token is null)
            throw new UsageException($"--listen {listen.Shown(listen.Port)} can be reached from other machines, and reports are confidential: name a token that callers must show (--token-file), or listen on {ListenAddress.Default}.");
        if (listen.IsAny && hosts.Length == 0)
            throw new UsageException($"--listen {listen.Shown(listen.Port)} stands for every address of this machine: say under which names it is called (--host reports.example.com), so that others can be refused.");
        return new ServeOptions { Listen = listen, Token = token, Hosts = hosts };
    }

    private static async Task<int> ServeAsync(Places places, ServeOptions options, bool schedules, CancellationToken cancellationToken)
    {
        await using var local = await places.OpenAsync(cancellationToken);
        await SampleHistories.BuildAsync(local.Options, cancellationToken);
        if (schedules)
            await RefuseWrongSchedulesAsync(local, cancellationToken);
        var unfinished = (await local.RunsAsync(cancellationToken)).Where(run => !run.Finished).ToList();
        await local.StartAsync();
        await using var server = await ReportServer.StartAsync(local, options, cancellationToken);

        foreach (var run in unfinished)
            Console.Error.WriteLine($"Run {run.RunId} was interrupted and goes on.");
        foreach (var template in local.UnusableTemplates)
            Console.Error.WriteLine($"Not used: {template}");
        if (!options.Listen.IsLoopback)
            Console.Error.WriteLine("Other machines can reach this server. It asks for the token, but it does not encrypt: put a proxy with TLS in front of it.");
        Console.Out.WriteLine($"Serving {places.Out} at {server.Address} (Ctrl-C stops; runs go on when it is started again)");
        var ticking = schedules ? ScheduleTicker.RunAsync(local, Console.Error.WriteLine, cancellationToken) : Task.CompletedTask;
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, local.Options.Time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopped.");
        }

        await ticking;
        return ExitCodes.Done;
    }

    private static async Task RefuseWrongSchedulesAsync(LocalReports local, CancellationToken cancellationToken)
    {
        try
        {
            await local.Schedules.ReadAsync(cancellationToken);
        }
        catch (ScheduleException wrong)
        {
            throw new UsageException([.. wrong.Faults, "Nothing was started. --no-schedules serves without them."]);
        }
    }
}
