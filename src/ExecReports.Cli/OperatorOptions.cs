using System.CommandLine;
using ExecReports.Delivery;

namespace ExecReports.Cli;

/// <summary>Options of commands by which an operator decides: who and why go into the ledger.</summary>
internal static class OperatorOptions
{
    public static Option<string?> By() => new("--by") { Description = "Who decides, for the ledger. Default: your user name and this machine's.", HelpName = "name" };

    public static Option<string?> Why(string description) => new("--why") { Description = description, HelpName = "text" };

    /// <summary>Reads both.</summary>
    /// <exception cref="OperatorActionException">One is missing or cannot be kept.</exception>
    public static OperatorWord Word(string? by, string? why) => OperatorWord.Of(by ?? $"{Environment.UserName}@{Environment.MachineName}", why ?? "");
}
