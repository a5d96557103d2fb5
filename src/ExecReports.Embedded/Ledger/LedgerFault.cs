namespace ExecReports.Embedded.Ledger;

/// <summary>Why a ledger file cannot be used.</summary>
public enum LedgerFault
{
    /// <summary>It is no SQLite database, is cut off, or fails SQLite's own check.</summary>
    Damaged,
    /// <summary>The file is sound, but one item in it cannot be read.</summary>
    DamagedItem,
    /// <summary>It is a SQLite database of some other program.</summary>
    Foreign,
    /// <summary>A newer version of this program wrote it.</summary>
    Newer,
}
