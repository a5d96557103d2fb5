using EndToEnd.Runs;
using ExecReports.Contracts;
using ExecReports.Delivery;
using ExecReports.Testing.Aws;
using ExecReports.Testing.Aws.Wire;

namespace EndToEnd.Aws;

/// <summary>Two processes that deliver the same run at once, several rounds: each mail goes once. The everyday run makes one round, the full one ten.</summary>
public sealed class AwsTwoProcesses(PreparedRun prepared, ITestOutputHelper log) : IClassFixture<PreparedRun>
{
    private static int Rounds => Environment.GetEnvironmentVariable("EXECREPORTS_FULL") == "1" ? 10 : 1;

    [Fact]
    public async Task Two_processes_that_deliver_the_same_run_at_once_mail_each_once()
    {
        var (mails, refused) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            await using var aws = await AwsSample.StartAsync();
            using var all = new CountdownEvent(2 * PreparedRun.Reports.Length);
            var met = 0;
            // Whoever comes first to recording the reports waits there for the other, so that both claim together.
            aws.StandIns.Dynamo.Wire.Plan = request =>
            {
                if (request.Action == "PutItem" && !all.IsSet)
                {
                    all.Signal();
                    if (all.Wait(TimeSpan.FromSeconds(20)))
                        Interlocked.Increment(ref met);
                }

                return Fault.None;
            };
            string[] folders = [await prepared.CopyAsync(), await prepared.CopyAsync()];
            var ended = await Task.WhenAll(folders.Select(async folder =>
            {
                using var process = prepared.Start(aws, folder, step: 0, TimeSpan.FromSeconds(60));
                return await Cli.EndAsync(process);
            }));

            Assert.All(ended, result => Assert.True(result.ExitCode == 0, $"round {round}: {result.Errors}{result.Output}"));
            Assert.Equal(all.InitialCount, met);
            var items = await aws.Ledger.ListAsync(new LedgerFilter(), TestContext.Current.CancellationToken);
            Assert.Equal(PreparedRun.Reports, items.Select(item => item.Key.ReportType).Order());
            var deliveries = items.SelectMany(item => item.Deliveries).ToList();
            Assert.Equal(PreparedRun.Reports.Length + 1, deliveries.Count);
            Assert.Equal(0, MailedOnce.Check(deliveries, MailedOnce.Count(aws.StandIns.Ses.Mails.Select(mail => mail.OwnMessageId))));
            Assert.All(deliveries, delivery => Assert.Equal((SendState.Sent, 1), (delivery.State, delivery.Attempts)));
            // Each puts its files once: who came too late for a claim looks again after some seconds, finds the report recorded, and puts nothing any more.
            Assert.Equal(2 * 4 * items.Count, aws.StandIns.S3.Wire.Requests.Count(request => request.Method == "PUT"));
            Assert.Equal(4 * items.Count, aws.StandIns.S3.Objects().Count);
            mails += deliveries.Count;
            // What came too late, beside the claim and the settlement of each.
            refused += aws.StandIns.Dynamo.Wire.Requests.Count(request => request.Action == "UpdateItem") - 2 * deliveries.Count;
            foreach (var (folder, result) in folders.Zip(ended))
            {
                LeftBehind.NoSecret(aws, folder, result.Output + result.Errors, AwsStandIns.AccessKeyId, AwsStandIns.Secret, PreparedRun.Token);
                LeftBehind.NoAddress(aws, folder, result.Output + result.Errors, [.. deliveries.Select(delivery => delivery.Recipient.Address)]);
            }
        }

        log.WriteLine($"{Rounds} rounds of two processes, {mails} mails, each once; {refused} claims came too late");
    }
}
