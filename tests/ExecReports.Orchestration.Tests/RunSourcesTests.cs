using ExecReports.Inventory;
using ExecReports.Operations;
using ExecReports.Orchestration.Activities;

namespace ExecReports.Orchestration.Tests;

public sealed class RunSourcesTests
{
    [Fact]
    public void A_source_of_the_plan_that_is_no_longer_there_is_told_with_its_name_and_the_settings()
    {
        var none = new RunSources(new Dictionary<string, IInventoryCollector>(), new Dictionary<string, IOperationsSource>());

        Assert.Contains("There is no source “AWS S3” here", Assert.Throws<RunSourceException>(() => none.InventoryOf("AWS S3")).Message, StringComparison.Ordinal);
        Assert.Contains("OPERATIONS_TABLE", Assert.Throws<RunSourceException>(() => none.OperationsOf("DynamoDB table trips")).Message, StringComparison.Ordinal);
    }
}
