using ExecReports.Aws.Mail;
using ExecReports.Testing.Aws.Ses;
using ExecReports.Testing.Aws.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ExecReports.Aws.Tests.Mail;

public class SendPaceTests
{
    readonly FakeTimeProvider _time = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_mails_go_at_once_and_then_as_many_a_second_as_the_quota_allows()
    {
        var pace = new SendPace(14, _time);
        var takes = Enumerable.Range(0, 50).Select(_ => pace.TakeAsync(2, Token)).ToList();

        int[] done = [takes.Count(take => take.IsCompleted), .. Enumerable.Range(0, 3).Select(_ =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            return takes.Count(take => take.IsCompleted);
        })];

        // Half a second's worth is 7 tokens: three mails, and half of a fourth.
        Assert.Equal([3, 10, 17, 24], done);
        _time.Advance(TimeSpan.FromSeconds(10));
        await Task.WhenAll(takes);
    }

    [Fact]
    public async Task At_one_a_second_a_mail_with_a_copy_takes_two_seconds()
    {
        var pace = new SendPace(1, _time);
        await pace.TakeAsync(2, Token);
        var second = pace.TakeAsync(2, Token);

        _time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        await second;
    }

    [Fact]
    public async Task Who_gives_up_waiting_gives_his_tokens_back()
    {
        var pace = new SendPace(1, _time);
        await pace.TakeAsync(2, Token);
        using var limit = new CancellationTokenSource();
        var given = pace.TakeAsync(100, limit.Token);
        await limit.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);

        var next = pace.TakeAsync(1, Token);
        _time.Advance(TimeSpan.FromSeconds(1));
        await next;
    }

    [Fact]
    public async Task After_a_throttle_nothing_goes_for_a_second()
    {
        var pace = new SendPace(100, _time);
        pace.Slow();
        var next = pace.TakeAsync(1, Token);

        _time.Advance(TimeSpan.FromSeconds(0.9));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.2));
        await next;
    }

    // How many of ten mails with a copy go within the first ten seconds.
    async Task<int> GoInTenSecondsAsync(FaultyHandler network, SesOptions? options = null)
    {
        using var mailer = Mailers.Over(network, options, _time);
        var waits = Enumerable.Range(0, 10).Select(_ => mailer.WaitForTurnAsync(Mailers.Mail(), Token)).ToList();
        for (var tenth = 0; tenth < 100; tenth++)
        {
            _time.Advance(TimeSpan.FromSeconds(0.1));
            await Task.Yield();
        }
        // A continuation may be on its way still.
        await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
        return waits.Count(wait => wait.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(Fault.None, null, 10)]
    [InlineData(Fault.None, 0.5, 3)]
    [InlineData(Fault.Error500, null, 6)]
    [InlineData(Fault.CutBefore, null, 6)]
    [InlineData(Fault.WrongAnswer, null, 6)]
    public async Task The_rate_is_the_quota_s_or_the_setting_s_or_one_a_second_where_the_quota_cannot_be_read(Fault fault, double? most, int expected)
    {
        var (_, network) = SesServer.InProcess(new() { MaxSendRate = 14 }, _time);
        network.Plan = _ => fault;

        Assert.Equal(expected, await GoInTenSecondsAsync(network, new() { MostRate = most }));
    }

    [Fact]
    public async Task A_quota_that_is_denied_means_one_a_second()
    {
        var (_, network) = SesServer.InProcess(new() { DeniedActions = new HashSet<string> { "GetSendQuota" } }, _time);

        Assert.Equal(6, await GoInTenSecondsAsync(network));
    }

    [Fact]
    public async Task A_quota_that_fails_once_is_asked_for_again()
    {
        var (_, network) = SesServer.InProcess(new() { MaxSendRate = 14 }, _time);
        network.Plan = request => request.Number == 1 ? Fault.Error503 : Fault.None;

        Assert.Equal(10, await GoInTenSecondsAsync(network));
    }

    [Fact]
    public async Task A_quota_that_does_not_come_is_waited_for_five_seconds()
    {
        var (_, network) = SesServer.InProcess(new() { MaxSendRate = 14 }, _time);
        network.Plan = _ => Fault.Slow;
        using var mailer = Mailers.Over(network, time: _time);
        var wait = mailer.WaitForTurnAsync(Mailers.Mail(), Token);

        _time.Advance(TimeSpan.FromSeconds(4.9));
        await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
        Assert.False(wait.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.2));
        await wait.WaitAsync(TimeSpan.FromSeconds(10), Token);
    }
}
