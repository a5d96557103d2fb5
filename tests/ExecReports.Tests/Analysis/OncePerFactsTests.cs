using ExecReports.Analysis;

namespace ExecReports.Tests.Analysis;

public sealed class OncePerFactsTests
{
    [Fact]
    public async Task Reports_that_ask_side_by_side_get_one_result_worked_out_once()
    {
        var times = 0;
        using var all = new Barrier(4);
        var once = new OncePerFacts<object>(_ =>
        {
            Interlocked.Increment(ref times);
            Thread.Sleep(20);
            return new object();
        });
        var facts = Given.Facts(Given.Entity("one"));

        var found = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(() =>
        {
            all.SignalAndWait(TestContext.Current.CancellationToken);
            return once.Of(facts);
        }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.Equal(1, times);
        Assert.Single(found.Distinct(ReferenceEqualityComparer.Instance));
    }

    [Fact]
    public void Changed_facts_are_other_facts()
    {
        var once = new OncePerFacts<string>(facts => $"{facts.Handoffs.Count} handoffs");
        var facts = Given.Facts(Given.Entity("one"));

        Assert.Equal("1 handoffs", once.Of(facts));
        Assert.Equal("0 handoffs", once.Of(facts with { Handoffs = [] }));
    }
}
