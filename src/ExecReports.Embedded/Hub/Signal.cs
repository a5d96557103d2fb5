namespace ExecReports.Embedded.Hub;

/// <summary>Wakes everybody who waits. Take <see cref="Next"/> before looking at the state, and no change can be missed.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Next => Volatile.Read(ref _source).Task;

    public void Pulse() =>
        Interlocked.Exchange(ref _source, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
