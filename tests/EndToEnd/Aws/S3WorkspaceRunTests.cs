using EndToEnd.Runs;
using ExecReports.Aws.Workspace;
using ExecReports.Testing.Aws;

namespace EndToEnd.Aws;

/// <summary>A run whose workspace is in the bucket as well, as an app in the cloud has it: what stands there, and what does not.</summary>
public sealed class S3WorkspaceRunTests(PreparedRun prepared) : IClassFixture<PreparedRun>
{
    [Fact]
    public async Task Addresses_stand_in_the_plan_alone_and_keys_and_tokens_nowhere()
    {
        await using var aws = await AwsSample.StartAsync();
        var folder = prepared.Empty();
        using var process = prepared.Start(aws, folder, step: 0, TimeSpan.FromSeconds(60), workspaceOnS3: true);

        var ended = await Cli.EndAsync(process);

        Assert.True(ended.ExitCode == 0, ended.Errors + ended.Output);
        Assert.False(Directory.Exists(Path.Combine(folder, "workspace")));
        var names = aws.StandIns.S3.Objects().Keys.Where(key => key.StartsWith(S3Workspace.DefaultPrefix, StringComparison.Ordinal)).Select(key => key.Split('/')[^1]).ToList();
        Assert.Single(names, name => name.StartsWith("plan-", StringComparison.Ordinal));
        // Handoffs, inventory, audits, operations, and four files of each report.
        Assert.True(names.Count > 15, string.Join(", ", names));
        var said = ended.Output + ended.Errors;
        LeftBehind.NoSecret(aws, folder, said, AwsStandIns.AccessKeyId, AwsStandIns.Secret, PreparedRun.Token);
        LeftBehind.NoAddress(aws, folder, said, [.. aws.StandIns.Ses.Mails.SelectMany(mail => mail.Destinations)]);
    }
}
