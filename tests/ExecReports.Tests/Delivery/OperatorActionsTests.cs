using System.Text;
using ExecReports.Delivery;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace ExecReports.Tests.Delivery;

public class OperatorActionsTests
{
    static readonly OperatorWord Word = OperatorWord.Of("ann", "asked by the owner");

    readonly FakeTimeProvider _time = new(Packages.Generated.AddSeconds(5)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };
    readonly MemoryArchive _archive = new();
    readonly MemoryLedger _ledger = new();
    readonly MailWire _wire = new(canTell: false);

    SenderRule _sender = SenderRule.Outbox;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    OperatorActions Actions => new(_archive, _ledger, _wire, Packages.Address, _time, new(), _sender, "operator-process");

    // Delivers with these answers of the mail service; null: accepted.
    async Task<string[]> DeliverAsync(ReportPackage package, params SendResult?[] answers)
    {
        foreach (var answer in answers)
            _wire.Answers.Enqueue(answer is { } result ? new(result, Reason: $"{result} for owner@example.com") : null);
        await new ReportDelivery(_archive, _ledger, _wire, Packages.Address, _time, new()).DeliverAsync([package.ToDeliver()], new("process-a", "1"), Token);
        return [.. _ledger.Items.Single(item => item.Key.ReportType == package.ReportType).Deliveries.Select(delivery => delivery.DeliveryId)];
    }

    async Task<OperatorActionException> RefusedAsync(Func<Task> action, OperatorActionFault fault)
    {
        var before = _ledger.Items.ToList();
        var refused = await Assert.ThrowsAsync<OperatorActionException>(action);
        Assert.Equal(fault, refused.Fault);
        Assert.Equal(before, _ledger.Items);
        return refused;
    }

    LedgerDelivery Delivery(string id) => _ledger.Deliveries.Single(delivery => delivery.DeliveryId == id);

    [Fact]
    public async Task Resend_sends_what_failed_from_the_archive_and_leaves_sent_and_unknown_alone()
    {
        var third = Recipients.Parse("third@example.com");
        var ids = await DeliverAsync(Packages.Of("ceo", Packages.Owner, Packages.Partner, third), SendResult.Rejected, null, SendResult.NoAnswer);
        var firstMails = _wire.Mails.Count;

        var receipt = await Actions.ResendFailedAsync("run-1", Word, Token);

        var line = Assert.Single(receipt.Deliveries);
        Assert.Equal((ids[0], "ceo", Packages.Owner.Id, SendState.Failed, SendState.Sent, 2, $"m-{ids[0]}"), (line.DeliveryId, line.ReportType, line.RecipientId, line.Before, line.State, line.Attempts, line.MessageId));
        Assert.True(receipt.Succeeded);
        Assert.Equal([ids[2]], receipt.Unknown);
        var mail = Assert.Single(_wire.Mails[firstMails..]);
        Assert.Equal(("reports@example.com", "audit@example.com", Packages.Owner), (mail.Sender, mail.AuditBcc, mail.Recipient));
        Assert.Equal($"To: owner@example.com\r\nMessage-ID: <{ids[0]}@example.com>\r\nSubject: ceo\r\n\r\nbody", Encoding.UTF8.GetString(mail.Message.Span));
        Assert.Equal(["run-1", "ceo"], new[] { mail.Tags["run_id"], mail.Tags["report_type"] });
        var decision = Assert.Single(Delivery(ids[0]).Decisions);
        Assert.Equal((SendState.Failed, "ann", "asked by the owner", $"Rejected for {Packages.Owner.Id}"), (decision.From, decision.By, decision.Why, decision.Error));
        Assert.Equal(SendState.Unknown, Delivery(ids[2]).State);
    }

    [Fact]
    public async Task Resend_a_second_time_finds_nothing_to_do()
    {
        await DeliverAsync(Packages.Of("ceo", Packages.Owner), SendResult.Rejected);
        await Actions.ResendFailedAsync("run-1", Word, Token);

        Assert.Empty((await Actions.ResendFailedAsync("run-1", Word, Token)).Deliveries);
        Assert.Single(_wire.Mails);
    }

    [Fact]
    public async Task Resend_that_fails_again_says_so_and_stops_no_other()
    {
        var ids = await DeliverAsync(Packages.Of("ceo", Packages.Owner, Packages.Partner), SendResult.Rejected, SendResult.Rejected);
        _wire.Answers.Enqueue(new(SendResult.Rejected, Reason: "address of owner@example.com suppressed"));

        var receipt = await Actions.ResendFailedAsync("run-1", Word, Token);

        Assert.False(receipt.Succeeded);
        Assert.Equal([SendState.Failed, SendState.Sent], receipt.Deliveries.Select(line => line.State));
        Assert.Equal($"address of {Packages.Owner.Id} suppressed", receipt.Deliveries[0].Error);
        Assert.Equal(ids, receipt.Deliveries.Select(line => line.DeliveryId));
    }

    [Fact]
    public async Task Resend_waits_where_it_is_refused_for_now()
    {
        await DeliverAsync(Packages.Of("ceo", Packages.Owner), SendResult.Rejected);
        _wire.Answers.Enqueue(new(SendResult.RefusedForNow, Reason: "throttled"));

        var work = Actions.ResendFailedAsync("run-1", Word, Token);
        while (!work.IsCompleted)
            _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((SendState.Failed, SendState.Sent, 3), ((await work).Deliveries[0].Before, (await work).Deliveries[0].State, (await work).Deliveries[0].Attempts));
    }

    [Fact]
    public async Task Resend_finishes_what_an_interrupted_resend_or_run_left_pending_and_leaves_a_live_claim_alone()
    {
        var ids = await DeliverAsync(Packages.Of("ceo", Packages.Owner, Packages.Partner), SendResult.Rejected, SendResult.Rejected);
        var key = _ledger.Items.Single().Key;
        await _ledger.TryMoveAsync(key, DeliveryMoves.SendAgain(Delivery(ids[0]), Word, _time.GetUtcNow())!, Token);
        await _ledger.TryMoveAsync(key, DeliveryMoves.SendAgain(Delivery(ids[1]), Word, _time.GetUtcNow())!, Token);
        await _ledger.TryMoveAsync(key, DeliveryMoves.Claim(Delivery(ids[1]), new("another", "1"), _time.GetUtcNow(), TimeSpan.FromMinutes(3))!, Token);

        var receipt = await Actions.ResendFailedAsync("run-1", Word, Token);

        Assert.Equal([SendState.Sent, SendState.Sending], receipt.Deliveries.Select(line => line.State));
        Assert.Single(_wire.Mails);
    }

    [Fact]
    public async Task What_was_recorded_with_the_sample_s_sender_is_not_sent_again_where_mails_leave_the_machine()
    {
        // The packages' sender is the sample's: an item of before the rule.
        var failed = await DeliverAsync(Packages.Of("ceo", Packages.Owner), SendResult.Rejected);
        var unknown = await DeliverAsync(Packages.Of("cfo", Packages.Owner), SendResult.NoAnswer);
        var named = await DeliverAsync(Packages.Of("cto", Packages.Owner) with { Sender = "reports@quay.example.com" }, SendResult.Rejected);
        var before = _wire.Mails.Count;
        _sender = SenderRule.Mailed;

        var receipt = await Actions.ResendFailedAsync("run-1", Word, Token);
        var refused = await RefusedAsync(() => Actions.ResendUnknownAsync(unknown[0], Word, Token), OperatorActionFault.Sender);

        Assert.Equal([(failed[0], SendState.Failed), (named[0], SendState.Sent)], receipt.Deliveries.Select(line => (line.DeliveryId, line.State)));
        Assert.StartsWith("The sender is still the sample's, reports@example.com: set SES_SENDER", receipt.Deliveries[0].Error, StringComparison.Ordinal);
        Assert.EndsWith("this one is not sent again: then make the report again with a new run.", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Delivery(failed[0]).Decisions);
        Assert.Equal("reports@quay.example.com", Assert.Single(_wire.Mails[before..]).Sender);
    }

    [Fact]
    public async Task A_decision_that_was_written_although_the_ledger_called_it_too_late_stands()
    {
        var ids = await DeliverAsync(Packages.Of("ceo", Packages.Owner), SendResult.NoAnswer);
        var ledger = new Mock<IReportLedger>();
        ledger.Setup(one => one.GetAsync(It.IsAny<LedgerKey>(), It.IsAny<CancellationToken>())).Returns((LedgerKey key, CancellationToken stop) => _ledger.GetAsync(key, stop));
        ledger.Setup(one => one.TryMoveAsync(It.IsAny<LedgerKey>(), It.IsAny<LedgerDelivery>(), It.IsAny<CancellationToken>())).Returns(async (LedgerKey key, LedgerDelivery next, CancellationToken stop) =>
        {
            // The answer of the first try is lost; the second meets its own write.
            Assert.True(await _ledger.TryMoveAsync(key, next, stop));
            return await _ledger.TryMoveAsync(key, next, stop);
        });
        var actions = new OperatorActions(_archive, ledger.Object, _wire, Packages.Address, _time, new(), _sender, "operator-process");

        Assert.Equal(SendState.Sent, (await actions.ResolveAsync(ids[0], sent: true, Word, Token)).State);
        Assert.Equal("ann", Assert.Single(Delivery(ids[0]).Decisions).By);
    }

    [Fact]
    public async Task Resend_leaves_a_held_report_alone()
    {
        await DeliverAsync(Packages.Of("ceo", Packages.Owner) with { Hold = true });

        var receipt = await Actions.ResendFailedAsync("run-1", Word, Token);

        Assert.Equal(["ceo"], receipt.Held);
        Assert.Empty(receipt.Deliveries);
        Assert.Empty(_wire.Mails);
    }

    [Fact]
    public async Task Resend_of_a_report_whose_archived_message_is_gone_or_changed_moves_nothing_and_stops_no_other()
    {
        await DeliverAsync(Packages.Of("ceo", Packages.Owner), SendResult.Rejected);
        await DeliverAsync(Packages.Of("cfo", Packages.Owner), SendResult.Rejected);
        await DeliverAsync(Packages.Of("cto", Packages.Owner), SendResult.Rejected);
        _archive.Objects.Remove("exec-reports/2026/11/20261124T193000123Z-ceo.eml");
        _archive.Objects["exec-reports/2026/11/20261124T193000123Z-cfo.eml"] = [1];

        var receipt = await Actions.ResendFailedAsync("run-1", Word, Token);

        Assert.Equal([SendState.Failed, SendState.Failed, SendState.Sent], receipt.Deliveries.Select(line => line.State));
        Assert.Contains("The archive holds no exec-reports/2026/11/20261124T193000123Z-ceo.eml", receipt.Deliveries[0].Error);
        Assert.Contains("other bytes", receipt.Deliveries[1].Error);
        Assert.Empty(_ledger.Items.First(item => item.Key.ReportType == "ceo").Deliveries[0].Decisions);
    }

    [Fact]
    public async Task Resend_of_a_run_that_is_not_in_the_ledger_is_refused() =>
        await RefusedAsync(() => Actions.ResendFailedAsync("run-9", Word, Token), OperatorActionFault.NotFound);

    [Fact]
    public async Task An_unknown_delivery_is_sent_again_by_an_operator_s_word()
    {
        var ids = await DeliverAsync(Packages.Of("ceo", Packages.Owner), SendResult.NoAnswer);

        var receipt = await Actions.ResendUnknownAsync(ids[0], Word, Token);

        Assert.Equal((SendState.Unknown, SendState.Sent, 2), (receipt.Before, receipt.State, receipt.Attempts));
        Assert.Equal((SendState.Unknown, SendState.Pending, "ann"), (Delivery(ids[0]).Decisions[0].From, Delivery(ids[0]).Decisions[0].To, Delivery(ids[0]).Decisions[0].By));
        Assert.Single(_wire.Mails);
    }

    [Theory]
    [InlineData(true, SendState.Sent)]
    [InlineData(false, SendState.Failed)]
    public async Task An_unknown_delivery_is_resolved_without_sending(bool sent, SendState expected)
    {
        var ids = await DeliverAsync(Packages.Of("ceo", Packages.Owner), SendResult.NoAnswer);

        var receipt = await Actions.ResolveAsync(ids[0], sent, Word, Token);

        Assert.Equal((SendState.Unknown, expected), (receipt.Before, receipt.State));
        Assert.Equal((expected, expected, "asked by the owner"), (Delivery(ids[0]).State, Delivery(ids[0]).Decisions[0].To, Delivery(ids[0]).Decisions[0].Why));
        Assert.Empty(_wire.Mails);
        await RefusedAsync(() => Actions.ResolveAsync(ids[0], sent, Word, Token), OperatorActionFault.WrongState);
    }

    [Fact]
    public async Task What_was_resolved_as_not_sent_is_sent_by_resend()
    {
        var ids = await DeliverAsync(Packages.Of("ceo", Packages.Owner), SendResult.NoAnswer);
        await Actions.ResolveAsync(ids[0], sent: false, Word, Token);

        var receipt = await Actions.ResendFailedAsync("run-1", Word, Token);

        Assert.Equal(SendState.Sent, Assert.Single(receipt.Deliveries).State);
        Assert.Equal(2, Delivery(ids[0]).Decisions.Count);
    }

    [Fact]
    public async Task A_claim_whose_attempt_died_can_be_resolved_when_its_lease_is_over_and_not_before()
    {
        var ids = await DeliverAsync(Packages.Of("ceo", Packages.Owner), SendResult.Rejected);
        var key = _ledger.Items.Single().Key;
        await _ledger.TryMoveAsync(key, DeliveryMoves.SendAgain(Delivery(ids[0]), Word, _time.GetUtcNow())!, Token);
        await _ledger.TryMoveAsync(key, DeliveryMoves.Claim(Delivery(ids[0]), new("dead", "1"), _time.GetUtcNow(), TimeSpan.FromMinutes(3))!, Token);

        var refused = await RefusedAsync(() => Actions.ResolveAsync(ids[0], true, Word, Token), OperatorActionFault.WrongState);
        _time.Advance(TimeSpan.FromMinutes(4));
        var receipt = await Actions.ResolveAsync(ids[0], true, Word, Token);

        Assert.Contains("is sending", refused.Message);
        Assert.Equal((SendState.Unknown, SendState.Sent), (receipt.Before, receipt.State));
    }

    [Theory]
    [InlineData("nonsense", OperatorActionFault.Invalid)]
    [InlineData("20261124T193000123Z-cfo-0123456789ab", OperatorActionFault.NotFound)]
    [InlineData("20261124T193000123Z-ceo-0123456789ab", OperatorActionFault.NotFound)]
    public async Task A_delivery_that_there_is_not_is_refused(string id, OperatorActionFault fault)
    {
        await DeliverAsync(Packages.Of("ceo", Packages.Owner), SendResult.NoAnswer);

        await RefusedAsync(() => Actions.ResolveAsync(id, true, Word, Token), fault);
        await RefusedAsync(() => Actions.ResendUnknownAsync(id, Word, Token), fault);
    }

    [Fact]
    public async Task A_delivery_that_is_sent_is_not_sent_again()
    {
        var ids = await DeliverAsync(Packages.Of("ceo", Packages.Owner));

        await RefusedAsync(() => Actions.ResendUnknownAsync(ids[0], Word, Token), OperatorActionFault.WrongState);
        Assert.Single(_wire.Mails);
    }

    [Fact]
    public async Task An_unknown_delivery_whose_message_is_gone_stays_unknown()
    {
        var ids = await DeliverAsync(Packages.Of("ceo", Packages.Owner), SendResult.NoAnswer);
        _archive.Objects.Clear();

        await RefusedAsync(() => Actions.ResendUnknownAsync(ids[0], Word, Token), OperatorActionFault.NotArchived);
        Assert.Equal(SendState.Unknown, Delivery(ids[0]).State);
    }
}
