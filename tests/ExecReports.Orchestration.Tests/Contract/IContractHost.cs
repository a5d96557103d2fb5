namespace ExecReports.Orchestration.Tests.Contract;

/// <summary>A place where orchestrations run, as little of it as the contract needs.</summary>
public interface IContractHost : IAsyncDisposable
{
    Task StartAsync(string id, string orchestrator, object? input);

    Task<Outcome> WaitAsync(string id, CancellationToken cancellation);

    Task RaiseAsync(string id, string name, object? payload);

    Task TerminateAsync(string id, string reason);

    /// <summary>Ends when the custom status (as JSON) is the wanted one.</summary>
    Task WaitForCustomStatusAsync(string id, string json, CancellationToken cancellation);
}

/// <summary>How an instance ended: output and custom status as JSON.</summary>
public sealed record Outcome(string Status, string? Output, string? CustomStatus, string? Failure);
