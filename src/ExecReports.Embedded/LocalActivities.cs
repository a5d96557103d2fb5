using ExecReports.Delivery;
using ExecReports.Orchestration.Activities;
using ExecReports.Rendering;

namespace ExecReports.Embedded;

/// <summary>The activities over parts of one machine; each may be called by many runs at once.</summary>
/// <param name="PlanRun">Plans.</param>
/// <param name="CollectHandoff">Freezes a handoff.</param>
/// <param name="CollectInventory">Freezes AWS resources.</param>
/// <param name="AuditRepository">Freezes an audit.</param>
/// <param name="CollectOperations">Freezes operations data.</param>
/// <param name="RenderReport">Renders a report.</param>
/// <param name="RenderNotice">Writes the notice to operators.</param>
/// <param name="DeliverReports">Delivers them all.</param>
public sealed record LocalActivities(
    PlanRun PlanRun, CollectHandoff CollectHandoff, CollectInventory CollectInventory, AuditRepository AuditRepository,
    CollectOperations CollectOperations, RenderReport RenderReport, RenderNotice RenderNotice, DeliverReports DeliverReports)
{
    /// <summary>Makes them of the parts.</summary>
    public static LocalActivities Of(LocalParts parts, TimeProvider time)
    {
        var (portfolio, catalog, templates, sources) = parts.Portfolio;
        var workspace = parts.Workspace;
        return new LocalActivities(
            new PlanRun(portfolio, catalog, sources, workspace, parts.Sender),
            new CollectHandoff(portfolio, workspace),
            new CollectInventory(sources, workspace),
            new AuditRepository(portfolio, parts.Auditor, workspace),
            new CollectOperations(sources, workspace),
            new RenderReport(new FactsReader(workspace), catalog, new ReportRenderer(templates), parts.Archive, workspace),
            new RenderNotice(workspace),
            new DeliverReports(
                new ReportDelivery(parts.Archive, parts.Ledger, parts.Mailer, MimeComposer.Address, time, parts.Delivery), workspace, parts.Process, parts.Sender));
    }
}
