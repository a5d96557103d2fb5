namespace ExecReports.Delivery;

/// <summary>What takes a machine's own archive, ledger and outbox's place where reports are delivered through a service.</summary>
public sealed record DeliveryParts
{
    /// <summary>Keeps reports.</summary>
    public required IReportArchive Archive { get; init; }
    /// <summary>Keeps deliveries.</summary>
    public required IReportLedger Ledger { get; init; }
    /// <summary>Sends.</summary>
    public required IMailer Mailer { get; init; }
    /// <summary>How long delivering may take.</summary>
    public required DeliveryOptions Options { get; init; }
    /// <summary>Whether a sender must be named.</summary>
    public required SenderRule Sender { get; init; }
    /// <summary>Asked before work starts; it throws what hinders it.</summary>
    public required Func<CancellationToken, Task> Check { get; init; }
    /// <summary>What stands before an archive key where a person is shown it.</summary>
    public required string ArchiveRoot { get; init; }
}
