using ExecReports.Cli.Serve;
using ExecReports.Embedded;
using Microsoft.Extensions.Time.Testing;

namespace ExecReports.Api.Tests.Serve;

public sealed class SchedulesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("execreports-ticks-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_came_due_while_it_was_down_is_caught_up_and_what_was_due_before_its_first_start_is_not()
    {
        // 06:30 in London on Monday 23 November 2026 is 06:30 UTC.
        Assert.Empty(await StartedAtAsync(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)));
        Assert.Equal(["executive-20261130T063000Z"], await StartedAtAsync(new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero)));
        Assert.Empty(await StartedAtAsync(new(2026, 11, 30, 9, 5, 0, TimeSpan.Zero)));
    }

    private async Task<IReadOnlyList<string>> StartedAtAsync(DateTimeOffset now)
    {
        await using var local = LocalReports.Open(new LocalOptions(Checkout.SmallPortfolio, folder) { Time = new FakeTimeProvider(now) });
        return (await ScheduleTicker.Of(local).RunAsync(local.Client, TestContext.Current.CancellationToken)).Started;
    }
}
