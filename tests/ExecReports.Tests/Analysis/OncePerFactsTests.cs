using ExecReports.Analysis;

namespace ExecReports.Tests.Analysis;

public sealed class OncePerFactsTests
{
    [Fact]
    public async Task Reports_that_ask_side_by_side_get_one_result_worked_out_once()
    {
        const int Askers = 4, Rounds = 200;
        var times = 0;
        using var together = new Barrier(Askers);
        var once = new OncePerFacts<object>(_ =>
        {
            Interlocked.Increment(ref times);
            return new object();
        });
        PortfolioFacts[] facts = [.. Enumerable.Range(0, Rounds).Select(_ => Given.Facts(Given.Entity("one")))];

        var found = await Task.WhenAll(Enumerable.Range(0, Askers).Select(_ => Task.Factory.StartNew(() => facts.Select(one =>
        {
            together.SignalAndWait(TestContext.Current.CancellationToken);
            return once.Of(one);
        }).ToArray(), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.Equal(Rounds, times);
        Assert.All(Enumerable.Range(0, Rounds), round => Assert.Single(found.Select(all => all[round]).Distinct(ReferenceEqualityComparer.Instance)));
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
