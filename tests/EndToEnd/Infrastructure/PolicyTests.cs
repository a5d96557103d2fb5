using ExecReports.Aws.Ledger;
using YamlDotNet.RepresentationModel;

namespace EndToEnd.Infrastructure;

/// <summary>The policies of infra/aws against the calls that the compiled program makes.</summary>
public sealed class PolicyTests
{
    private static readonly AwsTemplate Template = AwsTemplate.Read();

    private static IReadOnlySet<string> Calls { get; } =
        ((string[])["ExecReports.Aws.dll", "ExecReports.Cli.dll", "ExecReports.Embedded.dll", "ExecReports.Orchestration.dll", "ExecReports.dll"])
        .SelectMany(assembly => AwsCalls.Of(Path.Combine(AppContext.BaseDirectory, assembly))).ToHashSet();

    [Fact]
    public void Every_call_is_known_by_its_actions()
    {
        Assert.True(Calls.Count > 30, string.Join(", ", Calls));
        Assert.Contains("AmazonSimpleEmailService.SendRawEmail", Calls);
        Assert.Contains("AmazonS3.PutObject", Calls);
        Assert.DoesNotContain(Calls, call => AwsActions.Of(call) is null);
    }

    [Fact]
    public void The_policies_allow_what_the_program_calls_and_nothing_else()
    {
        var called = new SortedSet<string>(Calls.SelectMany(call => AwsActions.Of(call) ?? []), StringComparer.Ordinal);
        var allowed = new SortedSet<string>(Policies().SelectMany(policy => AwsTemplate.Allowed(policy.Value)).SelectMany(statement => AwsTemplate.Texts(statement["Action"])), StringComparer.Ordinal);

        Assert.Equal([], called.Except(allowed));
        Assert.Equal([], allowed.Except(called));
    }

    [Fact]
    public void No_action_is_a_pattern_and_what_writes_names_what_it_writes_to()
    {
        foreach (var statement in Policies().SelectMany(policy => AwsTemplate.Allowed(policy.Value)))
        {
            var actions = AwsTemplate.Texts(statement["Action"]);
            Assert.DoesNotContain(actions, action => action.Contains('*'));
            if (AwsTemplate.Texts(statement["Resource"]).Contains("*"))
                Assert.All(actions, action => Assert.Matches(":(Get|List|Describe)", action));
        }
    }

    [Fact]
    public void The_ledger_may_be_read_by_its_indexes_and_not_be_scanned()
    {
        var ledger = AwsTemplate.Allowed(Template.Properties("DeliveryPolicy")).Single(statement => statement["Sid"].ToString() == "Ledger");

        Assert.DoesNotContain("dynamodb:Scan", AwsTemplate.Texts(ledger["Action"]));
        foreach (var index in (string[])[LedgerTable.RunIndex, LedgerTable.TimeIndex])
            Assert.Contains(AwsTemplate.Texts(ledger["Resource"]), resource => resource.EndsWith($"/index/{index}", StringComparison.Ordinal));
    }

    [Fact]
    public void The_app_has_what_delivery_and_sources_need_and_only_the_operator_has_the_doctors()
    {
        Assert.Equal(["DeliveryPolicy", "SourcesPolicy"], PoliciesOf("AppRole"));
        Assert.Equal(["DeliveryPolicy", "DoctorPolicy", "SourcesPolicy"], PoliciesOf("OperatorRole"));
    }

    [Fact]
    public void The_apps_trust_pins_audience_and_subject()
    {
        var trust = Template.Properties("AppRole")["AssumeRolePolicyDocument"].AllNodes.OfType<YamlScalarNode>().First(node => node.Value!.Contains("AssumeRoleWithWebIdentity", StringComparison.Ordinal)).Value!;

        using var document = System.Text.Json.JsonDocument.Parse(trust);
        var statement = Assert.Single(document.RootElement.GetProperty("Statement").EnumerateArray());
        Assert.Equal("sts:AssumeRoleWithWebIdentity", statement.GetProperty("Action").GetString());
        Assert.Equal("${Provider}", statement.GetProperty("Principal").GetProperty("Federated").GetString());
        var condition = Assert.Single(statement.GetProperty("Condition").EnumerateObject());
        Assert.Equal("StringEquals", condition.Name);
        Assert.Equal(
            [("${FederationIssuer}:aud", "${FederationAudience}"), ("${FederationIssuer}:sub", "${FederationSubject}")],
            condition.Value.EnumerateObject().Select(pin => (pin.Name, pin.Value.GetString()!)));
    }

    private static IEnumerable<KeyValuePair<string, YamlMappingNode>> Policies() =>
        Template.Section("Resources").Where(resource => resource.Value["Type"].ToString() == "AWS::IAM::ManagedPolicy");

    private static IEnumerable<string> PoliciesOf(string role) =>
        Template.Properties(role)["ManagedPolicyArns"].AllNodes.OfType<YamlScalarNode>().Select(node => node.Value!).Where(name => name.EndsWith("Policy", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
