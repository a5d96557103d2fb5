using System.Text.Json;
using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using ExecReports.Reports;
using ExecReports.Workspace;

namespace ExecReports.Embedded;

/// <summary>
/// Renders every built-in report over a portfolio of empty entities, one of each kind, and throws the reports away. Half of what the first reports of a process cost is loading and compiling
/// the code that makes them; done while a run opens its folder, reads and plans, one step after the other, that costs no time of its own on a machine with two processors.
/// </summary>
public static class Rehearsal
{
    private static readonly DateOnly s_day = new(2000, 1, 31);

    /// <summary>Rehearses beside what the caller does meanwhile; whoever starts it awaits it in the end, so that a fault in it is seen.</summary>
    public static Task StartAsync() =>
        // On a thread of its own: the pool begins with one for each processor, and the run needs them.
        Task.Factory.StartNew(Render, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static void Render()
    {
        Handoff[] entities = [.. Enum.GetValues<EntityKind>().Select(kind => new Handoff { Id = $"{kind}", Name = $"{kind}", File = $"{kind}.md", Kind = kind }).Select(Frozen)];
        var facts = new PortfolioFacts { AsOf = s_day, CollectedAt = DateTimeOffset.UnixEpoch, Settings = new PortfolioSettings(), Handoffs = entities };
        ChartRenderer.Png(new Columns("columns", "Columns", "", FigureUnit.Count, [new Column("Day", 1)]), facts.Settings.Currency);
        var renderer = new ReportRenderer();
        foreach (var template in ReportCatalog.BuiltIn)
        {
            var (type, entity) = ReportCatalog.ReportsOf(template, entities).First();
            renderer.Render(template, ReportBuilders.Content(template, facts, entity), new RenderContext
            {
                AsOf = facts.AsOf,
                GeneratedTimestamp = facts.CollectedAt,
                RunId = "rehearsal",
                ReportType = type,
                Settings = facts.Settings,
                Entity = entity,
            });
        }
    }

    // As a handoff comes to a report in a run: written to the workspace and read back.
    private static Handoff Frozen(Handoff handoff) =>
        JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(handoff, SnapshotJson.Default.Handoff), SnapshotJson.Default.Handoff)!;
}
