using ExecReports.Aws.Archive;
using ExecReports.Aws.Ledger;
using ExecReports.Aws.Workspace;
using ExecReports.Functions.Settings;
using ExecReports.Testing.Aws.Sts;
using ExecReports.Testing.Aws.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace ExecReports.Functions.Tests;

/// <summary>The app with delivery through AWS: what it puts there is signed for a session that its managed identity's token was exchanged for.</summary>
public class KeylessDeliveryTests
{
    [Fact]
    public async Task What_the_app_puts_into_S3_carries_a_session_of_the_role()
    {
        await using var identity = await IdentityEndpoint.StartAsync();
        await using var sts = await StsServer.StartAsync();
        await using var s3 = await FaultyServer.StartAsync((_, _) => Task.FromResult(new Answer(200, null, [])));
        var folder = Directory.CreateTempSubdirectory("execreports-test-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "portfolio", "agent_handoffs", "projects"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "portfolio", "agent_handoffs", "projects", "bay.md"), "# Bay\n\n## Mission\nSail.\n", TestContext.Current.CancellationToken);
            var settings = new Dictionary<string, string>
            {
                ["EXECREPORTS_PORTFOLIO"] = Path.Combine(folder.FullName, "portfolio"),
                ["EXECREPORTS_OUT"] = Path.Combine(folder.FullName, "out"),
                ["EXECREPORTS_DELIVER"] = "aws",
                ["AWS_REGION"] = "us-west-2",
                ["REPORT_BUCKET"] = "companies-reports",
                ["REPORT_LOG_GROUP"] = "off",
                ["AWS_ROLE_ARN"] = "arn:aws:iam::123456789012:role/execreports",
                ["AWS_WEB_IDENTITY_AUDIENCE"] = identity.Audience,
                ["IDENTITY_ENDPOINT"] = identity.Url.ToString(),
                ["IDENTITY_HEADER"] = IdentityEndpoint.Header,
                ["AWS_ENDPOINT_URL_STS"] = sts.Url.ToString(),
                ["AWS_ENDPOINT_URL_S3"] = s3.Url.ToString(),
            };
            await using var reports = new HostedReports(HostSettingsReader.Read(settings.GetValueOrDefault), NullLoggerFactory.Instance);

            var parts = await reports.PartsAsync(TestContext.Current.CancellationToken);
            Assert.Empty(sts.Wire.Requests);
            await parts.Workspace.PutAsync("run-1", "plan", "json", "{}"u8.ToArray(), TestContext.Current.CancellationToken);

            Assert.IsType<S3Workspace>(parts.Workspace);
            Assert.IsType<S3Archive>(parts.Archive);
            Assert.IsType<DynamoLedger>(parts.Ledger);
            Assert.False(parts.Delivery.LeasesVoid);
            // Neither the settings nor a portfolio.yaml name a sender.
            Assert.StartsWith("No sender is named: set SES_SENDER", await parts.SenderFaultAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            var put = s3.Requests.Last(request => request.Method == "PUT");
            Assert.Equal("session-1", put.Headers["X-Amz-Security-Token"]);
            Assert.Contains("ASIATEST1", put.Headers["Authorization"], StringComparison.Ordinal);
            Assert.Equal(1, sts.Sessions);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
