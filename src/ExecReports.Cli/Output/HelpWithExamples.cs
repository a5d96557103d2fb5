using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ExecReports.Cli.Output;

/// <summary>The framework's help, and the command's examples behind it.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    /// <summary>Who asks for help need not know yet what the command asks for.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is CliCommand { Examples: { Count: > 0 } examples })
        {
            var to = parseResult.InvocationConfiguration.Output;
            to.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
            var width = examples.Max(example => example.Line.Length);
            foreach (var (line, meaning) in examples)
                to.WriteLine($"  execreports {line.PadRight(width)}  {meaning}".TrimEnd());
            to.WriteLine();
        }

        return code;
    }
}
