using EndToEnd.Runs;
using ExecReports.Contracts;
using ExecReports.Delivery;
using ExecReports.Testing.Aws;
using ExecReports.Testing.Aws.Wire;

namespace EndToEnd.Aws;

/// <summary>
/// kill -9 between every two steps of a delivery through AWS, one trial each, and another process goes on with the run: at each request to a service, before the service has taken it and after, and
/// before and after each call of archive, ledger and mailer. No mail twice, none lost; what nobody can know is unknown and named. The everyday run takes some steps, the full one each.
/// </summary>
public sealed class AwsDeliveryStepKills(PreparedRun prepared, ITestOutputHelper log) : IClassFixture<PreparedRun>
{
    // No other process is about to wait for a claim's end while its owner lives.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(0.5);

    private static bool Full => Environment.GetEnvironmentVariable("EXECREPORTS_FULL") == "1";

    [Fact]
    public async Task Killed_at_any_request_to_a_service_nothing_is_mailed_twice_and_nothing_is_lost()
    {
        var (kills, unknown, actions) = (0, 0, new List<string>());
        if (Full)
        {
            for (var number = 1; await KillAsync(number, null, taken: false); number++)
                Assert.True(await KillAsync(number, null, taken: true));
        }
        else
        {
            Assert.True(await KillAsync(1, "SendRawEmail", taken: true));
        }

        log.WriteLine($"{kills} kills at requests ({string.Join(", ", actions.CountBy(action => action.Split(' ')[0]).Select(pair => $"{pair.Key} {pair.Value}"))}), {unknown} deliveries unknown");
        Assert.True(kills >= (Full ? 40 : 1), $"only {kills} kills");
        Assert.Contains("SendRawEmail", actions);

        // At the request of that number, of one action or of all. False: there is none.
        async Task<bool> KillAsync(int number, string? only, bool taken)
        {
            await using var aws = await AwsSample.StartAsync();
            var folder = prepared.Copy();
            using var process = PreparedRun.Start(aws, folder, step: 0, Lease);
            var (seen, action) = (0, (string?)null);
            Plan(aws, request =>
            {
                if (only is not null && request.Action != only || Interlocked.Increment(ref seen) != number)
                    return Fault.None;
                action = request.Action;
                process.Kill();
                process.WaitForExit();
                return taken ? Fault.None : Fault.CutBefore;
            });
            var ended = await Cli.EndAsync(process);
            if (action is null)
            {
                Assert.True(ended.ExitCode == 0, $"request {number}: {ended.Errors}{ended.Output}");
                return false;
            }

            Assert.True(ended.WasKilled, $"request {number}: {ended.Errors}{ended.Output}");
            Plan(aws, _ => Fault.None);
            var left = await GoOnAsync(aws, folder, ended, $"killed at request {number}, {action}, {(taken ? "taken" : "not taken")}");
            // A claimed mail that was handed over, or was about to be: only SES knows, and it tells nobody.
            if (action == "SendRawEmail")
                Assert.NotEqual(0, left);
            kills++;
            unknown += left;
            actions.Add(action);
            return true;
        }
    }

    [Fact]
    public async Task Killed_before_or_after_any_call_of_a_port_nothing_is_mailed_twice_and_nothing_is_lost()
    {
        var (kills, unknown) = (0, 0);
        // Sixteen steps of archiving, four of recording, four of claiming, and the next are those of sending.
        for (var step = Full ? 1 : 22; Full || kills < 1; step++)
        {
            await using var aws = await AwsSample.StartAsync();
            var folder = prepared.Copy();
            using var process = PreparedRun.Start(aws, folder, step, Lease);
            var ended = await Cli.EndAsync(process);
            if (ended.ExitCode == 0)
                break;

            Assert.True(ended.WasKilled, $"step {step}: {ended.Errors}{ended.Output}");
            unknown += await GoOnAsync(aws, folder, ended, $"killed at step {step}");
            kills++;
        }

        log.WriteLine($"{kills} kills at calls of ports, {unknown} deliveries unknown");
        // Four archived files, the ledger's item, and claim, send and settlement for each recipient, of two reports: a step before and after each.
        Assert.True(kills >= (Full ? 32 : 1), $"only {kills} steps");
        Assert.True(unknown > 0 || !Full, "A mail that is out and not recorded is unknown.");
    }

    // Another process goes on. How many deliveries are unknown at the end.
    private async Task<int> GoOnAsync(AwsSample aws, string folder, CliResult killed, string what)
    {
        using var process = PreparedRun.Start(aws, folder, step: 0, Lease);
        var resumed = await Cli.EndAsync(process);
        log.WriteLine($"{what}: {resumed.Lines[^1]}");
        Assert.True(resumed.ExitCode is 0 or 1, $"{what}: {resumed.Errors}{resumed.Output}");

        var items = await aws.Ledger.ListAsync(new LedgerFilter(), TestContext.Current.CancellationToken);
        var deliveries = items.SelectMany(item => item.Deliveries).ToList();
        Assert.Superset(new HashSet<string>(PreparedRun.Reports), items.Select(item => item.Key.ReportType).ToHashSet());
        var unknown = MailedOnce.Check(deliveries, MailedOnce.Count(aws.StandIns.Ses.Mails.Select(mail => mail.OwnMessageId)));
        Assert.DoesNotContain(deliveries, delivery => delivery.State == SendState.Failed);
        Assert.InRange(unknown, 0, PreparedRun.Reports.Length);
        Assert.Equal(unknown == 0 ? 0 : 1, resumed.ExitCode);
        Assert.All(
            deliveries.Where(delivery => delivery.State == SendState.Unknown),
            delivery => Assert.Contains(resumed.Lines, line => line.Contains($" {delivery.Recipient.Id} unknown ", StringComparison.Ordinal)));
        Assert.Equal(items.Count * 4, aws.StandIns.S3.Objects().Count);
        Assert.All(items, item => Assert.All(item.Files, file => Assert.Equal(file.Sha256, aws.StandIns.S3.Objects()[file.Key].Headers["x-amz-meta-sha256"])));

        var said = killed.Output + killed.Errors + resumed.Output + resumed.Errors;
        LeftBehind.NoSecret(aws, folder, said, AwsStandIns.AccessKeyId, AwsStandIns.Secret, PreparedRun.Token);
        LeftBehind.NoAddress(aws, folder, said, [.. aws.StandIns.Ses.Mails.SelectMany(mail => mail.Destinations), .. deliveries.Select(delivery => delivery.Recipient.Address)]);
        return unknown;
    }

    private static void Plan(AwsSample aws, Func<ReceivedRequest, Fault> plan)
    {
        foreach (var wire in aws.StandIns.Wires)
            wire.Plan = plan;
    }
}
