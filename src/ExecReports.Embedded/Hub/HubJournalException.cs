namespace ExecReports.Embedded.Hub;

/// <summary>Why a journal cannot be opened.</summary>
public enum JournalFault
{
    /// <summary>The file is no SQLite database, is cut off, or fails SQLite's own check.</summary>
    Damaged,

    /// <summary>The file is a SQLite database of some other program.</summary>
    Foreign,

    /// <summary>A newer version of this program wrote the file.</summary>
    Newer,
}

/// <summary>The journal cannot be used as it stands. Nothing in it was changed.</summary>
public sealed class HubJournalException : HubException
{
    internal HubJournalException(JournalFault fault, string path, string found, Exception? inner = null)
        : base($"{path}: {found}. {Advice(fault)}", path, inner) => Fault = fault;

    /// <summary>What is wrong with the journal.</summary>
    public JournalFault Fault { get; }

    private static string Advice(JournalFault fault) => fault switch
    {
        JournalFault.Newer => "Use the version of the program that wrote it, or move the file away to start a new journal.",
        JournalFault.Foreign => "Choose another folder, or move the file away to start a new journal.",
        _ => "It was left untouched. Restore it from a backup, or move it (with its -wal and -shm files) away to start a new journal: "
            + "what was mailed stands in the ledger, which is a file of its own.",
    };
}
