using ExecReports.Aws.Clients;
using ExecReports.Aws.Doctor;
using ExecReports.Aws.Settings;
using ExecReports.Aws.Tests.Ledger;
using ExecReports.Testing.Aws;

namespace ExecReports.Aws.Tests.Doctor;

/// <summary>What the checks say when all is well, and of each thing that is not, with what would mend it.</summary>
public class AwsDoctorTests(ITestOutputHelper log)
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    static AwsClients Clients(AwsStandIns aws)
    {
        var settings = aws.Settings().Split('\n').Select(line => line.Trim().Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        return new(AwsSettingsReader.Read(settings.GetValueOrDefault));
    }

    static async Task<IReadOnlyList<string>> DoctorAsync(AwsClients clients) =>
        [.. (await AwsDoctor.RunAsync(clients, "reports@example.com", ["ceo@example.com"], TimeProvider.System, Token)).Select(finding => $"{finding.Level} {finding.Where}: {finding.What}")];

    [Fact]
    public async Task Where_all_is_well_nothing_is_a_fault_or_a_warning_and_nothing_is_mailed()
    {
        await using var aws = await AwsStandIns.StartAsync();
        using var clients = Clients(aws);
        await AwsDoctor.CreateTableAsync(clients, TimeProvider.System, Token);

        var lines = await DoctorAsync(clients);

        Assert.True(lines.Count >= 17);
        Assert.All(lines, line => Assert.True(line.StartsWith("Good ", StringComparison.Ordinal) || line.StartsWith("Hint ", StringComparison.Ordinal), line));
        Assert.Empty(aws.Ses.Mails);
    }

    [Fact]
    public async Task An_object_lock_that_the_bucket_has_not_got_and_a_rule_that_lets_reports_expire_are_faults()
    {
        await using var aws = await AwsStandIns.StartAsync();
        using var plain = Clients(aws);
        using var clients = new AwsClients(plain.Settings with { ObjectLock = new(Aws.Archive.ObjectLockMode.Compliance, 365) });
        await AwsDoctor.CreateTableAsync(clients, TimeProvider.System, Token);
        aws.S3.Buckets["reports"] = aws.S3.Buckets["reports"] with { ObjectLock = false, Expiry = ("exec-reports", 30) };

        var faults = (await DoctorAsync(clients)).Where(line => line.StartsWith("Fault ", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, faults.Count);
        Assert.Contains(faults, fault => fault.Contains("every put would be refused", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("reports would be deleted", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("secret", "Fault identity: sts:GetCallerIdentity on identity was refused: SignatureDoesNotMatch", "correct AWS_SECRET_ACCESS_KEY, or the profile.")]
    [InlineData("secret", "Fault bucket reports: s3:ListBucket on bucket reports was refused: SignatureDoesNotMatch", "correct AWS_SECRET_ACCESS_KEY, or the profile.")]
    [InlineData("table", "Fault table executive_reports: dynamodb:DescribeTable on table executive_reports was refused: ResourceNotFoundException", "Create table executive_reports (`execreports doctor --deliver aws --create`), or correct its name and AWS_REGION.")]
    [InlineData("index", "Fault table executive_reports: it lacks the index schema_version-index", "Add it: `aws dynamodb update-table --table-name executive_reports ")]
    [InlineData("index", "Good table executive_reports: deliveries can be moved", "")]
    [InlineData("bucket", "Fault bucket reports: s3:ListBucket on bucket reports was refused: NoSuchBucket", "Create bucket reports, or correct REPORT_BUCKET.")]
    [InlineData("sender", "Fault sender reports@example.com: neither the address nor its domain is verified in us-west-2", "Verify one of them in SES, or correct SES_SENDER or AWS_SES_REGION.")]
    [InlineData("put", "Fault bucket reports: s3:PutObject on bucket reports was refused: AccessDenied", "Allow s3:PutObject on bucket reports in the policy of the role that runs this.")]
    [InlineData("update", "Fault table executive_reports: dynamodb:UpdateItem on table executive_reports was refused: AccessDeniedException", "Allow dynamodb:UpdateItem on table executive_reports in the policy of the role that runs this.")]
    [InlineData("send", "Fault SES in us-west-2: ses:SendRawEmail on SES in us-west-2 was refused: AccessDenied", "Allow ses:SendRawEmail on SES in us-west-2 in the policy of the role that runs this.")]
    [InlineData("look", "Warning bucket reports: not checked: s3:GetBucketVersioning on bucket reports was refused", "Allow s3:GetBucketVersioning on bucket reports in the policy of the role that runs this.")]
    [InlineData("paused", "Fault SES in us-west-2: sending is paused for the account", "enable it there.")]
    [InlineData("sandbox", "Fault SES in us-west-2: in the sandbox these would not be mailed, because they are not verified: ", "ceo@example.com.")]
    [InlineData("public", "Fault bucket reports: public access is not blocked", "block all four kinds of it.")]
    [InlineData("overwrites", "Fault bucket reports: it takes a second object under a key that is taken", "Use a store that keeps it, as Amazon S3 does.")]
    [InlineData("clock", "Fault clock: this machine's clock is ", "Set the clock (NTP).")]
    [InlineData("down", "Fault network: 127.0.0.1 cannot be reached", "check network, proxy and AWS_ENDPOINT_URL_S3.")]
    public async Task Each_thing_that_is_not_well_is_named_with_what_would_mend_it(string ill, string said, string advice)
    {
        await using var aws = await AwsStandIns.StartAsync();
        using var clients = Clients(aws);
        if (ill is not ("table" or "index"))
            await AwsDoctor.CreateTableAsync(clients, TimeProvider.System, Token);
        await SickenAsync(aws, clients, ill);

        var lines = await DoctorAsync(clients);

        var line = Assert.Single(lines, line => line.StartsWith(said, StringComparison.Ordinal));
        log.WriteLine(line);
        Assert.Contains(advice, line);
        Assert.DoesNotContain(lines, found => found.Contains(AwsStandIns.Secret, StringComparison.Ordinal));
        Assert.Empty(aws.Ses.Mails);
    }

    private static async Task SickenAsync(AwsStandIns aws, AwsClients clients, string ill)
    {
        var (s3, dynamo, ses) = (aws.S3, aws.Dynamo, aws.Ses);
        switch (ill)
        {
            case "secret":
                s3.Secret = dynamo.Secret = aws.Sts.Secret = "another";
                break;
            case "index":
                await clients.DynamoDb.CreateTableAsync(LedgerTables.WithoutTimeIndex(clients.Settings.Table), Token);
                break;
            case "bucket":
                s3.Buckets.Clear();
                break;
            case "sender":
                ses.Account = ses.Account with { Identities = new HashSet<string>() };
                break;
            case "put":
                s3.DeniedActions = new HashSet<string> { "s3:PutObject" };
                break;
            case "update":
                dynamo.DeniedActions = new HashSet<string> { "dynamodb:UpdateItem" };
                break;
            case "send":
                ses.Account = ses.Account with { DeniedActions = new HashSet<string> { "SendRawEmail" } };
                break;
            case "look":
                s3.DeniedActions = new HashSet<string> { "s3:GetBucketVersioning" };
                break;
            case "paused":
                ses.Account = ses.Account with { SendingEnabled = false };
                break;
            case "sandbox":
                ses.Account = ses.Account with { Max24HourSend = 200, MaxSendRate = 1, Sandbox = true, Identities = new HashSet<string> { "reports@example.com" } };
                break;
            case "public":
                s3.Buckets["reports"] = s3.Buckets["reports"] with { PublicAccessBlocked = false };
                break;
            case "overwrites":
                s3.KeepsConditions = false;
                break;
            case "clock":
                s3.ClockSkew = TimeSpan.FromHours(1);
                break;
            case "down":
                await s3.DisposeAsync();
                break;
        }
    }
}
