using ExecReports.Delivery;

namespace ExecReports.Tests.Delivery;

public class DeliveryMovesTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 24, 19, 30, 0, TimeSpan.Zero);
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);
    static readonly ClaimOwner Ours = new("process-a", "1"), Sibling = new("process-a", "2"), Stranger = new("process-b", "1");

    public static TheoryData<SendState> AllStates => [.. Enum.GetValues<SendState>()];

    public static TheoryData<SendState, SendState, bool> AllSettlements
    {
        get
        {
            var rows = new TheoryData<SendState, SendState, bool>();
            foreach (var from in Enum.GetValues<SendState>())
                foreach (var to in Enum.GetValues<SendState>())
                    foreach (var byOwner in new[] { true, false })
                        rows.Add(from, to, byOwner);
            return rows;
        }
    }

    static LedgerDelivery In(SendState state) => new()
    {
        DeliveryId = "d",
        Recipient = new("0123456789ab", "owner@example.com"),
        State = state,
        Owner = state == SendState.Pending ? null : Ours.ToString(),
        LeaseUntil = state == SendState.Sending ? Now + Lease : null,
        Attempts = 1,
        Revision = 4,
    };

    [Theory]
    [MemberData(nameof(AllStates))]
    public void Only_a_pending_delivery_can_be_claimed(SendState state)
    {
        var claimed = DeliveryMoves.Claim(In(state), Stranger, Now, Lease);

        if (state != SendState.Pending)
        {
            Assert.Null(claimed);
            return;
        }
        Assert.Equal((SendState.Sending, "process-b/1", Now + Lease, 2, 5), (claimed!.State, claimed.Owner, claimed.LeaseUntil!.Value, claimed.Attempts, claimed.Revision));
    }

    [Theory]
    [MemberData(nameof(AllSettlements))]
    public void Only_the_owner_of_a_claim_settles_it_and_to_any_state_but_sending(SendState from, SendState to, bool byOwner)
    {
        var settled = DeliveryMoves.Settle(In(from), byOwner ? Ours : Sibling, new(to, to == SendState.Sent ? "m-1" : null, "why"), Now.AddSeconds(2));

        if (from != SendState.Sending || to == SendState.Sending || !byOwner)
        {
            Assert.Null(settled);
            return;
        }
        Assert.Equal((to, (DateTimeOffset?)null, Now.AddSeconds(2), 1, 5), (settled!.State, settled.LeaseUntil, settled.SettledAt!.Value, settled.Attempts, settled.Revision));
        Assert.Equal(to == SendState.Sent ? "m-1" : null, settled.MessageId);
    }

    [Fact]
    public void The_owner_may_settle_after_its_lease_if_nobody_took_the_claim_over() =>
        Assert.NotNull(DeliveryMoves.Settle(In(SendState.Sending), Ours, new(SendState.Sent, "m-1", null), Now + Lease + Lease));

    [Theory]
    [MemberData(nameof(AllStates))]
    public void Only_a_claim_expires(SendState state) =>
        Assert.Equal(state == SendState.Sending, DeliveryMoves.Expire(In(state), Stranger, Acceptance.CannotTell, null, Now + Lease, false) is not null);

    [Theory]
    [InlineData(Acceptance.Accepted, SendState.Sent)]
    [InlineData(Acceptance.NotAccepted, SendState.Pending)]
    [InlineData(Acceptance.CannotTell, SendState.Unknown)]
    public void An_expired_claim_goes_where_the_mailer_says(Acceptance acceptance, SendState expected)
    {
        var expired = DeliveryMoves.Expire(In(SendState.Sending), Stranger, acceptance, acceptance == Acceptance.Accepted ? "m-1" : null, Now + Lease, false)!;

        Assert.Equal((expected, (DateTimeOffset?)null, 5), (expired.State, expired.LeaseUntil, expired.Revision));
        Assert.Equal(acceptance == Acceptance.Accepted ? "m-1" : null, expired.MessageId);
        Assert.Equal(acceptance == Acceptance.Accepted, expired.Error is null);
    }

    [Theory]
    [InlineData("process-b", false, 179, false)]
    [InlineData("process-b", false, 180, true)]
    [InlineData("process-b", true, 0, true)]
    [InlineData("process-a", true, 179, false)]
    [InlineData("process-a", true, 180, true)]
    [InlineData("process-", true, 0, true)]
    public void A_live_lease_is_left_alone_unless_it_is_a_dead_process_s_on_a_locked_machine(string asker, bool leasesVoid, int secondsLater, bool over) =>
        Assert.Equal(over, DeliveryMoves.LeaseIsOver(In(SendState.Sending), new(asker, "9"), Now.AddSeconds(secondsLater), leasesVoid));

    [Theory]
    [InlineData(SendResult.Accepted, Acceptance.CannotTell, SendState.Sent)]
    [InlineData(SendResult.RefusedForNow, Acceptance.Accepted, SendState.Pending)]
    [InlineData(SendResult.Rejected, Acceptance.Accepted, SendState.Failed)]
    [InlineData(SendResult.NoAnswer, Acceptance.Accepted, SendState.Sent)]
    [InlineData(SendResult.NoAnswer, Acceptance.NotAccepted, SendState.Pending)]
    [InlineData(SendResult.NoAnswer, Acceptance.CannotTell, SendState.Unknown)]
    public void What_the_mailer_answers_settles_the_claim(SendResult result, Acceptance earlier, SendState expected) =>
        Assert.Equal(expected, Settlement.Of(new(result), earlier, null).State);

    [Fact]
    public void A_long_error_is_cut_so_that_an_item_stays_small() =>
        Assert.Equal(500, DeliveryMoves.Settle(In(SendState.Sending), Ours, new(SendState.Failed, null, new string('x', 501)), Now)!.Error!.Length);

    [Theory]
    [MemberData(nameof(AllStates))]
    public void An_operator_sends_again_what_failed_or_is_unknown_and_his_word_is_kept(SendState state)
    {
        var before = In(state) with { Error = "rejected" };

        var again = DeliveryMoves.SendAgain(before, OperatorWord.Of("ann", "address mended"), Now);

        if (state is not (SendState.Failed or SendState.Unknown))
        {
            Assert.Null(again);
            return;
        }
        Assert.Equal((SendState.Pending, 5), (again!.State, again.Revision));
        Assert.Equal(new OperatorDecision(state, SendState.Pending, "ann", "address mended", Now, "rejected"), Assert.Single(again.Decisions));
    }

    [Theory]
    [MemberData(nameof(AllStates))]
    public void An_operator_resolves_only_what_is_unknown(SendState state)
    {
        var sent = DeliveryMoves.Resolve(In(state), sent: true, OperatorWord.Of("ann", "she has it"), Now);
        var notSent = DeliveryMoves.Resolve(In(state), sent: false, OperatorWord.Of("ann", "not in SES' events"), Now);

        if (state != SendState.Unknown)
        {
            Assert.Null(sent);
            Assert.Null(notSent);
            return;
        }
        Assert.Equal((SendState.Sent, null, 5), (sent!.State, sent.Error, sent.Revision));
        Assert.Equal((SendState.Failed, "not sent, says ann: not in SES' events", Now), (notSent!.State, notSent.Error, notSent.SettledAt));
    }

    [Fact]
    public void The_newest_twenty_decisions_are_kept()
    {
        var delivery = In(SendState.Unknown);
        for (var number = 1; number <= 25; number++)
            delivery = DeliveryMoves.SendAgain(delivery, OperatorWord.Of("ann", $"try {number}"), Now)! with { State = SendState.Unknown };

        Assert.Equal(Enumerable.Range(6, 20).Select(number => $"try {number}"), delivery.Decisions.Select(decision => decision.Why));
    }

    [Theory]
    [InlineData("", "why", "It must be said who decides")]
    [InlineData("ann", " ", "It must be said why")]
    [InlineData("ann", "two\nlines", "line break")]
    public void A_decision_without_who_or_why_is_refused(string by, string why, string message)
    {
        var refused = Assert.Throws<OperatorActionException>(() => OperatorWord.Of(by, why));

        Assert.Equal(OperatorActionFault.Invalid, refused.Fault);
        Assert.Contains(message, refused.Message);
    }
}
