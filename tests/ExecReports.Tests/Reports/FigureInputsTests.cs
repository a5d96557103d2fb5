using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Reports;

namespace ExecReports.Tests.Reports;

public sealed class FigureInputsTests
{
    static readonly SourceRef At = new("operations", "operations.json#trip-1");
    static readonly SourceRef Row = new("handoff", "one.md:7");

    [Fact]
    public void Inputs_that_read_the_same_are_listed_once_and_lose_no_source()
    {
        FigureInput Trip(params SourceRef[] beneath) => FigureOf.Record("trip-1", At, 3) with { Beneath = beneath };
        var figure = FigureOf.Count("trips", "Trips", 1, "How many.", [Trip(), Trip(), Trip(Row)]);

        Assert.Equal("trip-1", Assert.Single(figure.Inputs).Name);
        Assert.Equal([At, Row], figure.Sources);
    }

    [Fact]
    public void Inputs_that_differ_in_name_value_or_place_stay_apart() => Assert.Equal(4, FigureOf.Count("trips", "Trips", 1, "How many.",
        [FigureOf.Record("trip-1", At, 3), FigureOf.Record("trip-2", At, 3), FigureOf.Record("trip-1", At, 4), FigureOf.Record("trip-1", Row, 3)]).Inputs.Count);
}
