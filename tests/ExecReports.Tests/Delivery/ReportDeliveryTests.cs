using System.Text;
using ExecReports.Delivery;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace ExecReports.Tests.Delivery;

public class ReportDeliveryTests
{
    static readonly ClaimOwner First = new("process-a", "1"), Second = new("process-a", "2");

    readonly FakeTimeProvider _time = new(Packages.Generated.AddSeconds(5));
    readonly MemoryArchive _archive = new();
    readonly MemoryLedger _ledger = new();
    readonly MailWire _wire = new(canTell: false);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    ReportDelivery Delivery(IReportArchive? archive = null, IReportLedger? ledger = null, IMailer? mailer = null, DeliveryOptions? options = null) =>
        new(archive ?? _archive, ledger ?? _ledger, mailer ?? _wire, Packages.Address, _time, options ?? new());

    Task<IReadOnlyList<DeliveryReceipt>> DeliverAsync(ClaimOwner owner, params ReportPackage[] packages) =>
        Delivery().DeliverAsync([.. packages.Select(package => package.ToDeliver())], owner, Token);

    // Lets waits pass until the work is done. What goes on after a wait may go on in another thread, which on a busy machine needs its turn before more time passes; so the hour is long enough.
    async Task<T> InTimeAsync<T>(Task<T> work)
    {
        for (var second = 0; second < 3600 && !work.IsCompleted; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
            if (second % 10 == 9)
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Token);
        }
        Assert.True(work.IsCompleted, "An hour of played time was not enough.");
        return await work;
    }

    [Fact]
    public async Task A_report_is_archived_recorded_and_mailed_to_each_recipient()
    {
        var receipt = Assert.Single(await DeliverAsync(First, Packages.Of("ceo", Packages.Owner, Packages.Partner)));

        const string Stem = "exec-reports/2026/11/20261124T193000123Z-ceo";
        Assert.Equal([$"{Stem}.html", $"{Stem}.md", $"{Stem}.json", $"{Stem}.eml"], receipt.ArchiveKeys);
        Assert.Equal(receipt.ArchiveKeys.Order(), _archive.Objects.Keys.Order());
        Assert.Equal((0, null, false), (receipt.Remaining, receipt.Error, receipt.Held));
        var id = $"20261124T193000123Z-ceo-{Packages.Owner.Id}";
        Assert.Equal(new(Packages.Owner.Id, id, SendState.Sent, $"m-{id}", 1, null), receipt.Recipients[0]);
        Assert.Equal([Packages.Owner, Packages.Partner], _wire.Mails.Select(mail => mail.Recipient));
        Assert.Equal($"To: owner@example.com\r\nMessage-ID: <{id}@example.com>\r\nSubject: ceo\r\n\r\nbody", Encoding.UTF8.GetString(_wire.Mails[0].Message.Span));
        Assert.Equal(("reports@example.com", "audit@example.com"), (_wire.Mails[0].Sender, _wire.Mails[0].AuditBcc));
        var item = Assert.Single(_ledger.Items);
        Assert.Equal(("run-1", new DateOnly(2026, 11, 24), 2, "audit@example.com"), (item.RunId, item.AsOf, item.SchemaVersion, item.AuditBcc));
        // printf ceo | sha256sum
        Assert.Equal(new($"{Stem}.md", "31d123108dba5fd36075ab4f89b130a495b15278b38e8a1a756bc43926c43e2e", 3), item.Files[1]);
    }

    [Fact]
    public async Task Delivering_again_mails_nothing_again_and_gives_the_same_receipt()
    {
        var first = await DeliverAsync(First, Packages.Of("ceo", Packages.Owner));
        var second = await DeliverAsync(Second, Packages.Of("ceo", Packages.Owner));

        Assert.Equivalent(first, second, strict: true);
        Assert.Equal([1], _wire.Accepted.Values);
    }

    [Fact]
    public async Task What_is_recorded_is_not_archived_again_and_a_ledger_that_cannot_be_read_keeps_nothing_from_the_archive()
    {
        await DeliverAsync(First, Packages.Of("ceo", Packages.Owner));
        var archive = new Mock<IReportArchive>(MockBehavior.Strict);
        var again = await Delivery(archive.Object).DeliverAsync([Packages.Of("ceo", Packages.Owner).ToDeliver()], Second, Token);

        Assert.Equal((4, SendState.Sent), (again[0].ArchiveKeys.Count, Assert.Single(again[0].Recipients).State));
        archive.VerifyNoOtherCalls();

        var unread = new Mock<IReportLedger>();
        unread.Setup(ledger => ledger.GetAsync(It.IsAny<LedgerKey>(), It.IsAny<CancellationToken>())).ThrowsAsync(new TransientException("throttled"));
        unread.Setup(ledger => ledger.CreateIfAbsentAsync(It.IsAny<LedgerItem>(), It.IsAny<CancellationToken>())).ThrowsAsync(new TransientException("throttled"));
        var other = await Delivery(ledger: unread.Object).DeliverAsync([Packages.Of("cfo", Packages.Owner).ToDeliver()], Second, Token);

        Assert.Equal((1, "throttled"), (other[0].Remaining, other[0].Error));
        Assert.Equal(4, _archive.Objects.Keys.Count(key => key.Contains("-cfo.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_held_report_is_archived_and_recorded_and_not_mailed()
    {
        var receipt = Assert.Single(await DeliverAsync(First, Packages.Of("ceo", Packages.Owner) with { Hold = true }));

        Assert.Equal((true, 0, SendState.Pending), (receipt.Held, receipt.Remaining, Assert.Single(receipt.Recipients).State));
        Assert.Equal(4, _archive.Objects.Count);
        Assert.Empty(_wire.Mails);
    }

    [Fact]
    public async Task A_report_whose_archived_bytes_differ_is_not_mailed_and_stops_no_other()
    {
        _archive.Objects["exec-reports/2026/11/20261124T193000123Z-ceo.eml"] = [1];

        var receipts = await DeliverAsync(First, Packages.Of("ceo", Packages.Owner), Packages.Of("cfo", Packages.Owner));

        Assert.Contains("The archive holds other bytes under exec-reports/2026/11/20261124T193000123Z-ceo.eml", receipts[0].Error);
        Assert.Equal((0, 0), (receipts[0].Remaining, receipts[0].Recipients.Count));
        Assert.Equal(SendState.Sent, Assert.Single(receipts[1].Recipients).State);
        Assert.Equal(["cfo"], _ledger.Items.Select(item => item.Key.ReportType));
    }

    [Fact]
    public async Task A_conflict_with_a_report_that_was_mailed_before_shows_that_it_was()
    {
        await DeliverAsync(First, Packages.Of("ceo", Packages.Owner));

        var receipt = Assert.Single(await DeliverAsync(Second, Packages.Of("ceo", Packages.Owner) with { Html = [1] }));

        Assert.NotNull(receipt.Error);
        Assert.Equal((SendState.Sent, 0), (Assert.Single(receipt.Recipients).State, receipt.Remaining));
        Assert.Single(_wire.Mails);
    }

    [Fact]
    public async Task A_report_that_cannot_be_loaded_or_recorded_remains_and_stops_no_other()
    {
        var ledger = new Mock<IReportLedger>();
        ledger.Setup(port => port.CreateIfAbsentAsync(It.IsAny<LedgerItem>(), It.IsAny<CancellationToken>()))
            .Returns((LedgerItem item, CancellationToken token) => item.Key.ReportType == "cto" ? throw new IOException("ledger away") : _ledger.CreateIfAbsentAsync(item, token));
        ledger.Setup(port => port.TryMoveAsync(It.IsAny<LedgerKey>(), It.IsAny<LedgerDelivery>(), It.IsAny<CancellationToken>()))
            .Returns((LedgerKey key, LedgerDelivery next, CancellationToken token) => _ledger.TryMoveAsync(key, next, token));

        var receipts = await Delivery(ledger: ledger.Object).DeliverAsync(
            [new("ceo", _ => throw new IOException("workspace away")), Packages.Of("cto", Packages.Owner).ToDeliver(), Packages.Of("cfo", Packages.Owner).ToDeliver()], First, Token);

        Assert.Equal(["workspace away", "ledger away", null], receipts.Select(receipt => receipt.Error));
        Assert.Equal([1, 1, 0], receipts.Select(receipt => receipt.Remaining));
        Assert.Equal(["cfo report"], _ledger.Items.Select(item => item.Subject));
        Assert.Single(_wire.Mails);
    }

    [Fact]
    public async Task A_mail_that_is_refused_for_now_is_sent_after_a_wait()
    {
        _wire.Answers.Enqueue(new(SendResult.RefusedForNow, Reason: "throttled"));
        var work = DeliverAsync(First, Packages.Of("ceo", Packages.Owner), Packages.Of("cfo", Packages.Owner));

        // The other report does not wait for it.
        Assert.Equal(["cfo"], _wire.Mails.Select(mail => mail.Tags["report_type"]));
        Assert.False(work.IsCompleted);
        var receipts = await InTimeAsync(work);

        Assert.Equal([(SendState.Sent, 2), (SendState.Sent, 1)], receipts.Select(receipt => (receipt.Recipients[0].State, receipt.Recipients[0].Attempts)));
    }

    [Fact]
    public async Task A_mail_that_is_refused_all_the_time_remains_pending_with_the_reason()
    {
        for (var count = 0; count < 100; count++)
            _wire.Answers.Enqueue(new(SendResult.RefusedForNow, Reason: "throttled for owner@example.com"));

        var receipt = Assert.Single(await InTimeAsync(DeliverAsync(First, Packages.Of("ceo", Packages.Owner))));

        Assert.Equal((SendState.Pending, $"throttled for {Packages.Owner.Id}", 6, 1), (receipt.Recipients[0].State, receipt.Recipients[0].Error, receipt.Recipients[0].Attempts, receipt.Remaining));
    }

    [Theory]
    [InlineData(SendResult.Rejected, SendState.Failed)]
    [InlineData(SendResult.NoAnswer, SendState.Unknown)]
    public async Task What_was_rejected_or_perhaps_sent_is_never_sent_again_by_itself(SendResult answer, SendState expected)
    {
        _wire.Answers.Enqueue(new(answer, Reason: "said no"));

        await DeliverAsync(First, Packages.Of("ceo", Packages.Owner, Packages.Partner));
        var receipt = Assert.Single(await DeliverAsync(Second, Packages.Of("ceo", Packages.Owner, Packages.Partner)));

        Assert.Equal([expected, SendState.Sent], receipt.Recipients.Select(line => line.State));
        Assert.Equal(("said no", 0), (receipt.Recipients[0].Error, receipt.Remaining));
        Assert.Equal([Packages.Partner], _wire.Mails.Select(mail => mail.Recipient));
    }

    [Fact]
    public async Task A_mailer_that_throws_gave_no_answer()
    {
        var mailer = new Mock<IMailer>();
        mailer.Setup(port => port.SendAsync(It.IsAny<OutgoingMail>(), It.IsAny<CancellationToken>())).ThrowsAsync(new IOException("disk full"));
        mailer.Setup(port => port.WasAcceptedAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync((Acceptance.NotAccepted, null));

        var receipt = Assert.Single(await Delivery(mailer: mailer.Object).DeliverAsync([Packages.Of("ceo", Packages.Owner).ToDeliver()], First, Token));

        Assert.Equal((SendState.Pending, "disk full", 1), (receipt.Recipients[0].State, receipt.Recipients[0].Error, receipt.Remaining));
    }

    [Fact]
    public async Task A_live_claim_of_another_attempt_is_left_alone_and_an_expired_one_is_unknown()
    {
        var package = Packages.Of("ceo", Packages.Owner);
        var item = await _ledger.CreateIfAbsentAsync(LedgerItem.Of(package, [], _time.GetUtcNow()), Token);
        await _ledger.TryMoveAsync(item.Key, DeliveryMoves.Claim(item.Deliveries[0], First, _time.GetUtcNow(), TimeSpan.FromMinutes(3))!, Token);

        _time.Advance(TimeSpan.FromSeconds(179));
        var early = Assert.Single(await DeliverAsync(Second, package));
        _time.Advance(TimeSpan.FromSeconds(1));
        var late = Assert.Single(await DeliverAsync(Second, package));

        Assert.Equal([(SendState.Sending, 1), (SendState.Unknown, 0)], new[] { early, late }.Select(receipt => (receipt.Recipients[0].State, receipt.Remaining)));
        Assert.Empty(_wire.Mails);
    }

    [Fact]
    public async Task After_the_time_box_no_new_claim_is_made_and_what_remains_is_told()
    {
        var mailer = new Mock<IMailer>();
        mailer.Setup(port => port.SendAsync(It.IsAny<OutgoingMail>(), It.IsAny<CancellationToken>()))
            .Callback(() => _time.Advance(TimeSpan.FromMinutes(2.5)))
            .ReturnsAsync(new SendOutcome(SendResult.Accepted, "m"));

        var receipts = await Delivery(mailer: mailer.Object).DeliverAsync(
            [Packages.Of("ceo", Packages.Owner).ToDeliver(), Packages.Of("cfo", Packages.Owner, Packages.Partner).ToDeliver(), Packages.Of("cto", Packages.Owner).ToDeliver()], First, Token);

        Assert.Equal([0, 1, 1], receipts.Select(receipt => receipt.Remaining));
        Assert.Equal([SendState.Sent, SendState.Pending], receipts[1].Recipients.Select(line => line.State));
        Assert.Equal("the time for this attempt was over", receipts[2].Error);
    }

    [Fact]
    public async Task A_caller_who_gives_up_during_a_send_stops_the_rest_and_the_send_is_recorded()
    {
        using var caller = new CancellationTokenSource();
        var mailer = new Mock<IMailer>();
        mailer.Setup(port => port.SendAsync(It.IsAny<OutgoingMail>(), It.IsAny<CancellationToken>()))
            .Returns(async (OutgoingMail _, CancellationToken token) =>
            {
                await caller.CancelAsync();
                Assert.False(token.IsCancellationRequested);
                return new SendOutcome(SendResult.Accepted, "m");
            });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Delivery(mailer: mailer.Object).DeliverAsync([Packages.Of("ceo", Packages.Owner, Packages.Partner).ToDeliver()], First, caller.Token));

        Assert.Equal([SendState.Sent, SendState.Pending], _ledger.Deliveries.Select(delivery => delivery.State));
    }

    [Fact]
    public async Task A_report_that_can_never_be_delivered_says_why_and_does_not_remain()
    {
        var many = Enumerable.Range(1, 51).Select(number => Recipients.Parse($"r{number}@example.com")).ToArray();

        var receipts = await DeliverAsync(First, Packages.Of("ceo", many), Packages.Of("../x", Packages.Owner), Packages.Of("cfo", Packages.Owner, Packages.Owner));

        Assert.Contains("51 recipients; at most 50", receipts[0].Error);
        Assert.Contains("“../x” is no report type", receipts[1].Error);
        Assert.Contains("names a recipient twice", receipts[2].Error);
        Assert.All(receipts, receipt => Assert.Equal((0, 0), (receipt.Remaining, receipt.Recipients.Count)));
        Assert.Empty(_archive.Objects);
    }

    [Fact]
    public async Task Somebody_who_is_not_in_the_item_that_stands_is_named_and_not_passed_over_in_silence()
    {
        await DeliverAsync(First, Packages.Of("ceo", Packages.Owner));

        var receipt = Assert.Single(await DeliverAsync(Second, Packages.Of("ceo", Packages.Owner, Packages.Partner)));

        Assert.Contains(Packages.Partner.Id, receipt.Error);
        Assert.Single(_wire.Mails);
    }

    // The ledger behind a mock, so that single moves can fail; move says for the how manyth move (from 1) whether it is written, and whether its answer arrives.
    IReportLedger LedgerWithMoves(Func<int, (bool Written, bool Answered)> move)
    {
        var count = 0;
        var ledger = new Mock<IReportLedger>();
        ledger.Setup(port => port.CreateIfAbsentAsync(It.IsAny<LedgerItem>(), It.IsAny<CancellationToken>())).Returns<LedgerItem, CancellationToken>(_ledger.CreateIfAbsentAsync);
        ledger.Setup(port => port.GetAsync(It.IsAny<LedgerKey>(), It.IsAny<CancellationToken>())).Returns<LedgerKey, CancellationToken>(_ledger.GetAsync);
        ledger.Setup(port => port.TryMoveAsync(It.IsAny<LedgerKey>(), It.IsAny<LedgerDelivery>(), It.IsAny<CancellationToken>())).Returns(async (LedgerKey key, LedgerDelivery next, CancellationToken token) =>
        {
            var (written, answered) = move(++count);
            var moved = written && await _ledger.TryMoveAsync(key, next, token);
            return answered ? moved : throw new IOException("ledger away for owner@example.com");
        });
        return ledger.Object;
    }

    async Task<DeliveryReceipt> DeliverWithAsync(IReportLedger ledger, IMailer? mailer = null) =>
        Assert.Single(await InTimeAsync(Delivery(ledger: ledger, mailer: mailer).DeliverAsync([Packages.Of("ceo", Packages.Owner).ToDeliver()], First, Token)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_result_that_the_ledger_does_not_take_at_once_is_recorded_at_a_later_try(bool written)
    {
        var receipt = await DeliverWithAsync(LedgerWithMoves(move => move is 2 or 3 ? (written, false) : (true, true)));

        Assert.Equal((SendState.Sent, null, 0), (receipt.Recipients[0].State, receipt.Recipients[0].Error, receipt.Remaining));
        Assert.Equal(SendState.Sent, _ledger.Deliveries.Single().State);
        Assert.Single(_wire.Mails);
    }

    [Fact]
    public async Task A_result_that_the_ledger_never_takes_is_told_and_the_mail_is_not_sent_again()
    {
        var receipt = await DeliverWithAsync(LedgerWithMoves(move => move == 1 ? (true, true) : (false, false)));
        _time.Advance(TimeSpan.FromMinutes(4));
        var later = Assert.Single(await DeliverAsync(Second, Packages.Of("ceo", Packages.Owner)));

        var line = receipt.Recipients[0];
        Assert.Equal((SendState.Sending, 1), (line.State, receipt.Remaining));
        Assert.Equal($"the ledger did not take the result (ledger away for {Packages.Owner.Id}): Sent, message id m-{line.DeliveryId}", line.Error);
        Assert.Equal(SendState.Unknown, later.Recipients[0].State);
        Assert.Single(_wire.Mails);
    }

    [Fact]
    public async Task A_claim_that_was_written_although_its_answer_was_lost_is_used()
    {
        var receipt = await DeliverWithAsync(LedgerWithMoves(move => (true, move > 1)));

        Assert.Equal((SendState.Sent, 1), (receipt.Recipients[0].State, receipt.Recipients[0].Attempts));
    }

    [Fact]
    public async Task A_claim_that_was_not_written_sends_nothing_and_remains()
    {
        var receipt = await DeliverWithAsync(LedgerWithMoves(_ => (false, false)));

        Assert.Equal((SendState.Pending, $"ledger away for {Packages.Owner.Id}", 1), (receipt.Recipients[0].State, receipt.Recipients[0].Error, receipt.Remaining));
        Assert.Empty(_wire.Mails);
    }

    [Fact]
    public async Task A_mailer_that_cannot_be_asked_now_is_asked_again_when_the_lease_is_over()
    {
        var mailer = new Mock<IMailer>();
        mailer.Setup(port => port.SendAsync(It.IsAny<OutgoingMail>(), It.IsAny<CancellationToken>())).ReturnsAsync(new SendOutcome(SendResult.NoAnswer, Reason: "time-out"));
        mailer.SetupSequence(port => port.WasAcceptedAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ThrowsAsync(new IOException("away")).ReturnsAsync((Acceptance.Accepted, "m-1"));

        var receipt = await DeliverWithAsync(_ledger, mailer.Object);
        _time.Advance(TimeSpan.FromMinutes(4));
        var later = await DeliverWithAsync(_ledger, mailer.Object);

        Assert.Equal((SendState.Sending, "no answer to the send (time-out), nor to the question after it: away"), (receipt.Recipients[0].State, receipt.Recipients[0].Error));
        Assert.Equal((SendState.Sent, "m-1", 0), (later.Recipients[0].State, later.Recipients[0].MessageId, later.Remaining));
    }

    [Fact]
    public async Task A_result_that_comes_after_another_attempt_took_the_claim_over_is_told()
    {
        var mailer = new Mock<IMailer>();
        mailer.Setup(port => port.SendAsync(It.IsAny<OutgoingMail>(), It.IsAny<CancellationToken>())).Returns(async () =>
        {
            _time.Advance(TimeSpan.FromMinutes(4));
            await DeliverAsync(Second, Packages.Of("ceo", Packages.Owner));
            return new SendOutcome(SendResult.Accepted, "m-1");
        });

        var line = (await DeliverWithAsync(_ledger, mailer.Object)).Recipients[0];

        Assert.Equal((SendState.Unknown, "another attempt took the claim over before its result was recorded: Sent, message id m-1"), (line.State, line.Error));
        Assert.Empty(_wire.Mails);
    }
}
