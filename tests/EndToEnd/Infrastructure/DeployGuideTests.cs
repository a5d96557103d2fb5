using System.Text.RegularExpressions;
using EndToEnd.Runs;

namespace EndToEnd.Infrastructure;

/// <summary>docs/deploy.md names what the templates take and give, and no other.</summary>
public partial class DeployGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Cli.Root, "docs", "deploy.md"));

    [Fact]
    public void Each_setting_of_the_environment_that_the_parameters_read_is_named()
    {
        var parameters = File.ReadAllText(Path.Combine(Cli.Root, "infra", "azure", "main.bicepparam"));
        var read = Variable().Matches(parameters).Select(match => match.Groups[1].Value).ToList();

        Assert.True(read.Count > 10);
        Assert.DoesNotContain(read, name => !Guide.Contains($"`{name}`", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_value_that_it_takes_from_the_environment_is_an_output_of_the_template()
    {
        var template = File.ReadAllText(Path.Combine(Cli.Root, "infra", "azure", "main.bicep"));
        var taken = Taken().Matches(Guide).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.True(taken.Count >= 5);
        Assert.DoesNotContain(taken, name => !template.Contains($"output {name} ", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_file_that_it_names_is_there()
    {
        var links = Link().Matches(Guide).Select(match => match.Groups[1].Value).Where(link => !link.StartsWith("http", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(links);
        Assert.DoesNotContain(links, link => !File.Exists(Path.Combine(Cli.Root, "docs", link.Split('#')[0])));
    }

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'")]
    private static partial Regex Variable();

    [GeneratedRegex(@"azd env get-value (\w+)")]
    private static partial Regex Taken();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
