namespace ExecReports.Cli.Preview;

/// <summary>What the preview shows now. Each change has a number; whoever waits for the next one is told.</summary>
internal sealed class PreviewState
{
    private readonly Lock gate = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Shown shown = new(0, null, null);

    /// <summary>The newest pages that could be made, and what is wrong now.</summary>
    /// <param name="Number">Counts changes.</param>
    /// <param name="Pages">The last good pages; null before the first.</param>
    /// <param name="Fault">Why the newest text could not be rendered; null if it could.</param>
    public sealed record Shown(int Number, PreviewPages? Pages, string? Fault);

    /// <summary>What is shown now.</summary>
    public Shown Now
    {
        get
        {
            lock (gate)
                return shown;
        }
    }

    /// <summary>Shows new pages, or what is wrong beside the last good ones.</summary>
    public void Show(PreviewPages? pages, string? fault)
    {
        lock (gate)
        {
            shown = new Shown(shown.Number + 1, pages ?? shown.Pages, fault);
            changed.SetResult();
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Waits until there is something newer than a number, at most <paramref name="patience"/>.</summary>
    public async Task<Shown> AfterAsync(int number, TimeSpan patience, CancellationToken cancellationToken)
    {
        Task next;
        lock (gate)
        {
            if (shown.Number != number)
                return shown;
            next = changed.Task;
        }

        await Task.WhenAny(next, Task.Delay(patience, TimeProvider.System, cancellationToken));
        return Now;
    }
}
