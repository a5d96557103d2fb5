namespace ExecReports.Delivery;

/// <summary>A rendered report, ready to be archived, recorded and mailed. Every retry of a run has the same bytes in it.</summary>
public sealed record ReportPackage
{
    /// <summary>Template id, for a domain report with <c>-&lt;entity id&gt;</c> behind it; the ledger's partition key.</summary>
    public required string ReportType { get; init; }
    /// <summary>Fixed once per run, UTC, to the millisecond; the ledger's sort key.</summary>
    public required DateTimeOffset GeneratedTimestamp { get; init; }
    /// <summary>The run.</summary>
    public required string RunId { get; init; }
    /// <summary>The day that the report speaks about.</summary>
    public required DateOnly AsOf { get; init; }
    /// <summary>Subject of the mail.</summary>
    public required string Subject { get; init; }
    /// <summary>SHA-256 of the template, so that the ledger says which version made the report.</summary>
    public required string TemplateVersion { get; init; }
    /// <summary>The archived web page.</summary>
    public required byte[] Html { get; init; }
    /// <summary>The archived Markdown.</summary>
    public required byte[] Markdown { get; init; }
    /// <summary>The figures with their sources, as JSON.</summary>
    public required byte[] Json { get; init; }
    /// <summary>The message without To and Message-ID; a delivery adds only those.</summary>
    public required byte[] Eml { get; init; }
    /// <summary>Who gets it; at most 50.</summary>
    public required IReadOnlyList<Recipient> Recipients { get; init; }
    /// <summary>The sender's address.</summary>
    public required string Sender { get; init; }
    /// <summary>Blind copy of each message, in the envelope only; null: none.</summary>
    public string? AuditBcc { get; init; }
    /// <summary>What its sources lacked, in words.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];
    /// <summary>Archive and record it, but mail nothing (its policy is to hold on gaps).</summary>
    public bool Hold { get; init; }
}
