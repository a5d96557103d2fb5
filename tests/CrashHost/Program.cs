using System.Globalization;
using CrashHost;
using ExecReports.Embedded;
using ExecReports.Orchestration;

// CrashHost <portfolio> <out> <step> <report>...: starts a run of the named reports and kills itself, as kill -9 does, at the given step of its
// delivery. Before and after each call of a port is a step, counted from 1. Exit code 0: there is no such step, the run ended.
var (portfolio, output, step) = (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
var countdown = new Countdown(step);
await using var local = LocalReports.Open(new LocalOptions(portfolio, output), parts => parts with
{
    Archive = new KillingArchive(parts.Archive, countdown),
    Ledger = new KillingLedger(parts.Ledger, countdown),
    Mailer = new KillingMailer(parts.Mailer, countdown),
});
await local.StartAsync();
var runId = await local.ScheduleAsync(new RunRequest { Reports = args[3..] }, null, CancellationToken.None);
var ended = await local.WaitAsync(runId, _ => { }, CancellationToken.None);
Console.WriteLine(ended.Failure ?? $"{countdown.Passed} steps");
return ended.Summary is { Succeeded: true } ? 0 : 1;
