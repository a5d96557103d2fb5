namespace ExecReports.Aws.Clients;

/// <summary>The AWS services that are called. Each can have an endpoint of its own, by the name that the AWS SDKs and tools use: <c>AWS_ENDPOINT_URL_S3</c> and so on.</summary>
public enum AwsService
{
    /// <summary>Archive and run workspace.</summary>
    S3,
    /// <summary>Ledger and operations data.</summary>
    DynamoDb,
    /// <summary>Mail.</summary>
    Ses,
    /// <summary>The send log.</summary>
    CloudWatchLogs,
    /// <summary>Identity.</summary>
    Sts,
    /// <summary>Inventory.</summary>
    Lambda,
    /// <summary>Inventory; its only endpoint is in us-east-1.</summary>
    CloudFront,
    /// <summary>Metrics for the inventory.</summary>
    CloudWatch,
}
