using System.Globalization;
using CrashHost;
using ExecReports.Embedded;
using ExecReports.Orchestration;

// CrashHost <portfolio> <out> <step> <report>...: starts a run of the named reports, or goes on with the unfinished one, and kills itself, as kill -9 does, at the
// given step of its delivery. Before and after each call of a port is a step, counted from 1; 0 is none. Exit code 0: there is no such step, the run ended well; 1: it
// ended with something to say. EXECREPORTS_DELIVER=aws in the environment: through AWS, as the rest of the environment says.
var (portfolio, output, step) = (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
var countdown = new Countdown(step);
await using var local = LocalReports.Open(new LocalOptions(portfolio, output), parts =>
{
    if (Environment.GetEnvironmentVariable("EXECREPORTS_DELIVER") == "aws")
        parts = AwsParts.Of(parts);
    return parts with
    {
        Archive = new KillingArchive(parts.Archive, countdown),
        Ledger = new KillingLedger(parts.Ledger, countdown),
        Mailer = new KillingMailer(parts.Mailer, countdown),
    };
});
var unfinished = (await local.RunsAsync(CancellationToken.None)).FirstOrDefault(run => !run.Finished);
await local.StartAsync();
var runId = unfinished?.RunId ?? await local.ScheduleAsync(new RunRequest { Reports = args[3..] }, null, CancellationToken.None);
var ended = await local.WaitAsync(runId, _ => { }, CancellationToken.None);
foreach (var (report, delivery) in ended.Summary?.Reports.SelectMany(report => report.Deliveries.Select(delivery => (report, delivery))) ?? [])
    Console.WriteLine($"{report.ReportType} {delivery.Recipient} {delivery.State} {delivery.Error}");
Console.WriteLine(ended.Failure ?? $"{countdown.Passed} steps");
return ended.Summary is { Succeeded: true } ? 0 : 1;
