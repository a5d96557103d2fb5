namespace ExecReports.Embedded.Ledger;

/// <summary>The ledger file cannot be used as it stands. Nothing in it was changed, and nothing is mailed without it.</summary>
public sealed class LedgerFileException(string path, LedgerFault fault, string found, Exception? inner = null)
    : Exception($"{path}: {found}. {Advice(fault)}", inner)
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>What is wrong with it.</summary>
    public LedgerFault Fault { get; } = fault;

    static string Advice(LedgerFault fault) => fault switch
    {
        LedgerFault.Newer => "Use the version of the program that wrote it.",
        LedgerFault.DamagedItem => "Something else than this program changed it. Restore the file from a backup, or set the value right with a SQLite tool; until then nothing of this report and moment is mailed.",
        LedgerFault.Foreign => "Choose another folder, or move the file away to start a new ledger.",
        _ => "Restore it from a backup. It may also be moved away (with its -wal and -shm files) to start a new ledger, which knows nothing of what was mailed before: unfinished runs must not be resumed then.",
    };
}
