namespace ExecReports.Delivery;

/// <summary>An archived object, as the ledger remembers it.</summary>
/// <param name="Key">Its key in the archive.</param>
/// <param name="Sha256">SHA-256 of its bytes, hexadecimal, lower case.</param>
/// <param name="Bytes">Its size in bytes.</param>
public sealed record ArchivedFile(string Key, string Sha256, long Bytes);
