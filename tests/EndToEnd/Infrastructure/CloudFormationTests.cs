using System.Diagnostics;
using System.Text.RegularExpressions;
using ExecReports.Aws.Ledger;
using ExecReports.Aws.SendLog;
using ExecReports.Aws.Settings;
using ExecReports.Aws.Workspace;
using YamlDotNet.RepresentationModel;

namespace EndToEnd.Infrastructure;

/// <summary>
/// infra/aws/exec-reports.yaml: its shape and its references, and that what it makes is what the program expects. What CloudFormation itself knows of each property is checked by cfn-lint, where that is installed.
/// </summary>
public sealed partial class CloudFormationTests
{
    private static readonly AwsTemplate Template = AwsTemplate.Read();

    private static readonly string[] Pseudo = ["AWS::AccountId", "AWS::NoValue", "AWS::Partition", "AWS::Region", "AWS::StackName"];

    [Fact]
    public async Task The_linter_has_nothing_to_say()
    {
        // A name on PATH may be a shim that leads nowhere.
        var linter = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "cfn-lint")).Prepend(Environment.GetEnvironmentVariable("CFN_LINT")).FirstOrDefault(File.Exists);
        var works = linter is not null && (await RunAsync(linter, "--version")).ExitCode == 0;
        Assert.SkipUnless(works, "cfn-lint is not on PATH (CFN_LINT): the template's shape and references are checked, not the properties of each resource.");

        Assert.Equal((0, ""), await RunAsync(linter!, AwsTemplate.File));
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        HashSet<string> names = [.. Template.Names("Parameters"), .. Template.Names("Resources"), .. Pseudo];
        HashSet<string> conditions = [.. Template.Names("Conditions")];

        foreach (var node in Template.Root.AllNodes)
        {
            var tag = node.Tag.IsEmpty ? "" : node.Tag.Value;
            if (tag == "!Ref")
                Assert.Contains(node.ToString(), names);
            else if (tag == "!GetAtt")
                Assert.Contains(node.ToString().Split('.')[0], names);
            else if (tag == "!Condition")
                Assert.Contains(node.ToString(), conditions);
            else if (tag == "!If")
                Assert.Contains(((YamlSequenceNode)node)[0].ToString(), conditions);
            else if (tag == "!Sub")
                Assert.Empty(Unknown(node, names));
            else if (tag.StartsWith('!'))
                Assert.Contains(tag, (string[])["!Equals", "!Not", "!And", "!Or"]);
        }

        foreach (var resource in Template.Section("Resources").Values.Concat(Template.Section("Outputs").Values).Where(one => one.Children.ContainsKey("Condition")))
            Assert.Contains(resource["Condition"].ToString(), conditions);
    }

    [Fact]
    public void Every_parameter_and_condition_is_used()
    {
        var text = File.ReadAllText(AwsTemplate.File);

        foreach (var name in Template.Names("Parameters"))
            Assert.Matches($@"!Ref {name}\b|\$\{{{name}\}}", text);
        foreach (var name in Template.Names("Conditions"))
            Assert.Matches($@"Condition:? {name}\b|\[{name},|- {name}\n", text);
    }

    [Fact]
    public void Nothing_that_keeps_reports_goes_with_the_stack()
    {
        foreach (var name in (string[])["Bucket", "Table", "LogGroup"])
        {
            Assert.Equal("Retain", Template.Section("Resources")[name]["DeletionPolicy"].ToString());
            Assert.Equal("Retain", Template.Section("Resources")[name]["UpdateReplacePolicy"].ToString());
        }
    }

    [Fact]
    public void The_bucket_is_versioned_encrypted_and_closed_and_only_the_workspace_expires()
    {
        var bucket = Template.Properties("Bucket");

        Assert.Equal("Enabled", bucket["VersioningConfiguration"]["Status"].ToString());
        Assert.All(((YamlMappingNode)bucket["PublicAccessBlockConfiguration"]).Children, setting => Assert.Equal("true", setting.Value.ToString()));
        Assert.Equal(4, ((YamlMappingNode)bucket["PublicAccessBlockConfiguration"]).Children.Count);
        Assert.Contains("AES256", bucket["BucketEncryption"].AllNodes.Select(node => node is YamlScalarNode text ? text.Value : null));
        var expiring = ((YamlSequenceNode)bucket["LifecycleConfiguration"]["Rules"]).Children.OfType<YamlMappingNode>().Where(rule => rule.Children.Keys.Any(key => key.ToString().Contains("Expiration", StringComparison.Ordinal)));
        Assert.Equal("WorkspacePrefix", Assert.Single(expiring)["Prefix"].ToString());
    }

    [Fact]
    public void The_table_is_the_one_that_the_ledger_expects()
    {
        var table = Template.Properties("Table");

        Assert.Equal([$"{LedgerTable.PartitionKey} HASH", $"{LedgerTable.SortKey} RANGE"], Keys(table["KeySchema"]));
        var indexes = ((YamlSequenceNode)table["GlobalSecondaryIndexes"]).Children;
        Assert.Equal([LedgerTable.RunIndex, LedgerTable.TimeIndex], indexes.Select(index => index["IndexName"].ToString()));
        Assert.Equal([$"{LedgerTable.RunKey} HASH", $"{LedgerTable.SortKey} RANGE"], Keys(indexes[0]["KeySchema"]));
        Assert.Equal([$"{LedgerTable.EditionKey} HASH", $"{LedgerTable.SortKey} RANGE"], Keys(indexes[1]["KeySchema"]));
        Assert.All(indexes, index => Assert.Equal("KEYS_ONLY", index["Projection"]["ProjectionType"].ToString()));
        Assert.Equal("true", table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"].ToString());
        Assert.All(((YamlSequenceNode)table["AttributeDefinitions"]).Children, attribute => Assert.Equal(attribute["AttributeName"].ToString() == LedgerTable.EditionKey ? "N" : "S", attribute["AttributeType"].ToString()));
    }

    [Fact]
    public void Its_defaults_are_those_of_the_settings()
    {
        Assert.Equal(LedgerTable.DefaultName, Default("TableName"));
        Assert.Equal(SendLogOptions.DefaultGroup, Default("LogGroupName"));
        Assert.Equal(S3Workspace.DefaultPrefix, Default("WorkspacePrefix"));
    }

    [Fact]
    public void The_alarm_counts_the_lines_that_the_send_log_writes()
    {
        Assert.Equal("{ ($.event = \"send\") && ($.outcome = \"accepted\") }", Template.Properties("AcceptedMails")["FilterPattern"].ToString());
        var alarm = Template.Properties("NothingMailed");
        Assert.Equal(("86400", "7", "7", "breaching"), (alarm["Period"].ToString(), alarm["EvaluationPeriods"].ToString(), alarm["DatapointsToAlarm"].ToString(), alarm["TreatMissingData"].ToString()));
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, string argument)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (output + await errors).Trim());
    }

    private static string Default(string parameter) => Template.Section("Parameters")[parameter]["Default"].ToString();

    private static IEnumerable<string> Keys(YamlNode schema) => ((YamlSequenceNode)schema).Children.Select(key => $"{key["AttributeName"]} {key["KeyType"]}");

    private static IEnumerable<string> Unknown(YamlNode sub, HashSet<string> names)
    {
        var (text, own) = sub is YamlSequenceNode list ? (list[0].ToString(), ((YamlMappingNode)list[1]).Children.Keys.Select(key => key.ToString()).ToHashSet()) : (sub.ToString(), []);
        return Placeholder().Matches(text).Select(match => match.Groups[1].Value).Where(name => !own.Contains(name) && !names.Contains(name.Split('.')[0]));
    }

    [GeneratedRegex(@"\$\{([A-Za-z:.]+)\}")]
    private static partial Regex Placeholder();
}
