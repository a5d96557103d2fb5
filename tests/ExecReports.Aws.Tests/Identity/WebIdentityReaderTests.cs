using ExecReports.Aws.Identity;
using ExecReports.Aws.Settings;

namespace ExecReports.Aws.Tests.Identity;

public class WebIdentityReaderTests
{
    private static readonly Dictionary<string, string> Right = new()
    {
        ["AWS_WEB_IDENTITY_AUDIENCE"] = "api://execreports",
        ["AWS_ROLE_ARN"] = "arn:aws:iam::123456789012:role/execreports",
        ["IDENTITY_ENDPOINT"] = "http://127.0.0.1:8081/msi/token",
        ["IDENTITY_HEADER"] = "hunter2",
        ["AZURE_CLIENT_ID"] = "00000000-0000-0000-0000-000000000001",
    };

    [Fact]
    public void Without_an_audience_credentials_come_from_elsewhere() => Assert.Null(WebIdentityReader.Read(_ => null));

    [Fact]
    public void Role_and_endpoint_are_read()
    {
        var (identity, role) = WebIdentityReader.Read(Right.GetValueOrDefault)!.Value;

        Assert.Equal(("api://execreports", "hunter2", "00000000-0000-0000-0000-000000000001"), (identity.Audience, identity.Header, identity.ClientId));
        Assert.Equal("arn:aws:iam::123456789012:role/execreports", role.RoleArn);
        Assert.DoesNotContain("hunter2", identity.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var refused = Assert.Throws<AwsSettingsException>(() => WebIdentityReader.Read(name => name switch { "AWS_WEB_IDENTITY_AUDIENCE" => "api://x", "AWS_ROLE_ARN" => "execreports", _ => null }));

        Assert.Equal(["AWS_ROLE_ARN", "IDENTITY_ENDPOINT", "IDENTITY_HEADER"], refused.Faults.Select(fault => fault.Split(' ', ':')[0]));
    }
}
