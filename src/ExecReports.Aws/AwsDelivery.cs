using Amazon.CloudWatchLogs;
using Amazon.Runtime;
using ExecReports.Aws.Archive;
using ExecReports.Aws.Clients;
using ExecReports.Aws.Ledger;
using ExecReports.Aws.Mail;
using ExecReports.Aws.SendLog;
using ExecReports.Aws.Settings;
using ExecReports.Aws.Workspace;
using ExecReports.Delivery;
using ExecReports.Workspace;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ExecReports.Aws;

/// <summary>Everything that delivering through AWS is put together from. One serves a process; at its end the last lines of the send log are put.</summary>
public sealed class AwsDelivery : IAsyncDisposable
{
    readonly SesMailer _ses;
    readonly AmazonCloudWatchLogsClient? _logs;
    readonly CloudWatchSendLog? _sendLog;

    AwsDelivery(AwsClients clients, TimeProvider time, string process, ILoggerFactory loggers)
    {
        var settings = clients.Settings;
        Clients = clients;
        Archive = new S3Archive(clients.S3, new(settings.Bucket) { Lock = settings.ObjectLock, KmsKey = settings.KmsKey }, time);
        Workspace = new S3Workspace(clients.S3, settings.WorkspaceBucket ?? settings.Bucket, settings.WorkspacePrefix, settings.KmsKey);
        Ledger = new DynamoLedger(clients.DynamoDb, settings.Table);
        _ses = new SesMailer(
            clients.SesConfig(), clients.Ses, new SesOptions { ConfigurationSet = settings.ConfigurationSet }, time, loggers.CreateLogger<SesMailer>());
        if (settings.LogGroup is { } group)
        {
            _logs = clients.CloudWatchLogs();
            _sendLog = new CloudWatchSendLog(_logs, new SendLogOptions { Group = group, Process = process, PlainAddresses = settings.LogAddresses }, time, loggers.CreateLogger<CloudWatchSendLog>());
        }
        Mailer = _sendLog is null ? _ses : new LoggedMailer(_ses, _sendLog, time);
    }

    /// <summary>The clients under all of it.</summary>
    public AwsClients Clients { get; }

    /// <summary>Keeps reports in S3.</summary>
    public IReportArchive Archive { get; }

    /// <summary>Keeps deliveries in DynamoDB.</summary>
    public IReportLedger Ledger { get; }

    /// <summary>Sends through SES and logs each send.</summary>
    public IMailer Mailer { get; }

    /// <summary>Keeps snapshots and rendered files in S3, for a host that has no disk of its own.</summary>
    public IRunWorkspace Workspace { get; }

    /// <summary>
    /// How long delivering may take. Others use the ledger as well, so a lease is honoured to its end.
    /// </summary>
    public static DeliveryOptions Options { get; } = new();

    /// <summary>The parts of a delivery through AWS.</summary>
    public DeliveryParts Parts => new()
    {
        Archive = Archive,
        Ledger = Ledger,
        Mailer = Mailer,
        Options = Options,
        Sender = SenderRule.Mailed,
        Check = CheckAsync,
        ArchiveRoot = $"s3://{Clients.Settings.Bucket}/",
    };

    /// <summary>Puts it together; nothing is called yet.</summary>
    /// <param name="settings">From <see cref="AwsSettingsReader"/>.</param>
    /// <param name="time">The clock.</param>
    /// <param name="process">Names this process uniquely, in claims and in the send log.</param>
    /// <param name="credentials">Where the host has its own way to credentials; null: as the settings say.</param>
    /// <param name="loggers">Logs of this program, where no address or key goes.</param>
    /// <exception cref="AwsException">The profile that the settings name does not exist.</exception>
    public static AwsDelivery Make(AwsSettings settings, TimeProvider time, string process, AWSCredentials? credentials = null, ILoggerFactory? loggers = null) =>
        new(new AwsClients(settings, credentials), time, process, loggers ?? NullLoggerFactory.Instance);

    /// <summary>Whether bucket and table can be used at all, asked before a run begins: a report that could not be archived or recorded would be found out only at the end.</summary>
    /// <exception cref="AwsException">One of them is refused; the message says what to mend.</exception>
    /// <exception cref="TransientException">One of them does not answer.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await Archive.ListFiguresAsync("none", DateTimeOffset.UnixEpoch, 1, cancellationToken).ConfigureAwait(false);
        await Ledger.GetAsync(new LedgerKey("none", DateTimeOffset.UnixEpoch), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_sendLog is not null)
            await _sendLog.DisposeAsync().ConfigureAwait(false);
        _logs?.Dispose();
        _ses.Dispose();
        Clients.Dispose();
    }
}
