using System.Reflection;

namespace EndToEnd;

/// <summary>References between the projects run one way, as docs/architecture.md says.</summary>
public class ArchitectureTests
{
    [Theory]
    [InlineData("ExecReports")]
    [InlineData("ExecReports.Orchestration", "ExecReports")]
    [InlineData("ExecReports.Embedded", "ExecReports", "ExecReports.Orchestration")]
    [InlineData("ExecReports.Aws", "ExecReports")]
    [InlineData("ExecReports.Api", "ExecReports", "ExecReports.Orchestration")]
    [InlineData("ExecReports.Cli", "ExecReports", "ExecReports.Orchestration", "ExecReports.Embedded", "ExecReports.Aws", "ExecReports.Api")]
    public void A_project_knows_only_those_below_it(string project, params string[] allowed)
    {
        var known = Assembly.Load(project).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("ExecReports", StringComparison.Ordinal));

        Assert.Empty(known.Except(allowed));
    }

    [Theory]
    [InlineData("Amazon", "AWSSDK")]
    [InlineData("Microsoft.DurableTask")]
    [InlineData("DurableTask")]
    [InlineData("Microsoft.Azure")]
    [InlineData("Microsoft.Data.Sqlite")]
    [InlineData("Microsoft.AspNetCore")]
    public void The_product_itself_knows_no_cloud_and_no_host(params string[] prefixes)
    {
        var foreign = Assembly.Load("ExecReports").GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));

        Assert.Empty(foreign);
    }

    [Fact]
    public void The_orchestration_knows_no_framework_but_Durable_Task()
    {
        var foreign = Assembly.Load("ExecReports.Orchestration").GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal)
                && !name.StartsWith("ExecReports", StringComparison.Ordinal)
                && !name.StartsWith("Microsoft.DurableTask", StringComparison.Ordinal)
                && name is not "netstandard" and not "Microsoft.Extensions.Logging.Abstractions");

        Assert.Empty(foreign);
    }
}
