using System.Buffers.Binary;
using ExecReports.Analysis;
using ExecReports.Rendering;

namespace ExecReports.Tests.Rendering;

public class ChartRendererTests
{
    public static readonly RangeBars Burn = new("burn", "Gross burn per month, by category", "Crew is the largest part.", FigureUnit.MoneyPerMonth,
        [new("Crew wages", 2800, 3200), new("Insurance of boats and trailers, liability", 1195, 2199.5m), new("Mooring", 1900, 1900), new("Diesel", 1100, 1650), new("Hosting", 25, 35)]);

    public static readonly Columns Months = new("months", "Charters per month against break-even", "Two months reached it.", FigureUnit.Count,
        [new("Jun", 7), new("Jul", 9), new("Aug", 6), new("Sep", 4), new("Oct", null), new("Nov", 2)], 6, "Break-even");

    public static readonly Lines BreakEven = new("breakeven", "Revenue and cost by charters", "They meet at 6.", FigureUnit.Money, "Charters per month",
        [
            new("Revenue", [new(0, 0, 0), new(5, 6500, 7500), new(10, 13000, 15000)]),
            new("Fixed and variable cost", [new(0, 7020, 8985), new(5, 7520, 9485), new(10, 8020, 9985)]),
        ],
        [new("Break-even 6", 6), new("Done and booked 4", 4)]);

    public static TheoryData<Chart> Charts => [Burn, Months, BreakEven];

    [Theory]
    [MemberData(nameof(Charts))]
    public void A_chart_is_a_PNG_of_double_resolution_and_the_same_each_time(Chart chart)
    {
        var png = ChartRenderer.Png(chart, "USD");
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal(1280, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(2, png[25]); // Colours without alpha.
        Assert.Equal(png, ChartRenderer.Png(chart, "USD"));
        if (Environment.GetEnvironmentVariable("EXECREPORTS_CHARTS") is { } folder)
            File.WriteAllBytes(Path.Combine(folder, chart.Id + ".png"), png);
    }

    [Fact]
    public void A_changed_value_changes_the_picture() => Assert.NotEqual(
        ChartRenderer.Png(Burn, "USD"), ChartRenderer.Png(Burn with { Bars = [new("Crew wages", 100, 3200), .. Burn.Bars.Skip(1)] }, "USD"));

    [Fact]
    public void Charts_without_values_are_drawn_all_the_same()
    {
        Assert.NotEmpty(ChartRenderer.Png(Burn with { Bars = [] }, "USD"));
        Assert.NotEmpty(ChartRenderer.Png(Months with { Values = [new("Jun", null)], Target = null }, "USD"));
        Assert.NotEmpty(ChartRenderer.Png(BreakEven with { Series = [], Marks = [] }, "USD"));
    }
}
