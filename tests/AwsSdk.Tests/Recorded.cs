using Amazon.Runtime;
using ExecReports.Testing.Aws.Wire;

namespace AwsSdk.Tests;

/// <summary>A service that gives one recorded answer, and a client's settings to reach it.</summary>
static class Recorded
{
    public static readonly AWSCredentials Credentials = new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    public static Task<FaultyServer> AnswerAsync(Answer answer) => FaultyServer.StartAsync((_, _) => Task.FromResult(answer));

    public static T At<T>(FaultyServer server, T config)
        where T : ClientConfig
    {
        config.ServiceURL = server.Url.ToString();
        config.AuthenticationRegion = "us-east-1";
        config.MaxErrorRetry = 0;
        return config;
    }
}
