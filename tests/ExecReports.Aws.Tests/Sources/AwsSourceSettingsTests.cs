using ExecReports.Aws.Settings;
using ExecReports.Aws.Sources;

namespace ExecReports.Aws.Tests.Sources;

public sealed class AwsSourceSettingsTests
{
    static AwsSourceSettings? Read(string portfolio, params (string Name, string Value)[] settings) =>
        AwsSourceSettingsReader.Read(settings.ToDictionary(setting => setting.Name, setting => setting.Value).GetValueOrDefault, portfolio);

    [Fact]
    public void Nothing_comes_from_AWS_unless_it_is_asked_for()
    {
        Assert.Null(Read("/companies"));
        Assert.Null(Read("/companies", ("EXECREPORTS_INVENTORY", "files"), ("REPORT_BUCKET", "reports")));
    }

    [Fact]
    public void Live_inventory_looks_at_the_region_of_the_account_or_at_those_that_are_set()
    {
        Assert.Equal(["us-west-2"], Read("/companies", ("EXECREPORTS_INVENTORY", "live"), ("AWS_REGION", "us-west-2"))!.Regions);
        Assert.Equal(["us-west-2", "us-east-1"], Read("/companies", ("EXECREPORTS_INVENTORY", "Live"), ("AWS_REGION", "us-west-2"), ("AWS_INVENTORY_REGIONS", "us-west-2, us-east-1,us-west-2"))!.Regions);
    }

    [Fact]
    public void A_table_and_a_portfolio_in_S3_need_no_bucket_for_reports()
    {
        Assert.Equal("trips", Read("/companies", ("OPERATIONS_TABLE", "trips"), ("AWS_REGION", "us-west-2"))!.OperationsTable);
        Assert.NotNull(Read("s3://companies/handoffs", ("AWS_REGION", "us-west-2")));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var refused = Assert.Throws<AwsSettingsException>(() => Read("s3://X", ("EXECREPORTS_INVENTORY", "yes"), ("OPERATIONS_TABLE", "a b"), ("AWS_INVENTORY_REGIONS", "us-west-2;us-east-1")));

        Assert.Equal(
            [
                "EXECREPORTS_INVENTORY: files or live expected.",
                "OPERATIONS_TABLE: 3 to 255 letters, digits, underscores, hyphens and dots expected.",
                "AWS_INVENTORY_REGIONS: regions separated by commas expected, such as us-west-2,us-east-1.",
                "EXECREPORTS_PORTFOLIO: s3://bucket/prefix expected.",
                "AWS_REGION is missing: set it to the region of what is read from AWS, such as us-east-1.",
            ],
            refused.Faults);
    }
}
