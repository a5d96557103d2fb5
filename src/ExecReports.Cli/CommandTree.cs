using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using ExecReports.Aws;
using ExecReports.Cli.Commands;
using ExecReports.Cli.Output;
using ExecReports.Cli.Samples;
using ExecReports.Delivery;
using ExecReports.Embedded;
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
        // A plain command: RootCommand would call itself by the name of the assembly's file.
        var root = new Command("execreports", "Executive reports from markdown handoffs, AWS inventory, git and operations data.")
        {
            new HelpOption { Recursive = true, Action = new HelpWithExamples(new HelpAction()) },
            new VersionOption(),
            places.Portfolio,
            places.Out,
            places.Env,
            places.Deliver,
            places.Set,
            places.Json,
            RunCommand.Make(places),
            ServeCommand.Make(places),
            RenderCommand.Make(places),
            ExplainCommand.Make(places),
            ReportsCommand.Make(places),
            RunsCommand.Make(places),
            HistoryCommand.Make(places),
            LedgerCommand.Make(places),
            ResendCommand.Make(places),
            DoctorCommand.Make(places),
            CollectCommand.Make(places),
            InitCommand.Make(places),
            PreviewCommand.Make(places),
        };

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
            return Refuse([.. parsed.Errors.Select(error => error.Message), $"`{PathOf(parsed.CommandResult)} --help` shows what there is."]);

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException fault)
        {
            return Refuse(fault.Faults);
        }
        catch (OperatorActionException fault)
        {
            return Refuse([fault.Message]);
        }
        catch (RunRequestException fault)
        {
            return Refuse(fault.Faults);
        }
        catch (SettingsException fault)
        {
            return Refuse(fault.Faults);
        }
        catch (Exception fault) when (fault is PortfolioException or HubException or OutputFolderException or LedgerFileException or HistoryFormatException or AwsException or TransientException)
        {
            return Refuse([fault.Message]);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine(parsed.CommandResult.Command.Name == "run" ? "Stopped. `run --resume` goes on from here." : "Stopped.");
            return ExitCodes.Failures;
        }
    }

    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult above ? $"{PathOf(above)} {command.Command.Name}" : command.Command.Name;

    private static int Refuse(IEnumerable<string> faults)
    {
        foreach (var fault in faults)
            Console.Error.WriteLine(fault);

        return ExitCodes.Usage;
    }
}
