using System.Diagnostics;
using ExecReports.Aws.Tests.Mail;
using ExecReports.Delivery;
using ExecReports.Testing.Aws.Wire;
using ExecReports.Tests.Delivery;

namespace ExecReports.Aws.Tests.Trials;

/// <summary>
/// Whole deliveries with faults on the way to S3, DynamoDB, SES and CloudWatch Logs. The everyday run takes some of them, the full one every fault at every
/// request and random ones at several: more than 1,000 trials, in each of which a planned fault was met.
/// </summary>
public class DeliveryTrials(ITestOutputHelper log)
{
    // With the planned ones more than 1,000 deliveries with all services together.
    const int Side = 16, MostTrials = 800;

    static readonly Fault[] Faults = [.. Enum.GetValues<Fault>().Except([Fault.None, Fault.NoConnection])];

    static bool Full => Environment.GetEnvironmentVariable("EXECREPORTS_FULL") == "1";

    static ReportPackage[] Reports(int trial) =>
        [.. SendTrials.Reports.Select(report => report with { RunId = $"run-{trial}", GeneratedTimestamp = report.GeneratedTimestamp.AddDays(trial) })];

    static IReadOnlyList<FaultyServer> Services(DeliveryWorld world) => [world.Servers.S3.Wire, world.Servers.Dynamo.Wire, world.Servers.Ses.Wire, world.Servers.Logs.Wire];

    [Fact]
    public async Task Every_fault_at_every_request_mails_nothing_twice_and_loses_nothing()
    {
        // As many requests as a delivery makes with which nothing goes wrong: each planned fault is met, or the trial fails.
        IReadOnlyList<int> requests;
        await using (var world = await DeliveryWorld.StartAsync())
            requests = await world.CountAsync(Reports(0), Services(world));
        Assert.Equal([8, 12, 5, 3], requests);
        var trials = (from service in Enumerable.Range(0, requests.Count) from fault in Faults from step in Enumerable.Range(1, requests[service]) select (service, fault, step)).Index()
            .Where(trial => Full || trial.Index % 29 == 0).ToList();

        var met = await SideBySideAsync(trials, async (world, trial) =>
        {
            var (number, (service, fault, step)) = trial;
            var seen = 0;
            DeliveryWorld.Plan(_ => Interlocked.Increment(ref seen) == step ? fault : Fault.None, Services(world)[service]);
            var reports = Reports(1 + number);
            await world.ToTheEndAsync(reports);
            // A fault elsewhere than at a send leaves nothing that nobody knows, but where the ledger could not be told in time.
            Assert.InRange(await world.NothingTwiceAndNothingLostAsync(reports), 0, 1);
            var faults = world.TakeFaults();
            Assert.True(faults == 1, $"{fault} at request {step} of service {service} was met {faults} times; {seen} requests came.");
        });
        Assert.Equal(trials.Count, met);
    }

    [Fact]
    public async Task Random_faults_at_several_requests_mail_nothing_twice_and_lose_nothing()
    {
        var trials = Full ? MostTrials : 4;
        var faults = 0;
        var met = await SideBySideAsync([.. Enumerable.Range(0, trials)], async (world, seed) =>
        {
            var random = new CsCheck.PCG((uint)seed + 1);
            var gate = new Lock();
            // One of the first requests meets a fault in any case: a trial where nothing goes wrong is none.
            var (seen, certain) = (0, 1 + random.Next(20));
            DeliveryWorld.Plan(
                _ =>
                {
                    lock (gate)
                        return ++seen == certain || random.Next(6) == 0 ? Faults[random.Next((uint)Faults.Length)] : Fault.None;
                },
                Services(world));
            var reports = Reports(1_000 + seed);
            await world.ToTheEndAsync(reports);
            await world.NothingTwiceAndNothingLostAsync(reports);
            var now = world.TakeFaults();
            Assert.True(now > 0, $"Seed {seed} met no fault; {seen} requests came.");
            Interlocked.Add(ref faults, now);
        });
        log.WriteLine($"{faults} faults in {met} trials");
        Assert.Equal(trials, met);
    }

    [Fact]
    public async Task Two_deliveries_of_one_run_at_once_mail_each_once()
    {
        await using var world = await DeliveryWorld.StartAsync();
        for (var trial = 0; trial < (Full ? 25 : 3); trial++)
        {
            var reports = Reports(2_000 + trial);
            await Task.WhenAll(world.AttemptAsync(reports), world.AttemptAsync(reports));
            await world.ToTheEndAsync(reports);
            Assert.Equal(0, await world.NothingTwiceAndNothingLostAsync(reports));
        }
    }

    [Fact]
    public async Task With_50_milliseconds_before_each_call_eight_reports_take_a_third_of_the_calls_one_after_the_other_at_most()
    {
        var delay = TimeSpan.FromMilliseconds(50);
        await using var world = await DeliveryWorld.StartAsync();
        var before = world.Servers.Wires.Sum(wire => wire.Requests.Count);
        foreach (var wire in world.Servers.Wires)
            wire.Delay = delay;
        ReportPackage[] reports = [.. Enumerable.Range(1, 8).Select(number => SendTrials.Report($"report-{number}", Packages.Owner))];

        var watch = Stopwatch.StartNew();
        await world.AttemptAsync(reports);
        var took = watch.Elapsed;

        // The delays alone: what calls one after the other would take at the least.
        var calls = world.Servers.Wires.Sum(wire => wire.Requests.Count) - before;
        log.WriteLine($"{calls} calls, {calls * delay.TotalSeconds:0.00} s of delays one after the other, {took.TotalSeconds:0.00} s side by side");
        Assert.InRange(calls, 8 * (4 + 3 + 1), 8 * 20);
        Assert.Equal(0, await world.NothingTwiceAndNothingLostAsync(reports));
        Assert.Equal(8, world.Servers.Ses.Mails.Count);
    }

    // Most of a trial is waiting: some worlds take turns.
    // Returns how many were made.
    async Task<int> SideBySideAsync<T>(IReadOnlyList<T> trials, Func<DeliveryWorld, T, Task> tryAsync)
    {
        var watch = Stopwatch.StartNew();
        var (next, made) = (-1, 0);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(Side, trials.Count)).Select(async _ =>
        {
            await using var world = await DeliveryWorld.StartAsync();
            world.TakeFaults();
            while (Interlocked.Increment(ref next) is var at && at < trials.Count)
            {
                await tryAsync(world, trials[at]);
                Interlocked.Increment(ref made);
            }
        }));
        log.WriteLine($"{made} trials in {watch.Elapsed.TotalSeconds:0.0} s");
        return made;
    }
}
