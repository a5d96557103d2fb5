namespace ExecReports.Delivery;

/// <summary>What mailing a report takes: of a report that was just made, or of ledger and archive.</summary>
/// <param name="Key">Its ledger item.</param>
/// <param name="RunId">Its run.</param>
/// <param name="Sender">The sender's address.</param>
/// <param name="AuditBcc">Blind copy of each message; null: none.</param>
/// <param name="Eml">The message without To and Message-ID.</param>
sealed record ReportMail(LedgerKey Key, string RunId, string Sender, string? AuditBcc, ReadOnlyMemory<byte> Eml)
{
    public static ReportMail Of(ReportPackage package) => new(new(package.ReportType, package.GeneratedTimestamp), package.RunId, package.Sender, package.AuditBcc, package.Eml);
}
