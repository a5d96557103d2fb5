using EndToEnd.Runs;
using EndToEnd.Samples;
using ExecReports.Testing.Aws;

namespace EndToEnd.Aws;

/// <summary>What is refused before anything is archived or mailed, with messages that say what to mend.</summary>
public sealed class AwsRunRefusalTests(SampleOut sample)
{
    [Fact]
    public async Task Without_an_answer_nothing_is_mailed_and_the_recipients_were_listed()
    {
        await using var aws = await AwsSample.StartAsync();

        var run = await aws.RunAsync(aws.Fresh(sample), "run", "--reports", "cfo");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("1 report will be archived and mailed through AWS:", run.Errors);
        Assert.Contains("  cfo: cfo@queenofsandiego.example.com", run.Errors);
        Assert.Contains("--yes", run.Errors);
        Assert.Empty(aws.StandIns.Ses.Mails);
        Assert.Empty(aws.StandIns.S3.Objects());
    }

    [Fact]
    public async Task A_dry_run_asks_nothing_and_mails_nothing()
    {
        await using var aws = await AwsSample.StartAsync();

        var run = await aws.RunAsync(aws.Fresh(sample), "run", "--reports", "cfo", "--dry-run");

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Empty(aws.StandIns.Ses.Mails);
        Assert.Empty(aws.StandIns.S3.Objects());
    }

    [Theory]
    [InlineData("table", "table executive_reports was refused: ResourceNotFoundException")]
    [InlineData("secret", "correct AWS_SECRET_ACCESS_KEY")]
    [InlineData("bucket", "Create bucket reports, or correct REPORT_BUCKET.")]
    [InlineData("permission", "Allow s3:ListBucket on bucket reports")]
    public async Task What_a_run_needs_and_has_not_got_is_named_before_it_begins(string lack, string said)
    {
        await using var aws = await AwsSample.StartAsync(table: lack != "table");
        if (lack == "secret")
            aws.StandIns.S3.Secret = aws.StandIns.Dynamo.Secret = "another";
        if (lack == "bucket")
            aws.StandIns.S3.Buckets.Clear();
        if (lack == "permission")
            aws.StandIns.S3.DeniedActions = new HashSet<string> { "s3:ListBucket" };

        var run = await aws.RunAsync(aws.Fresh(sample), "run", "--reports", "cfo", "--yes");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Errors);
        Assert.DoesNotContain(AwsStandIns.Secret, run.Errors);
        Assert.Empty(aws.StandIns.Ses.Mails);
    }

    [Fact]
    public async Task Settings_that_are_missing_or_wrong_are_all_named_at_once()
    {
        await using var aws = await AwsSample.StartAsync();

        var run = await aws.RunAsync(aws.Fresh(sample), "run", "--yes", "--set", "REPORT_BUCKET=No Bucket", "--set", "REPORT_OBJECT_LOCK=forever", "--set", "AWS_ENDPOINT_URL_S3=nowhere");

        Assert.Equal(2, run.ExitCode);
        foreach (var name in new[] { "REPORT_BUCKET", "REPORT_OBJECT_LOCK", "AWS_ENDPOINT_URL_S3" })
            Assert.Contains($"{name}:", run.Errors);
        Assert.Contains("docs/settings.md", run.Errors);
    }

    [Theory]
    [InlineData("--deliver", "mars", "local or aws expected")]
    [InlineData("--set", "REPORT_BUCKET", "NAME=value expected")]
    public async Task A_word_that_is_none_is_refused(string option, string value, string said)
    {
        await using var aws = await AwsSample.StartAsync();

        var run = await aws.RunAsync(aws.Fresh(sample), "run", option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Errors);
    }

    [Theory]
    [InlineData("", "No sender is named: set SES_SENDER, or `sender:` in portfolio.yaml")]
    [InlineData("sender: reports@example.com\n", "The sender is still the sample's, reports@example.com: set SES_SENDER")]
    public async Task Without_a_sender_of_one_s_own_nothing_is_archived_or_mailed(string settings, string said)
    {
        using var portfolio = new TemporaryFolder();
        Directory.CreateDirectory(portfolio.Under("agent_handoffs", "projects"));
        await File.WriteAllTextAsync(portfolio.Under("agent_handoffs", "projects", "quay.md"), "# Quay\n\n## Costs\n\n| Item | Cost |\n|---|---|\n| Dock | $5 |\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(portfolio.Under("portfolio.yaml"), $"name: Quay\n{settings}recipients: {{ default: [me@queenofsandiego.example.com] }}\n", TestContext.Current.CancellationToken);
        await using var aws = await AwsSample.StartAsync();
        string[] line = ["run", "--yes", "--reports", "ceo", "--env", aws.Env, "--portfolio", portfolio.Path, "--out"];

        var refused = await Cli.RunAsync([.. line, aws.Fresh()]);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(said, refused.Errors);
        Assert.Empty(aws.StandIns.Ses.Mails);
        Assert.Empty(aws.StandIns.S3.Objects());

        var rehearsed = await Cli.RunAsync([.. line, aws.Fresh(), "--dry-run"]);
        Assert.True(rehearsed.ExitCode == 0, rehearsed.Errors);

        var named = await Cli.RunAsync([.. line, aws.Fresh(), "--set", "SES_SENDER=reports@queenofsandiego.example.com"]);
        Assert.True(named.ExitCode == 0, named.Errors + named.Output);
        Assert.Equal("reports@queenofsandiego.example.com", Assert.Single(aws.StandIns.Ses.Mails).Source);
    }

    [Fact]
    public async Task More_than_fifty_recipients_are_refused_before_the_run_begins()
    {
        await using var aws = await AwsSample.StartAsync();

        var run = await aws.RunAsync(aws.Fresh(sample), "run", "--yes", "--set", "REPORT_RECIPIENTS=" + string.Join(',', Enumerable.Range(0, 51).Select(number => $"p{number}@example.com")));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("at most 50", run.Errors);
    }
}
