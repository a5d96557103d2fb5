using ExecReports.Delivery;
using ExecReports.Rendering;
using ExecReports.Workspace;
using Microsoft.DurableTask;

namespace ExecReports.Orchestration.Activities;

/// <summary>Writes the notice to operators about reports that did not arrive, and stores its files in the workspace; <see cref="DeliverReports"/> delivers it as it does a report.</summary>
/// <param name="workspace">Holds settings and addresses, and gets the files.</param>
public sealed class RenderNotice(IRunWorkspace workspace) : TaskActivity<NoticeInput, RenderedRef>
{
    /// <inheritdoc/>
    public override async Task<RenderedRef> RunAsync(TaskActivityContext context, NoticeInput input)
    {
        var frozen = await workspace.GetPlanAsync(input.Frozen);
        var notice = new OperatorNotice
        {
            RunId = input.RunId,
            AsOf = input.AsOf,
            GeneratedTimestamp = input.GeneratedTimestamp,
            Settings = frozen.Settings,
            Reports = [.. input.Reports.Select(report => Noticed(report, input.GeneratedTimestamp, frozen.Recipients.GetValueOrDefault(report.ReportType, [])))],
            FailedSources = [.. input.FailedSources.Select(source => (source.Name, source.Reason))],
        };
        return await workspace.PutRenderedAsync(
            input.RunId, OperatorNotice.ReportType, OperatorNoticeText.Title(notice), OperatorNoticeText.TemplateVersion, OperatorNoticeText.Render(notice));
    }

    private static NoticedReport Noticed(ReportOutcome outcome, DateTimeOffset generated, IReadOnlyList<Recipient> recipients)
    {
        var addresses = recipients.ToDictionary(recipient => recipient.Id, recipient => recipient.Address);
        return new NoticedReport(
            outcome.ReportType,
            outcome.Title,
            outcome.State switch
            {
                ReportState.RenderFailed => NoticedTrouble.NotMade,
                ReportState.ArchiveFailed => NoticedTrouble.NotArchived,
                ReportState.Held => NoticedTrouble.Held,
                _ => NoticedTrouble.NotDelivered,
            },
            outcome.Reason,
            outcome.State == ReportState.Held
                ? []
                : [.. outcome.Deliveries.Where(delivery => delivery.State != "sent").Select(delivery => new NoticedDelivery(
                    DeliveryIds.Of(outcome.ReportType, generated, delivery.Recipient), addresses.GetValueOrDefault(delivery.Recipient, delivery.Recipient), delivery.State, delivery.Error))]);
    }
}
