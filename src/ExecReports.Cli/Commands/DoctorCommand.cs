using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using ExecReports.Cli.Doctor;
using Spectre.Console;

namespace ExecReports.Cli.Commands;

/// <summary><c>doctor</c>: what of the portfolio was read and what was not, and whether a run could work here.</summary>
internal static class DoctorCommand
{
    private static readonly Option<bool> Create = new("--create") { Description = "With --deliver aws: make the ledger's table if it is missing." };
    private static readonly Option<bool> Expect = new("--expect") { Description = "Check only whether the scheduled runs that should have finished have. For monitors: exit code 1 if one has not." };

    public static Command Make(PlaceOptions places)
    {
        var command = new CliCommand(
            "doctor", "Checks portfolio, repositories, data files and output folder, with --deliver aws also what is needed there, and says what to mend.",
            ("doctor --portfolio ~/companies", "exit code 1 if something is broken"),
            ("doctor --deliver aws", "identity, permissions, bucket, table, sender, clock as well"),
            ("doctor --expect", "exit code 1 if a scheduled run did not finish in time"))
        {
            Create, Expect,
        };
        command.SetAction((parsed, cancellationToken) => CheckAsync(places.Resolve(parsed), parsed.GetValue(Create), parsed.GetValue(Expect), cancellationToken));
        return command;
    }

    private static async Task<int> CheckAsync(Places places, bool create, bool expect, CancellationToken cancellationToken)
    {
        var options = await places.FetchAsync(cancellationToken);
        var findings = new List<Finding>();
        if (expect)
        {
            findings.AddRange(await ExpectedRuns.RunAsync(places, options, cancellationToken));
            return Write(places, findings);
        }

        await SampleHistories.BuildAsync(options, cancellationToken);
        findings.AddRange(await PortfolioChecks.RunAsync(options, cancellationToken));
        findings.AddRange(await OutputChecks.RunAsync(options, cancellationToken));
        if (places.DeliversThroughAws)
            findings.AddRange(await AwsChecks.RunAsync(places, options, create, cancellationToken));
        else if (create)
            throw new UsageException("--create makes a table on AWS: add --deliver aws.");
        return Write(places, findings);
    }

    private static int Write(Places places, List<Finding> findings)
    {
        if (places.Json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(findings, FindingJson.Default.ListFinding));
        }
        else
        {
            // A finding is one line however wide the terminal is, so that it can be searched and copied.
            AnsiConsole.Profile.Width = int.MaxValue;
            foreach (var finding in findings)
                AnsiConsole.MarkupLine($"{Mark(finding.Level)} {$"{finding.Where}: {finding.What.ReplaceLineEndings(" ")}".EscapeMarkup()}");

            Console.Out.WriteLine();
            Console.Out.WriteLine($"{Count(FindingLevel.Fault, "fault")}, {Count(FindingLevel.Warning, "warning")}, {Count(FindingLevel.Hint, "hint")}");
        }

        return findings.Any(finding => finding.Level == FindingLevel.Fault) ? ExitCodes.Failures : ExitCodes.Done;

        string Count(FindingLevel level, string word)
        {
            var count = findings.Count(finding => finding.Level == level);
            return $"{count} {word}{(count == 1 ? "" : "s")}";
        }
    }

    private static string Mark(FindingLevel level) => level switch
    {
        FindingLevel.Good => "[green]ok[/]     ",
        FindingLevel.Hint => "[grey]hint[/]   ",
        FindingLevel.Warning => "[yellow]warning[/]",
        _ => "[red]FAULT[/]  ",
    };
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(List<Finding>))]
internal sealed partial class FindingJson : JsonSerializerContext;
