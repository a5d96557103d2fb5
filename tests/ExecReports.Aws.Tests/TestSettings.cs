using ExecReports.Aws.Clients;
using ExecReports.Aws.Settings;

namespace ExecReports.Aws.Tests;

/// <summary>Settings that lead to stand-ins.</summary>
static class TestSettings
{
    public const string Bucket = "reports";

    public static AwsSettings Of(params (AwsService Service, Uri Url)[] endpoints) => new()
    {
        Region = "us-east-1",
        Bucket = Bucket,
        Credentials = new() { AccessKeyId = "test", SecretAccessKey = "test" },
        Endpoints = endpoints.ToDictionary(endpoint => endpoint.Service, endpoint => endpoint.Url),
    };
}
