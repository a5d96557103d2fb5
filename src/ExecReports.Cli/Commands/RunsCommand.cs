using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ExecReports.Cli.Output;
using ExecReports.Embedded.Hub;
using ExecReports.Orchestration;

namespace ExecReports.Cli.Commands;

/// <summary><c>runs</c>: past runs, newest first.</summary>
internal static class RunsCommand
{
    public static Command Make(PlaceOptions places)
    {
        var command = new CliCommand("runs", "Past runs, newest first.", ("runs --json", ""));
        command.SetAction(parsed => Run(places.Resolve(parsed)));
        return command;
    }

    private static int Run(Places places)
    {
        using var journal = HubReader.Open(places.Out, RunMessages.Converter);
        var runs = journal?.Instances()
            .OrderByDescending(instance => instance.CreatedAt)
            .Select(instance => new RunRow(
                instance.InstanceId,
                instance.RuntimeStatus.ToString().ToLowerInvariant(),
                instance.CreatedAt,
                instance.IsCompleted ? instance.LastUpdatedAt - instance.CreatedAt : null,
                instance.ReadCustomStatusAs<RunProgress>(),
                instance.FailureDetails?.ErrorMessage))
            .ToList() ?? [];

        if (places.Json)
            Console.Out.WriteLine(JsonSerializer.Serialize(runs, RunRowJson.Default.ListRunRow));
        else if (runs.Count == 0)
            Console.Out.WriteLine("No run yet. `execreports run` starts one.");
        else
            TextTable.Write(Console.Out, ["run", "state", "started (UTC)", "seconds", "phase"], runs.Select(Row));

        return ExitCodes.Done;
    }

    private static IReadOnlyList<string> Row(RunRow run) =>
    [
        run.RunId,
        run.State,
        run.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        run.Took is { } took ? took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) : "",
        run.Failure ?? (run.Progress is { } progress && progress.Phase != "done" ? $"{progress.Phase} {progress.Done} of {progress.Total}" : ""),
    ];
}

internal sealed record RunRow(string RunId, string State, DateTimeOffset StartedAt, TimeSpan? Took, RunProgress? Progress, string? Failure);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<RunRow>))]
internal sealed partial class RunRowJson : JsonSerializerContext;
