using Amazon;
using Amazon.CloudWatchLogs;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.S3;
using Amazon.SimpleEmail;
using ExecReports.Aws.Settings;

namespace ExecReports.Aws.Clients;

/// <summary>The clients that all adapters of one process share, each made when first needed, with the endpoints, regions and credentials of the settings.</summary>
public sealed class AwsClients : IDisposable
{
    static readonly TimeSpan s_connect = TimeSpan.FromSeconds(5), s_answer = TimeSpan.FromSeconds(30);

    readonly Lazy<AmazonS3Client> _s3;
    readonly Lazy<AmazonDynamoDBClient> _dynamo;
    readonly Lazy<AWSCredentials?> _credentials;

    /// <summary>Makes them.</summary>
    /// <param name="settings">Endpoints, regions, credentials.</param>
    /// <param name="credentials">Where the host has its own way to credentials (a managed identity's token, for example): they go before those of the settings.</param>
    public AwsClients(AwsSettings settings, AWSCredentials? credentials = null)
    {
        Settings = settings;
        _credentials = new(() => credentials ?? Find(settings.Credentials));
        _s3 = new(() => Of(
            Configured(
                new AmazonS3Config
                {
                    ForcePathStyle = settings.Endpoint(AwsService.S3) is not null,
                    // Each put carries the SHA-256 that was computed here; the SDK's own checksums come as trailers, which other stores than Amazon's do not know.
                    RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
                    ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
                },
                AwsService.S3),
            (found, config) => new AmazonS3Client(found, config),
            config => new AmazonS3Client(config)));
        _dynamo = new(() => Of(
            Configured(new AmazonDynamoDBConfig(), AwsService.DynamoDb), (found, config) => new AmazonDynamoDBClient(found, config), config => new AmazonDynamoDBClient(config)));
    }

    /// <summary>What they were made of.</summary>
    public AwsSettings Settings { get; }

    /// <summary>S3.</summary>
    public IAmazonS3 S3 => _s3.Value;

    /// <summary>DynamoDB.</summary>
    public IAmazonDynamoDB DynamoDb => _dynamo.Value;

    /// <summary>A client of CloudWatch Logs, to be disposed of by the caller.</summary>
    public AmazonCloudWatchLogsClient CloudWatchLogs() => Of(
        Configured(new AmazonCloudWatchLogsConfig(), AwsService.CloudWatchLogs), (found, config) => new AmazonCloudWatchLogsClient(found, config), config => new AmazonCloudWatchLogsClient(config));

    /// <summary>Settings of a client of SES.</summary>
    public AmazonSimpleEmailServiceConfig SesConfig() => Configured(new AmazonSimpleEmailServiceConfig(), AwsService.Ses);

    /// <summary>A client of SES, to be disposed of by the caller.</summary>
    public AmazonSimpleEmailServiceClient Ses(AmazonSimpleEmailServiceConfig config) => Of(config, (found, made) => new AmazonSimpleEmailServiceClient(found, made), made => new AmazonSimpleEmailServiceClient(made));

    /// <summary>Sets a client's endpoint or region, its time-outs and its retries (each can be set otherwise afterwards).</summary>
    public T Configured<T>(T config, AwsService service) where T : ClientConfig
    {
        var region = Settings.RegionOf(service);
        if (Settings.Endpoint(service) is { } endpoint)
        {
            config.ServiceURL = endpoint.ToString();
            config.AuthenticationRegion = region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }
        config.Timeout = s_answer;
        config.ConnectTimeout = s_connect;
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = 4;
        // A service that is slow to answer is not down: retries must not run out over several reports.
        config.ThrottleRetries = false;
        return config;
    }

    /// <summary>Makes a client of its configuration, with the settings' credentials, or else those that the SDK finds.</summary>
    public TClient Of<TConfig, TClient>(TConfig config, Func<AWSCredentials, TConfig, TClient> withCredentials, Func<TConfig, TClient> withFound) where TConfig : ClientConfig =>
        _credentials.Value is { } credentials ? withCredentials(credentials, config) : withFound(config);

    static AWSCredentials? Find(AwsCredentialSettings settings) => settings switch
    {
        { AccessKeyId: { } id, SecretAccessKey: { } secret, SessionToken: { } token } => new SessionAWSCredentials(id, secret, token),
        { AccessKeyId: { } id, SecretAccessKey: { } secret } => new BasicAWSCredentials(id, secret),
        { Profile: { } profile } => new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out var found)
            ? found
            : throw new AwsException($"There is no AWS profile “{profile}” (AWS_PROFILE). `aws configure list-profiles` shows those that there are."),
        _ => null,
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_s3.IsValueCreated)
            _s3.Value.Dispose();
        if (_dynamo.IsValueCreated)
            _dynamo.Value.Dispose();
    }
}
