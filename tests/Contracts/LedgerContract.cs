using ExecReports.Delivery;

namespace ExecReports.Contracts;

/// <summary>What every ledger does, whatever it keeps its items in. Each test begins with an empty ledger.</summary>
public abstract class LedgerContract
{
    protected static readonly DateTimeOffset Now = new DateTimeOffset(2026, 11, 24, 19, 30, 0, 123, TimeSpan.Zero).AddTicks(4567);
    protected static readonly DateTimeOffset Generated = new(2026, 11, 24, 19, 30, 0, 123, TimeSpan.Zero);
    protected static readonly Recipient Owner = new("0123456789ab", "owner@example.com"), Partner = new("ba9876543210", "partner@example.com");

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Another way to the same ledger, as another process has it.</summary>
    protected abstract Task<IReportLedger> OpenAsync();

    protected static LedgerItem Item(string type = "ceo", string run = "run-1", DateTimeOffset? generated = null, params Recipient[] recipients) => LedgerItem.Of(
        new()
        {
            ReportType = type,
            GeneratedTimestamp = generated ?? Generated,
            RunId = run,
            AsOf = new(2026, 11, 24),
            Subject = "CEO report, “24 Nov”",
            TemplateVersion = "abc",
            Html = [],
            Markdown = [],
            Json = [],
            Eml = [],
            Recipients = recipients.Length > 0 ? recipients : [Owner, Partner],
            Sender = "reports@example.com",
            AuditBcc = "audit@example.com",
            Gaps = ["inventory: no file"],
        },
        [new("exec-reports/2026/11/x.eml", "00ff", 12345)],
        Now);

    protected static LedgerDelivery Claimed(LedgerDelivery delivery, string attempt) => DeliveryMoves.Claim(delivery, new("process", attempt), Now, TimeSpan.FromMinutes(3))!;

    [Fact]
    public async Task An_item_is_read_back_as_it_was_written()
    {
        var item = Item();

        Assert.Equivalent(item, await (await OpenAsync()).CreateIfAbsentAsync(item, Token), strict: true);
        Assert.Equivalent(item, await (await OpenAsync()).GetAsync(item.Key, Token), strict: true);
    }

    [Fact]
    public async Task An_item_of_fifty_recipients_without_gaps_is_read_back_in_their_order()
    {
        var item = Item(recipients: [.. Enumerable.Range(0, LedgerItem.MostRecipients).Select(number => Recipients.Parse($"person-{number}@example.com"))]) with { Gaps = [], Held = true };

        await (await OpenAsync()).CreateIfAbsentAsync(item, Token);

        Assert.Equivalent(item, await (await OpenAsync()).GetAsync(item.Key, Token), strict: true);
    }

    [Fact]
    public async Task What_is_not_there_is_null() => Assert.Null(await (await OpenAsync()).GetAsync(Item("nothing").Key, Token));

    [Fact]
    public async Task A_second_item_under_a_key_changes_nothing_and_yields_the_first()
    {
        var ledger = await OpenAsync();
        var first = await ledger.CreateIfAbsentAsync(Item(), Token);

        Assert.Equivalent(first, await ledger.CreateIfAbsentAsync(Item(run: "run-2", recipients: Owner), Token), strict: true);
        Assert.Equivalent(first, await ledger.GetAsync(first.Key, Token), strict: true);
    }

    [Fact]
    public async Task A_move_is_kept_and_leaves_the_other_deliveries_alone()
    {
        var ledger = await OpenAsync();
        var item = await ledger.CreateIfAbsentAsync(Item(), Token);
        var claimed = Claimed(item.Deliveries[0], "1");
        var sent = DeliveryMoves.Settle(claimed, new("process", "1"), new(SendState.Sent, "m-1", null), Now.AddSeconds(1))!;

        Assert.True(await ledger.TryMoveAsync(item.Key, claimed, Token));
        Assert.Equal([claimed, item.Deliveries[1]], (await ledger.GetAsync(item.Key, Token))!.Deliveries);
        Assert.True(await ledger.TryMoveAsync(item.Key, sent, Token));

        Assert.Equal([sent, item.Deliveries[1]], (await (await OpenAsync()).GetAsync(item.Key, Token))!.Deliveries);
    }

    [Fact]
    public async Task What_a_claim_clears_is_cleared()
    {
        var ledger = await OpenAsync();
        var item = await ledger.CreateIfAbsentAsync(Item(), Token);
        var claimed = Claimed(item.Deliveries[0], "1");
        var again = DeliveryMoves.Settle(claimed, new("process", "1"), new(SendState.Pending, null, "throttled"), Now.AddSeconds(1))!;
        var reclaimed = Claimed(again, "2");

        foreach (var next in new[] { claimed, again, reclaimed })
            Assert.True(await ledger.TryMoveAsync(item.Key, next, Token));

        Assert.Equal(reclaimed, (await ledger.GetAsync(item.Key, Token))!.Deliveries[0]);
    }

    [Fact]
    public async Task What_operators_decided_is_kept()
    {
        var ledger = await OpenAsync();
        var item = await ledger.CreateIfAbsentAsync(Item(), Token);
        var claimed = Claimed(item.Deliveries[0], "1");
        var failed = DeliveryMoves.Settle(claimed, new("process", "1"), new(SendState.Failed, null, "rejected"), Now.AddSeconds(1))!;
        var again = DeliveryMoves.SendAgain(failed, OperatorWord.Of("ann", "“mended”"), Now.AddHours(1))!;
        var unknown = again with { State = SendState.Unknown, Error = null, Revision = again.Revision + 1 };
        var resolved = DeliveryMoves.Resolve(unknown, sent: true, OperatorWord.Of("bob", "she has it"), Now.AddHours(2))!;

        foreach (var next in new[] { claimed, failed, again, unknown, resolved })
        {
            Assert.True(await ledger.TryMoveAsync(item.Key, next, Token));
            Assert.Equivalent(next, (await ledger.GetAsync(item.Key, Token))!.Deliveries[0], strict: true);
        }
    }

    [Fact]
    public async Task A_move_from_what_no_longer_stands_is_refused()
    {
        var ledger = await OpenAsync();
        var item = await ledger.CreateIfAbsentAsync(Item(), Token);
        Assert.True(await ledger.TryMoveAsync(item.Key, Claimed(item.Deliveries[0], "1"), Token));

        Assert.False(await ledger.TryMoveAsync(item.Key, Claimed(item.Deliveries[0], "2"), Token));
        Assert.Equal("process/1", (await ledger.GetAsync(item.Key, Token))!.Deliveries[0].Owner);
    }

    [Fact]
    public async Task A_move_of_a_delivery_that_is_not_there_is_refused_and_makes_none()
    {
        var ledger = await OpenAsync();
        var stranger = Item(recipients: new Recipient("ffffffffffff", "stranger@example.com"));
        Assert.False(await ledger.TryMoveAsync(stranger.Key, Claimed(stranger.Deliveries[0], "1"), Token));
        Assert.Null(await ledger.GetAsync(stranger.Key, Token));

        var item = await ledger.CreateIfAbsentAsync(Item(), Token);

        Assert.False(await ledger.TryMoveAsync(item.Key, Claimed(stranger.Deliveries[0], "1"), Token));
        Assert.Equivalent(item, await ledger.GetAsync(item.Key, Token), strict: true);
    }

    [Fact]
    public async Task Of_thirty_two_claims_on_connections_of_their_own_one_wins()
    {
        var item = await (await OpenAsync()).CreateIfAbsentAsync(Item(), Token);
        var ledgers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => OpenAsync()));
        using var start = new Barrier(32);

        var won = await Task.WhenAll(ledgers.Select((ledger, number) => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return ledger.TryMoveAsync(item.Key, Claimed(item.Deliveries[0], $"{number}"), Token);
            },
            Token, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

        var winner = Assert.Single(won.Index(), result => result.Item).Index;
        Assert.Equal($"process/{winner}", (await ledgers[0].GetAsync(item.Key, Token))!.Deliveries[0].Owner);
    }

    [Fact]
    public async Task Of_many_who_create_an_item_at_once_all_get_the_one_that_stands()
    {
        var ledgers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync()));

        var stand = await Task.WhenAll(ledgers.Select((ledger, number) => Task.Run(() => ledger.CreateIfAbsentAsync(Item(run: $"run-{number}"), Token))));

        Assert.Single(stand.Select(item => item.RunId).Distinct());
    }

    [Fact]
    public async Task Moves_of_different_deliveries_of_an_item_do_not_hinder_each_other()
    {
        var ledger = await OpenAsync();
        var item = await ledger.CreateIfAbsentAsync(Item(recipients: [.. Enumerable.Range(0, 10).Select(number => Recipients.Parse($"person-{number}@example.com"))]), Token);

        var moved = await Task.WhenAll(item.Deliveries.Select((delivery, number) => Task.Run(() => ledger.TryMoveAsync(item.Key, Claimed(delivery, $"{number}"), Token))));

        Assert.All(moved, Assert.True);
        Assert.Equal(Enumerable.Range(0, 10).Select(number => $"process/{number}"), (await ledger.GetAsync(item.Key, Token))!.Deliveries.Select(delivery => delivery.Owner));
    }

    [Fact]
    public async Task Items_are_listed_by_run_type_state_and_time_newest_first()
    {
        var ledger = await OpenAsync();
        var old = await ledger.CreateIfAbsentAsync(Item("ceo", "run-1", Generated.AddDays(-7)), Token);
        await ledger.CreateIfAbsentAsync(Item("cfo", "run-2"), Token);
        await ledger.CreateIfAbsentAsync(Item("ceo", "run-2"), Token);
        await ledger.TryMoveAsync(old.Key, Claimed(old.Deliveries[1], "1"), Token);

        async Task<string[]> Listed(LedgerFilter filter) => [.. (await ledger.ListAsync(filter, Token)).Select(item => $"{item.RunId} {item.Key.ReportType}")];

        Assert.Equal(["run-2 ceo", "run-2 cfo", "run-1 ceo"], await Listed(new()));
        Assert.Equal(["run-2 ceo", "run-2 cfo"], await Listed(new() { RunId = "run-2" }));
        Assert.Equal(["run-2 cfo"], await Listed(new() { RunId = "run-2", ReportType = "cfo" }));
        Assert.Equal(["run-2 ceo", "run-1 ceo"], await Listed(new() { ReportType = "ceo" }));
        Assert.Equal(["run-2 ceo"], await Listed(new() { ReportType = "ceo", Since = Generated }));
        Assert.Equal(["run-1 ceo"], await Listed(new() { State = SendState.Sending }));
        Assert.Equal(["run-2 ceo", "run-2 cfo"], await Listed(new() { Since = Generated }));
        Assert.Equal(["run-2 ceo"], await Listed(new() { Most = 1 }));
    }

    [Fact]
    public async Task A_caller_who_has_given_up_writes_nothing()
    {
        var ledger = await OpenAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ledger.CreateIfAbsentAsync(Item(), new CancellationToken(canceled: true)));
        Assert.Null(await ledger.GetAsync(Item().Key, Token));
    }
}
