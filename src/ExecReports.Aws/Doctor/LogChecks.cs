using Amazon.CloudWatchLogs.Model;
using ExecReports.Aws.Clients;

namespace ExecReports.Aws.Doctor;

/// <summary>Checks the log group of the send log. A run does without it.</summary>
static class LogChecks
{
    public static Task<IReadOnlyList<AwsFinding>> RunAsync(AwsClients clients, CancellationToken cancellationToken)
    {
        if (clients.Settings.LogGroup is not { } group)
            return Task.FromResult<IReadOnlyList<AwsFinding>>([AwsFinding.Hint("send log", "off (REPORT_LOG_GROUP): sends are in the ledger alone")]);
        return Probe.LookAsync($"log group {group}", "logs:DescribeLogGroups", async () =>
        {
            using var logs = clients.CloudWatchLogs();
            var found = await logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = group }, cancellationToken).ConfigureAwait(false);
            return (found.LogGroups ?? []).Any(existing => existing.LogGroupName == group)
                ? [AwsFinding.Good($"log group {group}", "it is there")]
                : [AwsFinding.Hint($"log group {group}", "it is not there; the first send makes it, where logs:CreateLogGroup is allowed")];
        });
    }
}
