namespace ExecReports.Delivery;

/// <summary>What the ledger knows of one report of one run. Written once; only its deliveries move.</summary>
public sealed record LedgerItem
{
    /// <summary>The edition of the item's attributes that this code writes. 2 added <see cref="AuditBcc"/> and <see cref="LedgerDelivery.Decisions"/>.</summary>
    public const int CurrentSchemaVersion = 2;

    /// <summary>Most recipients of one report: a ledger may have to rewrite the whole item with each move.</summary>
    public const int MostRecipients = 50;

    /// <summary>Report type and generated timestamp.</summary>
    public required LedgerKey Key { get; init; }
    /// <summary>The run; an index on it lists the run's items.</summary>
    public required string RunId { get; init; }
    /// <summary>The day that the report speaks about.</summary>
    public required DateOnly AsOf { get; init; }
    /// <summary>Subject of the mail.</summary>
    public required string Subject { get; init; }
    /// <summary>Sender of the mail, so that it can be sent again from the ledger and the archive alone.</summary>
    public required string Sender { get; init; }
    /// <summary>Blind copy of each message, so that one that is sent again has the same envelope; null: none, or an item of edition 1.</summary>
    public string? AuditBcc { get; init; }
    /// <summary>SHA-256 of the template.</summary>
    public required string TemplateVersion { get; init; }
    /// <summary>The archived objects: html, md, json, eml.</summary>
    public required IReadOnlyList<ArchivedFile> Files { get; init; }
    /// <summary>What the report's sources lacked.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];
    /// <summary>Recorded but not mailed: its policy is to hold on gaps. Its deliveries stay pending.</summary>
    public bool Held { get; init; }
    /// <summary>When the item was written, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>Edition of the attributes.</summary>
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    /// <summary>One per recipient, in the order of the report's recipients.</summary>
    public required IReadOnlyList<LedgerDelivery> Deliveries { get; init; }

    /// <summary>The item of a package, its deliveries all pending.</summary>
    /// <exception cref="ArgumentException">It has more than <see cref="MostRecipients"/> recipients, or one of them twice.</exception>
    public static LedgerItem Of(ReportPackage package, IReadOnlyList<ArchivedFile> files, DateTimeOffset now)
    {
        if (package.Recipients.Count > MostRecipients)
            throw new ArgumentException($"{package.ReportType} has {package.Recipients.Count} recipients; at most {MostRecipients} are possible: use a distribution list.", nameof(package));
        if (package.Recipients.DistinctBy(recipient => recipient.Id).Count() != package.Recipients.Count)
            throw new ArgumentException($"{package.ReportType} names a recipient twice.", nameof(package));
        return new()
        {
            Key = new(package.ReportType, package.GeneratedTimestamp),
            RunId = package.RunId,
            AsOf = package.AsOf,
            Subject = package.Subject,
            Sender = package.Sender,
            AuditBcc = package.AuditBcc,
            TemplateVersion = package.TemplateVersion,
            Files = files,
            Gaps = package.Gaps,
            Held = package.Hold,
            CreatedAt = now,
            Deliveries = [.. package.Recipients.Select(recipient => new LedgerDelivery
            {
                DeliveryId = DeliveryIds.Of(package.ReportType, package.GeneratedTimestamp, recipient.Id),
                Recipient = recipient,
            })],
        };
    }
}
