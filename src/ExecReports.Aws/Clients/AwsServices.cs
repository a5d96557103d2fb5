namespace ExecReports.Aws.Clients;

/// <summary>Names of the services in settings.</summary>
public static class AwsServices
{
    /// <summary>The setting that sets a service's endpoint, as the AWS SDKs and tools name it.</summary>
    public static string EndpointSetting(AwsService service) => "AWS_ENDPOINT_URL_" + service switch
    {
        AwsService.S3 => "S3",
        AwsService.DynamoDb => "DYNAMODB",
        AwsService.Ses => "SES",
        AwsService.CloudWatchLogs => "CLOUDWATCH_LOGS",
        AwsService.Sts => "STS",
        AwsService.Lambda => "LAMBDA",
        AwsService.CloudFront => "CLOUDFRONT",
        AwsService.CloudWatch => "CLOUDWATCH",
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, "no service"),
    };
}
