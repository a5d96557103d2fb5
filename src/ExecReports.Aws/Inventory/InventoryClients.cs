using System.Collections.Concurrent;
using Amazon;
using Amazon.CloudFront;
using Amazon.CloudWatch;
using Amazon.DynamoDBv2;
using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.S3;
using ExecReports.Aws.Clients;

namespace ExecReports.Aws.Inventory;

/// <summary>Clients of the inventory, one for each service and region, made when first needed.</summary>
/// <param name="clients">Endpoints and credentials.</param>
/// <param name="retries">Retries of one call.</param>
public sealed class InventoryClients(AwsClients clients, int retries) : IDisposable
{
    /// <summary>CloudFront, and its metrics, are in this region alone.</summary>
    public const string Global = "us-east-1";

    readonly ConcurrentDictionary<(AwsService Service, string Region), Lazy<IDisposable>> _made = new();

    /// <summary>Lambda in a region.</summary>
    public IAmazonLambda Lambda(string region) => Get(AwsService.Lambda, region, () => clients.Of(
        In(region, AwsService.Lambda, new AmazonLambdaConfig()), (found, config) => new AmazonLambdaClient(found, config), config => new AmazonLambdaClient(config)));

    /// <summary>DynamoDB in a region.</summary>
    public IAmazonDynamoDB DynamoDb(string region) => Get(AwsService.DynamoDb, region, () => clients.Of(
        In(region, AwsService.DynamoDb, new AmazonDynamoDBConfig()), (found, config) => new AmazonDynamoDBClient(found, config), config => new AmazonDynamoDBClient(config)));

    /// <summary>CloudWatch in a region.</summary>
    public IAmazonCloudWatch CloudWatch(string region) => Get(AwsService.CloudWatch, region, () => clients.Of(
        In(region, AwsService.CloudWatch, new AmazonCloudWatchConfig()), (found, config) => new AmazonCloudWatchClient(found, config), config => new AmazonCloudWatchClient(config)));

    /// <summary>S3 in a region: a bucket is asked where it is.</summary>
    public IAmazonS3 S3(string region) => Get(AwsService.S3, region, () => clients.Of(
        In(region, AwsService.S3, new AmazonS3Config { ForcePathStyle = clients.Settings.Endpoint(AwsService.S3) is not null }),
        (found, config) => new AmazonS3Client(found, config), config => new AmazonS3Client(config)));

    /// <summary>CloudFront.</summary>
    public IAmazonCloudFront CloudFront() => Get(AwsService.CloudFront, Global, () => clients.Of(
        In(Global, AwsService.CloudFront, new AmazonCloudFrontConfig()), (found, config) => new AmazonCloudFrontClient(found, config), config => new AmazonCloudFrontClient(config)));

    /// <summary>Region in which the account's buckets are listed.</summary>
    public string Home => clients.Settings.RegionOf(AwsService.S3);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var made in _made.Values.Where(made => made.IsValueCreated))
            made.Value.Dispose();
        _made.Clear();
    }

    T Get<T>(AwsService service, string region, Func<T> make) where T : IDisposable => (T)_made.GetOrAdd((service, region), _ => new(() => make())).Value;

    T In<T>(string region, AwsService service, T config) where T : ClientConfig
    {
        clients.Configured(config, service);
        if (clients.Settings.Endpoint(service) is null)
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        else
            config.AuthenticationRegion = region;
        config.MaxErrorRetry = retries;
        return config;
    }
}
