using System.Diagnostics;

namespace CrashHost;

/// <summary>Kills this process at a step, so that nothing of it is flushed, closed or recorded any more.</summary>
internal sealed class Countdown(int step)
{
    private int passed;

    public int Passed => passed;

    /// <summary>Makes a call with a step before it and one after it.</summary>
    public async Task<T> AroundAsync<T>(Func<Task<T>> call)
    {
        Step();
        var result = await call();
        Step();
        return result;
    }

    /// <summary>Makes a call with a step before it and one after it.</summary>
    public async Task AroundAsync(Func<Task> call)
    {
        Step();
        await call();
        Step();
    }

    private void Step()
    {
        if (Interlocked.Increment(ref passed) == step)
            Process.GetCurrentProcess().Kill();
    }
}
