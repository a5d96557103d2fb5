using ExecReports.Analysis;
using ExecReports.Rendering;

namespace ExecReports.Reports.Cmo;

/// <summary>The CMO report's charts: how far the channels have come, and from audience to bookings.</summary>
internal static class CmoCharts
{
    /// <summary>The charts that the facts allow.</summary>
    public static IReadOnlyList<Chart> Of(CmoModel model) => [.. new Chart?[] { Channels(model), Campaign(model) }.OfType<Chart>()];

    private static Columns? Channels(CmoModel model) => model.Funnel.Count == 0 ? null : new Columns("channels", "How far the channels have come",
        $"Of {Formats.Count(model.Funnel[0].Channels, "channel", "channels")} that the handoffs name, {Formats.Number(model.Funnel[1].Channels)} are listed at least, {Formats.Number(model.Funnel[2].Channels)} active at least and {Formats.Number(model.Funnel[3].Channels)} converting.",
        FigureUnit.Count, [.. model.Funnel.Select(step => new Column(step.Name, step.Channels))]);

    private static RangeBars? Campaign(CmoModel model)
    {
        var steps = model.Blast.Where(step => !step.IsMoney).ToList();
        return steps.Count == 0 ? null : new RangeBars("campaign", $"{model.Campaigns.Largest!.Row.Name}: from audience to bookings",
            $"Of {Formats.Number(steps[0].Left)} recipients {Formats.Number(steps[^1].Left)} may book.",
            FigureUnit.Number, [.. steps.Select(step => new RangeBar(step.Name, step.Left.Low, step.Left.High))]);
    }
}
