using System.Diagnostics;
using ExecReports.Inventory;

namespace ExecReports.Aws.Tests.Inventory;

/// <summary>How long the inventory takes where each call is 50 ms away.</summary>
public sealed class InventorySpeedTests(ITestOutputHelper output)
{
    static readonly TimeSpan s_away = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task Side_by_side_it_takes_at_most_a_third_of_one_call_after_the_other()
    {
        await using var account = await SampleAccount.StartAsync();
        account.Server.PageSize = 50;
        await SampleAccount.CollectAsync(account.Sources());
        account.Server.Wire.Forget();
        account.Server.Wire.Delay = s_away;

        var took = await TimeAsync(() => SampleAccount.CollectAsync(account.Sources()));

        var oneByOne = account.Server.Wire.Requests.Count * s_away;
        output.WriteLine($"{account.Server.Wire.Requests.Count} calls: {took.TotalSeconds:0.00} s; their delays alone, one after the other: {oneByOne.TotalSeconds:0.00} s");
        Assert.True(took <= oneByOne / 3, $"{took} for calls of {oneByOne}");
    }

    [Fact]
    public async Task Measured_one_call_after_the_other()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("EXECREPORTS_FULL") == "1", "EXECREPORTS_FULL=1: takes as long as the calls do one after the other");
        await using var account = await SampleAccount.StartAsync();
        account.Server.PageSize = 50;
        await SampleAccount.CollectAsync(account.Sources());
        account.Server.Wire.Delay = s_away;

        var oneByOne = await TimeAsync(async () =>
        {
            foreach (var source in account.Sources(options => options with { CallsAtOnce = 1 }).Values)
                await source.CollectAsync(TestContext.Current.CancellationToken);
        });
        var sideBySide = await TimeAsync(() => SampleAccount.CollectAsync(account.Sources()));

        output.WriteLine($"one call after the other: {oneByOne.TotalSeconds:0.00} s; side by side: {sideBySide.TotalSeconds:0.00} s, {sideBySide / oneByOne:P0}");
        Assert.True(sideBySide <= oneByOne / 3, $"{sideBySide} and {oneByOne}");
    }

    static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed;
    }
}
