using System.CommandLine;

namespace ExecReports.Cli;

/// <summary>A command with the examples that its help ends with; the list of all commands shows its description alone.</summary>
internal sealed class CliCommand(string name, string description, params IReadOnlyList<(string Line, string Meaning)> examples) : Command(name, description)
{
    /// <summary>Command lines behind the program's name, and what each does (may be empty).</summary>
    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } = examples;
}
