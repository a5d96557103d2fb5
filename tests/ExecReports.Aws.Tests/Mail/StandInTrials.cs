using System.Diagnostics;
using System.Globalization;
using ExecReports.Contracts;
using ExecReports.Delivery;
using ExecReports.Rendering;
using ExecReports.Testing.Aws.Ses;
using ExecReports.Testing.Aws.Wire;
using ExecReports.Tests.Delivery;

namespace ExecReports.Aws.Tests.Mail;

/// <summary>The same trials over real connections, in real time. The everyday run takes each fault once, the full one at every request.</summary>
public class StandInTrials(ITestOutputHelper log)
{
    static readonly Fault[] Faults = [.. Enum.GetValues<Fault>().Except([Fault.None, Fault.NoConnection])];

    static readonly DeliveryOptions Quick = new()
    {
        SendTimeout = TimeSpan.FromMilliseconds(400),
        RefusalWaits = [TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(50)],
    };

    static bool Full => Environment.GetEnvironmentVariable("EXECREPORTS_FULL") == "1";

    [Fact]
    public async Task Every_fault_over_real_connections_mails_nothing_twice_and_loses_nothing()
    {
        var watch = Stopwatch.StartNew();
        var trials = 0;
        await using var ses = await SesServer.StartAsync();
        ses.Wire.SlowBy = TimeSpan.FromSeconds(1);
        for (var round = 0; round < (Full ? 2 : 1); round++)
            foreach (var fault in Faults)
                foreach (var step in Full ? Enumerable.Range(1, 5) : [2 + trials % 4])
                    await TryAsync(ses, fault, step, ++trials);
        log.WriteLine($"{trials} trials in {watch.Elapsed.TotalSeconds:0.0} s");
    }

    static async Task TryAsync(SesServer ses, Fault fault, int step, int trial)
    {
        var (ledger, archive) = (new MemoryLedger(), new MemoryArchive());
        ReportPackage[] reports = [.. SendTrials.Reports.Select(report => report with { RunId = $"run-{trial}", GeneratedTimestamp = report.GeneratedTimestamp.AddDays(trial) })];
        var seen = 0;
        ses.Wire.Plan = _ => Interlocked.Increment(ref seen) == step ? fault : Fault.None;
        using var mailer = Mailers.At(ses.Url);
        var delivery = new ReportDelivery(archive, ledger, mailer, MimeComposer.Address, TimeProvider.System, Quick);

        var receipts = await delivery.DeliverAsync([.. reports.Select(report => report.ToDeliver())], new($"process-{trial}", "1"), TestContext.Current.CancellationToken);

        Assert.All(receipts, receipt => Assert.Equal(0, receipt.Remaining));
        Assert.Equal(trial, ses.Wire.Faults.Count);
        var run = string.Create(CultureInfo.InvariantCulture, $"{reports[0].GeneratedTimestamp:yyyyMMdd}");
        MailedOnce.Check([.. ledger.Deliveries], MailedOnce.Count(ses.Mails.Select(mail => mail.OwnMessageId).Where(id => id!.StartsWith(run, StringComparison.Ordinal))));
        Assert.All(ledger.Deliveries, delivery => Assert.NotEqual(SendState.Failed, delivery.State));
        Assert.Equal(step > 1 && fault != Fault.Throttle ? 1 : 0, ledger.Deliveries.Count(line => line.State == SendState.Unknown));
    }
}
