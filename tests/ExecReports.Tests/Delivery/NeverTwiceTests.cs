using CsCheck;
using ExecReports.Delivery;

namespace ExecReports.Tests.Delivery;

/// <summary>Never two mails for one delivery, and none lost in silence, whatever fails or dies, wherever, and whoever works at the same time.</summary>
public class NeverTwiceTests
{
    static readonly ReportPackage[] Reports = [Packages.Of("ceo", Packages.Owner, Packages.Partner), Packages.Of("cfo", Packages.Owner)];

    static readonly Fate[] Faults = [Fate.FailsBefore, Fate.FailsAfter, Fate.DiesBefore, Fate.DiesAfter];

    static readonly SendResult[] Refusals = [SendResult.RefusedForNow, SendResult.Rejected, SendResult.NoAnswer];

    // Lets an attempt run to its end or its death; time passes where it waits for that alone.
    static void RunAlone(DeliveryWorld world, DeliveryWorld.Deliverer deliverer)
    {
        for (var count = 0; !deliverer.IsOver; count++)
        {
            Assert.True(count < 10_000, "The attempt does not end.");
            if (world.Waiting > 0)
                world.LetThrough(0);
            else
                world.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    // Attempts one after another, each in a new process, until nothing remains. Between them, time enough for a lease to be over.
    static void RunToTheEnd(DeliveryWorld world, TimeSpan between)
    {
        for (var attempt = 0; ; attempt++)
        {
            Assert.True(attempt < 20, "Something remains for ever.");
            var deliverer = world.Start($"late-{attempt}", Reports);
            RunAlone(world, deliverer);
            if (deliverer.IsDone)
                return;
            world.Time.Advance(between);
        }
    }

    static void NothingTwiceAndNothingLost(DeliveryWorld world)
    {
        Assert.Equal(3, world.Ledger.Deliveries.Count());
        foreach (var delivery in world.Ledger.Deliveries)
        {
            var mails = world.Wire.Accepted.GetValueOrDefault(delivery.DeliveryId);
            Assert.True(mails <= 1, $"{delivery.DeliveryId} was mailed {mails} times.");
            switch (delivery.State)
            {
                case SendState.Sent:
                    Assert.Equal(1, mails);
                    break;
                case SendState.Failed:
                    Assert.Equal(0, mails);
                    break;
                default:
                    Assert.Equal(SendState.Unknown, delivery.State);
                    break;
            }
        }
    }

    static void AllSentOnce(DeliveryWorld world)
    {
        NothingTwiceAndNothingLost(world);
        Assert.All(world.Ledger.Deliveries, delivery => Assert.Equal(SendState.Sent, delivery.State));
    }

    // One fate at one step of the first attempt; returns false when the attempt has fewer steps.
    static bool WithFateAt(int step, Fate fate, bool canTell, bool leasesVoid, TimeSpan between, Action<DeliveryWorld> holds)
    {
        var seen = 0;
        var world = new DeliveryWorld(canTell, leasesVoid, () => seen++ == step ? fate : Fate.Passes);
        RunAlone(world, world.Start("early", Reports));
        var reached = seen > step;
        RunToTheEnd(world, between);
        holds(world);
        return reached;
    }

    public static TheoryData<Fate> AllFaults => [.. Faults];

    [Theory]
    [MemberData(nameof(AllFaults))]
    public void With_a_mailer_that_can_tell_a_fault_or_death_at_any_step_still_ends_with_each_sent_once(Fate fate)
    {
        var step = 0;
        while (WithFateAt(step, fate, canTell: true, leasesVoid: false, TimeSpan.FromMinutes(4), AllSentOnce))
            step++;
        // Two reports: a look into the ledger, 4 objects, an item, and per delivery a claim, a send and a settling.
        Assert.Equal(2 * 6 + 3 * 3, step);
    }

    [Theory]
    [MemberData(nameof(AllFaults))]
    public void With_a_mailer_that_cannot_tell_a_fault_or_death_at_any_step_leaves_nothing_twice_and_nothing_lost(Fate fate)
    {
        var step = 0;
        while (WithFateAt(step, fate, canTell: false, leasesVoid: false, TimeSpan.FromMinutes(4), NothingTwiceAndNothingLost))
            step++;
        Assert.Equal(2 * 6 + 3 * 3, step);
    }

    [Theory]
    [InlineData(Fate.DiesBefore)]
    [InlineData(Fate.DiesAfter)]
    public void Where_a_dead_process_s_leases_are_void_the_next_one_finishes_at_once(Fate fate)
    {
        var step = 0;
        while (WithFateAt(step, fate, canTell: true, leasesVoid: true, TimeSpan.Zero, world =>
        {
            AllSentOnce(world);
            Assert.Equal(Packages.Generated, world.Time.GetUtcNow());
        }))
            step++;
        Assert.Equal(2 * 6 + 3 * 3, step);
    }

    // Several attempts at once in random order, each step with a random fate, the service with random answers, and time that jumps over leases.
    static void Interleaved(int[] decisions, bool canTell, bool refuses, Action<DeliveryWorld> holds)
    {
        var at = 0;
        int Next(int below) => at < decisions.Length ? decisions[at++] % below : 0;
        var world = new DeliveryWorld(canTell, leasesVoid: false, () => Next(8) == 1 ? Faults[Next(Faults.Length)] : Fate.Passes);
        if (refuses)
            for (var answer = 0; answer < 6; answer++)
                world.Wire.Answers.Enqueue(Next(3) == 1 ? new(Refusals[Next(Refusals.Length)]) : null);
        var deliverers = Enumerable.Range(0, 3).Select(number => world.Start($"process-{number}", Reports)).ToList();
        for (var count = 0; deliverers.Any(deliverer => !deliverer.IsOver); count++)
        {
            Assert.True(count < 10_000, "The attempts do not end.");
            if (world.Waiting == 0 || Next(12) == 1)
                world.Time.Advance(TimeSpan.FromSeconds(Next(2) == 0 ? 20 : 200));
            else
                world.LetThrough(Next(world.Waiting));
            if (at < decisions.Length && Next(10) == 1)
                deliverers.Add(world.Start($"process-{deliverers.Count}", Reports));
        }
        // From here on nothing fails.
        at = decisions.Length;
        RunToTheEnd(world, TimeSpan.FromMinutes(4));
        holds(world);
    }

    static readonly Gen<int[]> Decisions = Gen.Int[0, 999].Array[0, 400];

    [Fact]
    public void Attempts_at_the_same_time_never_send_twice_and_lose_nothing() =>
        Decisions.Sample(decisions => Interleaved(decisions, canTell: false, refuses: true, NothingTwiceAndNothingLost), iter: 3000);

    [Fact]
    public void Attempts_at_the_same_time_send_each_exactly_once_where_the_mailer_can_tell() =>
        Decisions.Sample(decisions => Interleaved(decisions, canTell: true, refuses: false, AllSentOnce), iter: 3000);
}
