using CsCheck;
using ExecReports.Analysis.Finance;
using ExecReports.Analysis.Operations;
using ExecReports.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Tests.Analysis.Finance;

public class DeferredRevenueTests
{
    private static DeferredMonth Of(IReadOnlyList<Deposit> deposits, params CharterEvent[] trips)
    {
        var entity = Given.Entity("one") with { Deposits = deposits, Revenue = [Given.Stream("Charters", null, null, null)] };
        var facts = Given.Facts(entity) with { Operations = [Given.Operations(trips)] };
        return DeferredRevenue.Of(facts, Trips.Of(facts), [entity]);
    }

    private static Deposit Deposit(string reference, decimal? taken, DateOnly? on, DateOnly? service, WorkState state = WorkState.Open, decimal? refunded = null, DateOnly? refundedOn = null) => new()
    {
        At = Given.Line(),
        Reference = reference,
        Taken = taken is { } t ? Given.Money(t) : null,
        TakenOn = on,
        ServiceOn = service,
        State = state,
        Refunded = refunded is { } r ? Given.Money(r) : null,
        RefundedOn = refundedOn,
    };

    private static (decimal, decimal, decimal, decimal, decimal) Row(DeferredMonth m) =>
        (m.Opening.Known.Low, m.Taken.Known.Low, m.Earned.Known.Low, m.Refunded.Known.Low, m.Closing.Known.Low);

    [Fact]
    public void Opening_and_taken_less_earned_and_refunded_is_closing()
    {
        var month = Of(
        [
            Deposit("earned before", 1, Given.Day(2026, 9, 1), Given.Day(2026, 10, 31)),
            Deposit("earned on the first", 10, Given.Day(2026, 10, 1), Given.Day(2026, 11, 1)),
            Deposit("refunded", 100, Given.Day(2026, 10, 5), Given.Day(2026, 11, 15), WorkState.Cancelled, 100, Given.Day(2026, 11, 12)),
            Deposit("taken and waiting", 1000, Given.Day(2026, 11, 1), Given.Day(2026, 11, 25)),
            Deposit("earned today", 10000, Given.Day(2026, 11, 20), Given.AsOf),
        ]);

        Assert.Equal((110m, 11000m, 10010m, 100m, 1000m), Row(month));
        Assert.Equal("taken and waiting", Assert.Single(month.Waiting).Reference);
    }

    [Fact]
    public void A_cancelled_deposit_that_was_not_given_back_in_full_is_still_held()
    {
        var month = Of([Deposit("kept", 100, Given.Day(2026, 10, 5), Given.Day(2026, 11, 15), WorkState.Cancelled, 40, Given.Day(2026, 11, 12))]);

        Assert.Equal((100m, 0m, 0m, 40m, 60m), Row(month));
        Assert.Empty(month.Waiting);
        Assert.Single(month.CancelledHeld);
    }

    [Fact]
    public void A_refund_after_the_service_takes_nothing_out_of_what_is_held()
    {
        // Earned in October: 100 less nothing. The 30 given back in November lessen October's revenue, not a deposit.
        var month = Of([Deposit("sailed in rain", 100, Given.Day(2026, 9, 5), Given.Day(2026, 10, 15), WorkState.Done, 30, Given.Day(2026, 11, 3))]);

        Assert.Equal((0m, 0m, 0m, 0m, 0m), Row(month));
        Assert.Equal(DepositStanding.Earned, Assert.Single(month.Lines).Standing);
    }

    [Fact]
    public void Money_taken_after_the_service_is_earned_on_the_day_it_was_taken()
    {
        var month = Of([Deposit("paid late", 100, Given.Day(2026, 11, 6), Given.Day(2026, 10, 20)), Deposit("done, no day", 10, Given.Day(2026, 11, 7), null, WorkState.Done)]);

        Assert.Equal((0m, 110m, 110m, 0m, 0m), Row(month));
    }

    [Fact]
    public void Opening_and_taken_less_earned_and_refunded_is_closing_whatever_the_days()
    {
        var day = Gen.Int[0, 120].Select(n => new DateOnly(2026, 9, 1).AddDays(n));
        var maybe = Gen.Select(day, Gen.Int[0, 3], (d, some) => some > 0 ? d : (DateOnly?)null);
        var state = Gen.Int[0, 3].Select(n => Enum.GetValues<WorkState>()[n]);
        var deposit = Gen.Select(Gen.Int[1, 1000], maybe, maybe, state, Gen.Int[0, 100], maybe);

        deposit.Array[0, 8].Sample(all =>
        {
            var (opening, taken, earned, refunded, closing) = Row(Of([.. all.Select(d => Deposit("d", d.Item1, d.Item2, d.Item3, d.Item4, d.Item1 * d.Item5 / 100m, d.Item6))]));
            return opening + taken - earned - refunded == closing && closing >= 0 && opening >= 0;
        }, iter: 2_000);
    }

    [Fact]
    public void An_unknown_amount_is_counted_apart()
    {
        var month = Of([Deposit("?", null, Given.Day(2026, 11, 5), Given.Day(2026, 12, 5)), Deposit("known", 5, Given.Day(2026, 11, 5), Given.Day(2026, 12, 5))]);

        Assert.Equal((5m, 1), (month.Closing.Known.Low, month.Closing.Unknown));
    }

    [Fact]
    public void Operations_records_add_deposits_that_the_handoff_does_not_name_and_days_that_it_leaves_out()
    {
        var month = Of(
            [Deposit("C-1 birthday", 100, Given.Day(2026, 10, 5), null)],
            Given.Trip("C-1", Given.Day(2026, 11, 10), CharterState.Done) with { Deposit = 100 },
            Given.Trip("C-2", Given.Day(2026, 12, 10), CharterState.Booked) with { Deposit = 70, BookedOn = Given.Day(2026, 11, 2) });

        Assert.Equal((100m, 70m, 100m, 0m, 70m), Row(month));
    }
}
