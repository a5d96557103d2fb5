using ExecReports.Orchestration;
using Microsoft.DurableTask.Client;

namespace ExecReports.Api.Runs;

/// <summary>Reads how far a run is.</summary>
internal static class RunProgressReader
{
    // The custom status comes as text also where inputs and outputs do not, and then the framework will not read it.
    public static ProgressView? Read(OrchestrationMetadata instance) =>
        instance.SerializedCustomStatus is { Length: > 0 } text && RunMessages.Converter.Deserialize(text, typeof(RunProgress)) is RunProgress progress
            ? new ProgressView(progress.Phase, progress.Done, progress.Total)
            : null;
}
