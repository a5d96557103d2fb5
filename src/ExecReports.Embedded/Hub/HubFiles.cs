namespace ExecReports.Embedded.Hub;

/// <summary>The names of the hub's files in its folder.</summary>
public static class HubFiles
{
    /// <summary>The journal, a SQLite file (beside it, while it is open: <c>-wal</c> and <c>-shm</c>).</summary>
    /// <param name="folder">The hub's folder.</param>
    /// <returns>The path.</returns>
    public static string Journal(string folder) => Path.Combine(folder, "journal.db");

    /// <summary>Deletes the journal and what stands beside it.</summary>
    /// <param name="folder">The hub's folder; its lock is held.</param>
    internal static void DeleteJournal(string folder)
    {
        // What stands beside it first: a log without its file is nothing, but a new file must never meet an old log.
        foreach (var ending in (ReadOnlySpan<string>)["-wal", "-shm", ""])
            File.Delete(Journal(folder) + ending);
    }

    /// <summary>The file that the process at work holds open.</summary>
    /// <param name="folder">The hub's folder.</param>
    /// <returns>The path.</returns>
    public static string Lock(string folder) => Path.Combine(folder, "journal.lock");
}
