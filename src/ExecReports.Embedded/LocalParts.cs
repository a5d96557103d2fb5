using ExecReports.Delivery;
using ExecReports.Embedded.Archive;
using ExecReports.Embedded.Ledger;
using ExecReports.Embedded.Outbox;
using ExecReports.Embedded.Workspace;
using ExecReports.Git;
using ExecReports.Orchestration.Activities;
using ExecReports.Workspace;

namespace ExecReports.Embedded;

/// <summary>What the product is put together from on one machine. A test replaces single parts before the activities are made of them.</summary>
public sealed record LocalParts
{
    /// <summary>Handoffs, templates and data files.</summary>
    public required LocalPortfolio Portfolio { get; init; }
    /// <summary>Audits repositories.</summary>
    public required IRepositoryAuditor Auditor { get; init; }
    /// <summary>Keeps snapshots and rendered files.</summary>
    public required IRunWorkspace Workspace { get; init; }
    /// <summary>Keeps reports.</summary>
    public required IReportArchive Archive { get; init; }
    /// <summary>Keeps deliveries.</summary>
    public required IReportLedger Ledger { get; init; }
    /// <summary>Takes mails.</summary>
    public required IMailer Mailer { get; init; }
    /// <summary>How long delivering may take.</summary>
    public DeliveryOptions Delivery { get; init; } = new() { LeasesVoid = true };
    /// <summary>Names this process in the ledger's claims.</summary>
    public required ProcessName Process { get; init; }

    /// <summary>Asked before work starts: whether archive and ledger can be used. It throws what hinders them.</summary>
    public Func<CancellationToken, Task>? Check { get; init; }
    /// <summary>Whether mails leave the machine, so that a sender must be named.</summary>
    public SenderRule Sender { get; init; } = SenderRule.Outbox;
    /// <summary>What stands before an archive key where a person is shown it; null: the output folder.</summary>
    public string? ArchiveRoot { get; init; }
    /// <summary>Disposed of with the parts; null: nothing.</summary>
    public IAsyncDisposable? Owned { get; init; }

    /// <summary>Why no run may mail as the portfolio is now (<see cref="SenderRule.Fault"/>); null: nothing hinders.</summary>
    public async Task<string?> SenderFaultAsync(CancellationToken cancellationToken) =>
        Sender.MustBeNamed ? Sender.Fault((await Portfolio.Portfolio.OutlineAsync(cancellationToken)).Settings.Sender) : null;

    /// <summary>The parts with those of another delivery in their place.</summary>
    public LocalParts DeliveringBy(DeliveryParts other) => this with
    {
        Archive = other.Archive,
        Ledger = other.Ledger,
        Mailer = other.Mailer,
        Delivery = other.Options,
        Sender = other.Sender,
        Check = other.Check,
        ArchiveRoot = other.ArchiveRoot,
    };

    /// <summary>The parts as files of the output folder.</summary>
    public static LocalParts Make(LocalOptions options) => new()
    {
        Portfolio = LocalPortfolio.Open(options),
        Auditor = LocalRepositories.Auditor(options),
        Workspace = new FolderWorkspace(options.Workspace, options.Time),
        Archive = new FolderArchive(options.Archive, options.Time),
        Ledger = new SqliteLedger(options.Ledger),
        Mailer = new FileOutbox(options.Outbox, options.Time),
        Process = ProcessName.New(options.Random),
    };
}
