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
        var (unknown, actions) = (0, new List<string>());
        if (Full)
        {
            for (var number = 1; await KillAsync(number, taken: false); number++)
                Assert.True(await KillAsync(number, taken: true));
        }
        else
        {
            Assert.True(await KillAsync(1, taken: true, "SendRawEmail"));
        }

        log.WriteLine($"{actions.Count} kills at requests ({string.Join(", ", actions.CountBy(action => action.Split(' ')[0]).Select(pair => $"{pair.Key} {pair.Value}"))}), {unknown} deliveries unknown");
        Assert.True(actions.Count >= (Full ? 40 : 1), $"only {actions.Count} kills");
        Assert.Contains("SendRawEmail", actions);

        // At the request of that number, of one action or of all. False: there is none.
        async Task<bool> KillAsync(int number, bool taken, string? only = null)
        {
            await using var aws = await AwsSample.StartAsync();
            if (await KillAtAsync(aws, request => only is null || request.Action == only, number, taken) is not var (action, left))
                return false;

            // A claimed mail that was handed over, or was about to be: only SES knows, and it tells nobody.
            if (action == "SendRawEmail")
                Assert.NotEqual(0, left);
            unknown += left;
            actions.Add(action);
            return true;
        }
    }

    /// <summary>The requests that mail a report to two recipients, in their order, with what becomes of both if the process dies there before the service has taken it, and after.</summary>
    private static readonly (string Action, string NotTaken, string Taken)[] TwoRecipients =
    [
        ("UpdateItem, the first one's claim", "Sent Sent", "Unknown Sent"),
        ("SendRawEmail to the first", "Unknown Sent", "Unknown Sent"),
        ("UpdateItem, the first one's settlement", "Unknown Sent", "Sent Sent"),
        ("UpdateItem, the second one's claim", "Sent Sent", "Sent Unknown"),
        ("SendRawEmail to the second", "Sent Unknown", "Sent Unknown"),
        ("UpdateItem, the second one's settlement", "Sent Unknown", "Sent Sent"),
    ];

    [Fact]
    public async Task Killed_around_each_of_two_recipients_and_between_them_the_other_gets_the_report_once_and_no_more_is_unknown_than_must_be()
    {
        var kills = 0;
        for (var number = 1; number <= TwoRecipients.Length; number++)
        {
            foreach (var taken in (bool[])[false, true])
            {
                // Every day: between the two, and with the second one's mail out.
                if (!Full && (!taken || number is not (3 or 5)))
                    continue;

                var (action, notTaken, afterwards) = TwoRecipients[number - 1];
                await using var aws = await AwsSample.StartAsync();
                var killed = await KillAtAsync(aws, IsOfTwo, number, taken);

                Assert.StartsWith(killed!.Value.Action, action, StringComparison.Ordinal);
                var item = Assert.Single(await aws.Ledger.ListAsync(new LedgerFilter { ReportType = PreparedRun.Reports[0] }, TestContext.Current.CancellationToken));
                Assert.Equal(PreparedRun.Two, item.Deliveries.Select(delivery => delivery.Recipient.Address));
                Assert.Equal(taken ? afterwards : notTaken, string.Join(' ', item.Deliveries.Select(delivery => delivery.State)));
                // What is unknown was mailed where SES had taken it, and was not where it had not; nobody can tell from the ledger.
                var mailed = MailedOnce.Count(aws.StandIns.Ses.Mails.Select(mail => mail.OwnMessageId));
                int[] expected = [number == 1 && taken || number == 2 && !taken ? 0 : 1, number == 4 && taken || number == 5 && !taken ? 0 : 1];
                Assert.Equal(expected, item.Deliveries.Select(delivery => mailed.GetValueOrDefault(delivery.DeliveryId)));
                kills++;
            }
        }

        log.WriteLine($"{kills} kills around two recipients of one report");

        static bool IsOfTwo(ReceivedRequest request) =>
            request.Action == "UpdateItem" && request.Text.Contains($"\"{PreparedRun.Reports[0]}\"", StringComparison.Ordinal)
            || request.Action == "SendRawEmail" && PreparedRun.Two.Any(address => request.Fields.Values.Contains(address));
    }

    [Fact]
    public async Task Killed_before_or_after_any_call_of_a_port_nothing_is_mailed_twice_and_nothing_is_lost()
    {
        var (kills, unknown) = (0, 0);
        // Sixteen steps of archiving, four of recording, four of the first claims, and the next are those of sending.
        for (var step = Full ? 1 : 22; Full || kills < 1; step++)
        {
            await using var aws = await AwsSample.StartAsync();
            var folder = await prepared.CopyAsync();
            using var process = prepared.Start(aws, folder, step, Lease);
            var ended = await Cli.EndAsync(process);
            if (ended.ExitCode == 0)
                break;

            Assert.True(ended.WasKilled, $"step {step}: {ended.Errors}{ended.Output}");
            unknown += await GoOnAsync(aws, folder, ended, $"killed at step {step}");
            kills++;
        }

        log.WriteLine($"{kills} kills at calls of ports, {unknown} deliveries unknown");
        // Of two reports, four archived files and the ledger's item, and of three recipients claim, send and settlement: a step before and after each.
        Assert.True(kills >= (Full ? 38 : 1), $"only {kills} steps");
        Assert.True(unknown > 0 || !Full, "A mail that is out and not recorded is unknown.");
    }

    // Kills a process at a request of a kind, by its number, and another goes on. The request's action and how many deliveries are unknown at the end; null: there is no such request.
    private async Task<(string Action, int Unknown)?> KillAtAsync(AwsSample aws, Func<ReceivedRequest, bool> kind, int number, bool taken)
    {
        var folder = await prepared.CopyAsync();
        using var process = prepared.Start(aws, folder, step: 0, Lease);
        var (seen, action) = (0, (string?)null);
        Plan(aws, request =>
        {
            if (!kind(request) || Interlocked.Increment(ref seen) != number)
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
            return null;
        }

        Assert.True(ended.WasKilled, $"request {number}: {ended.Errors}{ended.Output}");
        Plan(aws, _ => Fault.None);
        return (action, await GoOnAsync(aws, folder, ended, $"killed at request {number}, {action}, {(taken ? "taken" : "not taken")}"));
    }

    // Another process goes on. How many deliveries are unknown at the end.
    private async Task<int> GoOnAsync(AwsSample aws, string folder, CliResult killed, string what)
    {
        using var process = prepared.Start(aws, folder, step: 0, Lease);
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
        // Whoever is mailed, the copy goes along.
        Assert.All(aws.StandIns.Ses.Mails, mail => Assert.Equal(PreparedRun.Audit, mail.Destinations[^1]));
        Assert.All(aws.StandIns.Ses.Mails, mail => Assert.Equal(2, mail.Destinations.Count));
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
