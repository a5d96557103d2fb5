using ExecReports.Aws.Archive;
using ExecReports.Aws.Clients;
using ExecReports.Aws.Settings;

namespace ExecReports.Aws.Tests.Settings;

public class AwsSettingsReaderTests
{
    static AwsSettings Read(params (string Name, string Value)[] settings) => AwsSettingsReader.Read(name => settings.FirstOrDefault(pair => pair.Name == name).Value);

    static IReadOnlyList<string> Faults(params (string Name, string Value)[] settings) => Assert.Throws<AwsSettingsException>(() => Read(settings)).Faults;

    [Fact]
    public void The_least_is_a_region_and_a_bucket()
    {
        var settings = Read(("AWS_SES_REGION", "eu-west-1"), ("REPORT_BUCKET", "reports"));

        Assert.Equal(("eu-west-1", "eu-west-1", "us-east-1"), (settings.RegionOf(AwsService.S3), settings.RegionOf(AwsService.Ses), settings.RegionOf(AwsService.CloudFront)));
        Assert.Equal(("executive_reports", "/aws/lambda/send-exec-reports", "exec-reports-workspace/"), (settings.Table, settings.LogGroup, settings.WorkspacePrefix));
        Assert.Null(settings.ObjectLock);
        Assert.Equal("found by the SDK", settings.Credentials.ToString());
    }

    [Fact]
    public void Everything_that_can_be_set_is_read()
    {
        var settings = Read(
            ("AWS_REGION", "us-west-2"), ("AWS_SES_REGION", "us-east-1"), ("AWS_PROFILE", "reports"), ("REPORT_BUCKET", "reports"), ("REPORT_TABLE", "my_reports"), ("REPORT_KMS_KEY", "alias/reports"),
            ("REPORT_OBJECT_LOCK", "Compliance:3650"), ("REPORT_WORKSPACE_BUCKET", "scratch"), ("REPORT_WORKSPACE_PREFIX", "runs/"), ("SES_CONFIGURATION_SET", "reports"), ("REPORT_LOG_GROUP", "off"),
            ("REPORT_LOG_ADDRESSES", "plain"), ("AWS_ENDPOINT_URL", "http://127.0.0.1:4566"), ("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9000"));

        Assert.Equal(("us-west-2", "us-east-1"), (settings.RegionOf(AwsService.DynamoDb), settings.RegionOf(AwsService.Ses)));
        Assert.Equal(new ObjectLock(ObjectLockMode.Compliance, 3650), settings.ObjectLock);
        Assert.Equal(("my_reports", "alias/reports", "scratch", "runs/", "reports"), (settings.Table, settings.KmsKey, settings.WorkspaceBucket, settings.WorkspacePrefix, settings.ConfigurationSet));
        Assert.Null(settings.LogGroup);
        Assert.True(settings.LogAddresses);
        Assert.Equal(("http://127.0.0.1:9000/", "http://127.0.0.1:4566/"), (settings.Endpoint(AwsService.S3)!.ToString(), settings.Endpoint(AwsService.Ses)!.ToString()));
        Assert.Equal("the profile reports", settings.Credentials.ToString());
    }

    [Fact]
    public void Each_fault_has_a_message_that_names_the_setting_and_what_is_expected()
    {
        var faults = Faults(
            ("AWS_REGION", "somewhere"), ("REPORT_BUCKET", "Reports!"), ("REPORT_TABLE", "a b"), ("REPORT_OBJECT_LOCK", "forever"), ("REPORT_WORKSPACE_PREFIX", "exec-reports/runs/"),
            ("REPORT_LOG_ADDRESSES", "yes"), ("AWS_ENDPOINT_URL_SES", "127.0.0.1:8005"), ("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE"));

        Assert.Equal(8, faults.Count);
        foreach (var name in new[] { "AWS_REGION", "REPORT_BUCKET", "REPORT_TABLE", "REPORT_OBJECT_LOCK", "REPORT_WORKSPACE_PREFIX", "REPORT_LOG_ADDRESSES", "AWS_ENDPOINT_URL_SES", "AWS_SECRET_ACCESS_KEY" })
            Assert.Single(faults, fault => fault.StartsWith(name, StringComparison.Ordinal) && (fault.Contains("expected") || fault.Contains("set both")));
    }

    [Fact]
    public void What_is_missing_is_named() =>
        Assert.Equal(["AWS_REGION is missing: set it to the region of bucket and table, such as us-east-1.", "REPORT_BUCKET is missing: set it to the name of the bucket that keeps the reports."], Faults());

    [Fact]
    public void No_message_repeats_a_value()
    {
        var faults = Faults(("AWS_SECRET_ACCESS_KEY", "s3cret"), ("AWS_ENDPOINT_URL", "http://user:s3cret@host"), ("REPORT_BUCKET", "s3cret_!"));

        Assert.DoesNotContain(faults, fault => fault.Contains("s3cret"));
        Assert.Equal(4, faults.Count);
    }

    [Theory]
    [InlineData("governance:1", ObjectLockMode.Governance, 1)]
    [InlineData(" COMPLIANCE : 36500 ", ObjectLockMode.Compliance, 36500)]
    public void A_lock_is_a_mode_and_days(string text, ObjectLockMode mode, int days) => Assert.Equal(new ObjectLock(mode, days), ObjectLock.Parse(text));

    [Theory]
    [InlineData("governance")]
    [InlineData("governance:0")]
    [InlineData("governance:36501")]
    [InlineData("1:10")]
    [InlineData("legal:10")]
    [InlineData("governance:-1")]
    public void What_is_no_lock_is_none(string text) => Assert.Null(ObjectLock.Parse(text));
}
