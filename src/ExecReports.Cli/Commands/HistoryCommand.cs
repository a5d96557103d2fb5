using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ExecReports.Cli.Output;
using ExecReports.Embedded.Hub;

namespace ExecReports.Cli.Commands;

/// <summary><c>history</c>: what an orchestration did, step by step.</summary>
internal static class HistoryCommand
{
    public static Command Make(PlaceOptions places)
    {
        var run = new Argument<string>("run") { Description = "The run's id, or `last`." };
        var command = new CliCommand("history", "What a run's orchestration did, step by step.", ("history last", ""), ("history 20261124T201500Z-5f3a9c --json", "")) { run };
        command.SetAction(parsed => Run(places.Resolve(parsed), parsed.GetRequiredValue(run)));
        return command;
    }

    private static int Run(Places places, string asked)
    {
        using var journal = HubReader.Open(places.Out)
            ?? throw new UsageException($"There is no run yet: {places.Out} has no journal. `execreports run` starts one.");
        var instances = journal.Instances().OrderByDescending(instance => instance.CreatedAt).ToList();
        var runId = asked == "last"
            ? instances.FirstOrDefault()?.InstanceId
            : instances.FirstOrDefault(instance => instance.InstanceId == asked)?.InstanceId;
        if (runId is null)
            throw new UsageException($"There is no run '{asked}'. `execreports runs` lists them.");

        var events = journal.History(runId);
        if (places.Json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(events, HistoryJson.Default.IReadOnlyListHubEvent));
            return ExitCodes.Done;
        }

        Console.Out.WriteLine($"Run {runId}");
        // The start was recorded before the first turn that took it up.
        var start = events.Count > 0 ? events.Min(step => step.Timestamp) : default;
        TextTable.Write(
            Console.Out,
            ["#", "seconds", "event", "what", "failure"],
            events.Select(step => (IReadOnlyList<string>)
            [
                step.Sequence.ToString(CultureInfo.InvariantCulture),
                (step.Timestamp - start).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture),
                step.Type,
                step.Name ?? "",
                step.Failure ?? "",
            ]));
        return ExitCodes.Done;
    }
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<HubEvent>))]
internal sealed partial class HistoryJson : JsonSerializerContext;
