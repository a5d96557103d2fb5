using ExecReports.Testing.Aws.Dynamo;
using ExecReports.Testing.Aws.Logs;
using ExecReports.Testing.Aws.S3;
using ExecReports.Testing.Aws.Ses;
using ExecReports.Testing.Aws.Sts;
using ExecReports.Testing.Aws.Wire;

namespace ExecReports.Testing.Aws;

/// <summary>All of our own servers together, and the settings that lead a program to them.</summary>
public sealed class AwsStandIns : IAsyncDisposable
{
    /// <summary>The one access key of all of them.</summary>
    public const string AccessKeyId = "AKIASTANDIN000000001", Secret = "stand-in-secret-that-must-never-be-seen";

    AwsStandIns(S3Server s3, DynamoServer dynamo, SesServer ses, LogsServer logs, StsServer sts) => (S3, Dynamo, Ses, Logs, Sts) = (s3, dynamo, ses, logs, sts);

    /// <summary>Archive and workspace.</summary>
    public S3Server S3 { get; }

    /// <summary>Ledger.</summary>
    public DynamoServer Dynamo { get; }

    /// <summary>Mail.</summary>
    public SesServer Ses { get; }

    /// <summary>The send log.</summary>
    public LogsServer Logs { get; }

    /// <summary>Identity.</summary>
    public StsServer Sts { get; }

    /// <summary>Their connections.</summary>
    public IReadOnlyList<FaultyServer> Wires => [S3.Wire, Dynamo.Wire, Ses.Wire, Logs.Wire, Sts.Wire];

    /// <summary>Starts them.</summary>
    public static async Task<AwsStandIns> StartAsync()
    {
        var servers = new AwsStandIns(
            await S3Server.StartAsync().ConfigureAwait(false), await DynamoServer.StartAsync().ConfigureAwait(false),
            await SesServer.StartAsync(new SesAccount { AccessKeyId = AccessKeyId, Secret = Secret }).ConfigureAwait(false), await LogsServer.StartAsync().ConfigureAwait(false),
            await StsServer.StartAsync().ConfigureAwait(false));
        (servers.S3.AccessKeyId, servers.S3.Secret, servers.Dynamo.AccessKeyId, servers.Dynamo.Secret) = (AccessKeyId, Secret, AccessKeyId, Secret);
        (servers.Sts.AccessKeyId, servers.Sts.Secret) = (AccessKeyId, Secret);
        return servers;
    }

    /// <summary>What a <c>repos.env</c> holds to deliver through them. Another server may stand in the place of DynamoDB, S3 or SES.</summary>
    public string Settings(Uri? dynamo = null, Uri? s3 = null, Uri? ses = null) => $"""
        # Stand-ins on loopback
        EXECREPORTS_DELIVER=aws
        AWS_REGION=us-east-1
        AWS_SES_REGION=us-west-2
        AWS_ACCESS_KEY_ID={AccessKeyId}
        AWS_SECRET_ACCESS_KEY={Secret}
        AWS_ENDPOINT_URL_S3={s3 ?? S3.Url}
        AWS_ENDPOINT_URL_DYNAMODB={dynamo ?? Dynamo.Url}
        AWS_ENDPOINT_URL_SES={ses ?? Ses.Url}
        AWS_ENDPOINT_URL_CLOUDWATCH_LOGS={Logs.Url}
        AWS_ENDPOINT_URL_STS={Sts.Url}
        REPORT_BUCKET=reports
        """;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await S3.DisposeAsync().ConfigureAwait(false);
        await Dynamo.DisposeAsync().ConfigureAwait(false);
        await Ses.DisposeAsync().ConfigureAwait(false);
        await Logs.DisposeAsync().ConfigureAwait(false);
        await Sts.DisposeAsync().ConfigureAwait(false);
    }
}
