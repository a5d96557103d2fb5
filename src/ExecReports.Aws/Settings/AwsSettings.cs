using ExecReports.Aws.Archive;
using ExecReports.Aws.Clients;
using ExecReports.Aws.Ledger;
using ExecReports.Aws.SendLog;
using ExecReports.Aws.Workspace;

namespace ExecReports.Aws.Settings;

/// <summary>What delivering through AWS needs to know (docs/settings.md). <see cref="AwsSettingsReader"/> reads and checks it.</summary>
public sealed record AwsSettings
{
    /// <summary>Region of all services but those that have their own.</summary>
    public required string Region { get; init; }
    /// <summary>Region that mails are sent from; null: <see cref="Region"/>.</summary>
    public string? SesRegion { get; init; }
    /// <summary>Credentials.</summary>
    public AwsCredentialSettings Credentials { get; init; } = new();
    /// <summary>Endpoints that stand in for AWS's own, by service.</summary>
    public IReadOnlyDictionary<AwsService, Uri> Endpoints { get; init; } = new Dictionary<AwsService, Uri>();

    /// <summary>Bucket of the archive.</summary>
    public required string Bucket { get; init; }
    /// <summary>KMS key that encrypts what is put; null: the bucket's own setting.</summary>
    public string? KmsKey { get; init; }
    /// <summary>Lock of archived objects; null: none.</summary>
    public ObjectLock? ObjectLock { get; init; }
    /// <summary>Bucket of the run workspace; null: that of the archive.</summary>
    public string? WorkspaceBucket { get; init; }
    /// <summary>What keys of the run workspace begin with.</summary>
    public string WorkspacePrefix { get; init; } = S3Workspace.DefaultPrefix;
    /// <summary>Table of the ledger.</summary>
    public string Table { get; init; } = LedgerTable.DefaultName;

    /// <summary>SES configuration set of each mail; null: none.</summary>
    public string? ConfigurationSet { get; init; }
    /// <summary>Log group of the send log; null: nothing is logged there.</summary>
    public string? LogGroup { get; init; } = SendLogOptions.DefaultGroup;
    /// <summary>Whether the send log has addresses as they are; otherwise it has their hashes.</summary>
    public bool LogAddresses { get; init; }

    /// <summary>Endpoint of a service; null: AWS's own.</summary>
    public Uri? Endpoint(AwsService service) => Endpoints.GetValueOrDefault(service);

    /// <summary>Region that a service is called in.</summary>
    public string RegionOf(AwsService service) => service switch
    {
        AwsService.Ses => SesRegion ?? Region,
        AwsService.CloudFront => "us-east-1",
        _ => Region,
    };
}
