using ExecReports.Analysis;
using ExecReports.Analysis.Engineering;
using ExecReports.Inventory;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Tests.Analysis.Engineering;

public class SavingsTests
{
    static CostLine Line(string item, Amount? saving, string? written, string? note = null) => Given.Cost(item, Given.Money(50)) with { Saving = saving, SavingAsWritten = written, Note = note };

    static IReadOnlyList<Saving> Of(CostLine[] costs, params AwsResource[] resources)
    {
        var facts = Given.Facts(Given.Entity("one") with { Costs = costs }) with { Inventory = [ResourceOwnersTests.Snapshot(resources)] };
        return Savings.Of(facts);
    }

    [Fact]
    public void The_column_and_idle_resources_add_up_as_a_range()
    {
        // 3–5 from the column, 8 from the distribution.
        var savings = Of([Line("Tool", Given.Money(3, 5), "$3–5")], new Distribution { Name = "E1", CostPerMonth = 8, Requests = 0 });

        Assert.Equal(new Total(new Bounds(11, 13), 2, 0), Savings.Sum(savings));
        Assert.Equal("E1 costs $8 and served 0 requests", savings[0].Why);
    }

    [Fact]
    public void A_question_mark_is_an_unknown_saving_and_blank_or_a_dash_is_none()
    {
        var savings = Of([Line("a", null, "?"), Line("b", null, ""), Line("c", null, "—"), Line("d", null, null), Line("e", Given.Money(0), "none")]);

        Assert.Equal("a", Assert.Single(savings).What);
        Assert.Equal(new Total(Bounds.Zero, 0, 1), Savings.Sum(savings));
    }

    [Fact]
    public void No_metric_is_not_idle_use_is_not_idle_and_less_than_the_threshold_is_told_but_not_counted()
    {
        var savings = Of([],
            new Bucket { Name = "no-metric", CostPerMonth = 9 }, new Bucket { Name = "used", CostPerMonth = 9, Requests = 1 }, new Bucket { Name = "cheap", CostPerMonth = 0.99m, Requests = 0 },
            new Bucket { Name = "free", CostPerMonth = 0, Requests = 0 }, new Table { Name = "half", CostPerMonth = 9, ReadUnits = 0 }, new Bucket { Name = "at", CostPerMonth = 1, Requests = 0 });

        Assert.Equal([("at", true), ("cheap", false)], savings.Select(one => (one.What, one.Counted)));
    }

    [Fact]
    public void An_idle_resource_of_unknown_cost_is_counted_apart() => Assert.Equal(1, Savings.Sum(Of([], new LambdaFunction { Name = "f", Invocations = 0 })).Unknown);

    [Fact]
    public void A_resource_that_a_cost_line_already_names_is_not_counted_twice()
    {
        var savings = Of([Line("AWS", Given.Money(8), "$8", note: "drop old-table")], new Table { Name = "old-table", CostPerMonth = 8, ReadUnits = 0, WriteUnits = 0 });

        Assert.Equal(new Total(Bounds.Of(8), 1, 0), Savings.Sum(savings));
        Assert.Contains("already in the saving of “AWS”", savings[^1].Why);
    }

    [Fact]
    public void Dollars_are_not_taken_for_another_currency()
    {
        var facts = Given.Facts(Given.Entity("one")) with { Settings = new PortfolioSettings { Currency = "EUR" }, Inventory = [ResourceOwnersTests.Snapshot(new Bucket { Name = "b", CostPerMonth = 8, Requests = 0 })] };

        Assert.Equal(new Total(Bounds.Zero, 0, 1), Savings.Sum(Savings.Of(facts)));
    }
}
