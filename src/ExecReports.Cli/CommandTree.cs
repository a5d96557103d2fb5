using System.CommandLine;
using ExecReports.Cli.Commands;
using ExecReports.Embedded.Files;
using ExecReports.Embedded.Hub;
using ExecReports.Embedded.Ledger;
using ExecReports.Orchestration.Planning;
using ExecReports.Portfolio;

namespace ExecReports.Cli;

/// <summary>The command line: all commands, and how faults become messages and exit codes.</summary>
public static class CommandTree
{
    /// <summary>Runs a command line and returns its exit code.</summary>
    public static async Task<int> InvokeAsync(string[] args, Func<string, string?> environment)
    {
        var places = new PlaceOptions(environment);
        var root = new RootCommand("Executive reports from markdown handoffs, AWS inventory, git and operations data.")
        {
            places.Portfolio,
            places.Out,
            places.Env,
            places.Json,
            RunCommand.Make(places),
            RenderCommand.Make(places),
            ReportsCommand.Make(places),
            RunsCommand.Make(places),
            HistoryCommand.Make(places),
            LedgerCommand.Make(places),
            DoctorCommand.Make(places),
        };

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
            return Refuse(parsed.Errors.Select(error => error.Message));

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException fault)
        {
            return Refuse(fault.Faults);
        }
        catch (RunRequestException fault)
        {
            return Refuse(fault.Faults);
        }
        catch (Exception fault) when (fault is PortfolioException or HubException or OutputFolderException or LedgerFileException)
        {
            return Refuse([fault.Message]);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopped. `run --resume` goes on from here.");
            return ExitCodes.Failures;
        }
    }

    private static int Refuse(IEnumerable<string> faults)
    {
        foreach (var fault in faults)
            Console.Error.WriteLine(fault);

        return ExitCodes.Usage;
    }
}
