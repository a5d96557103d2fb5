namespace ExecReports.Portfolio;

/// <summary>
/// Folders of this machine, one for each state of a portfolio that is elsewhere. A state is written beside its place and moved there whole; states that nobody took for a week go.
/// </summary>
/// <param name="folder">Where the states are.</param>
/// <param name="time">The clock.</param>
public sealed class PortfolioSnapshots(string folder, TimeProvider time)
{
    private static readonly TimeSpan _kept = TimeSpan.FromDays(7);

    /// <summary>The folder of a state; <paramref name="write"/> fills it where it is not there yet.</summary>
    /// <param name="state">A name for the state, such as a commit.</param>
    /// <param name="write">Writes the state into the folder that it is given.</param>
    public async Task<string> TakeAsync(string state, Func<string, Task> write)
    {
        var place = Path.Combine(folder, state);
        if (!Directory.Exists(place))
        {
            var fresh = $"{place}.new-{Environment.ProcessId}";
            Remove(fresh);
            Directory.CreateDirectory(fresh);
            try
            {
                await write(fresh).ConfigureAwait(false);
                Directory.Move(fresh, place);
            }
            catch (IOException) when (Directory.Exists(place))
            {
                // Another process wrote the same state first.
            }
            finally
            {
                Remove(fresh);
            }
        }

        Directory.SetLastWriteTimeUtc(place, time.GetUtcNow().UtcDateTime);
        foreach (var old in Directory.EnumerateDirectories(folder).Where(old => old != place && time.GetUtcNow() - Directory.GetLastWriteTimeUtc(old) > _kept).ToList())
            Remove(old);
        return place;
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
