using ExecReports.Delivery;
using ExecReports.Orchestration.Planning;
using ExecReports.Workspace;
using Microsoft.DurableTask;

namespace ExecReports.Orchestration.Activities;

/// <summary>
/// The one delivery activity: hands the reports, each with its recipients and whether it is held, to <see cref="ReportDelivery"/>, which loads a few of them at a time
/// (<see cref="DeliveryOptions.Parallel"/>) and archives, records and mails each. It answers with an outcome per report, and with those for which something remains: the orchestrator calls it
/// again for these. It can be called again at any point, since what is archived, recorded or mailed already is left alone; each call claims under a name of its own.
/// </summary>
/// <param name="delivery">Does it.</param>
/// <param name="workspace">Holds the rendered reports and the addresses.</param>
/// <param name="process">Names this process uniquely among all that ever delivered, for the claims in the ledger.</param>
/// <param name="sender">Whether a sender must be named.</param>
public sealed class DeliverReports(ReportDelivery delivery, IRunWorkspace workspace, ProcessName process, SenderRule sender) : TaskActivity<DeliverInput, DeliverResult>
{
    private int attempts;

    /// <inheritdoc/>
    public override async Task<DeliverResult> RunAsync(TaskActivityContext context, DeliverInput input)
    {
        var frozen = await workspace.GetPlanAsync(input.Frozen);
        // A plan may be older than the rule, or made where mails stayed on the machine.
        if (sender.Fault(frozen.Settings.Sender) is { } unnamed)
            throw new RunRequestException([unnamed]);
        var owner = new ClaimOwner(process.Value, $"{input.RunId}.{Interlocked.Increment(ref attempts)}");
        var receipts = await delivery.DeliverAsync(
            [.. input.Reports.Select(report => new ReportToDeliver(report.ReportType, cancellationToken => LoadAsync(input, frozen, report, cancellationToken)))],
            owner,
            CancellationToken.None);

        var rendered = input.Reports.ToDictionary(report => report.ReportType);
        return new DeliverResult(
            [.. receipts.Select(receipt => Outcome(receipt, rendered[receipt.ReportType]))],
            [.. receipts.Where(receipt => receipt.Remaining > 0).Select(receipt => receipt.ReportType)]);
    }

    private async Task<ReportPackage> LoadAsync(DeliverInput input, FrozenRun frozen, RenderedRef report, CancellationToken cancellationToken)
    {
        var settings = frozen.Settings;
        return new ReportPackage
        {
            ReportType = report.ReportType,
            GeneratedTimestamp = input.GeneratedTimestamp,
            RunId = input.RunId,
            AsOf = input.AsOf,
            Subject = report.Subject,
            TemplateVersion = report.TemplateVersion,
            Html = await workspace.GetAsync(report.Html, cancellationToken),
            Markdown = await workspace.GetAsync(report.Markdown, cancellationToken),
            Json = await workspace.GetAsync(report.Json, cancellationToken),
            Eml = await workspace.GetAsync(report.Eml, cancellationToken),
            Recipients = frozen.Recipients[report.ReportType],
            Sender = settings.Sender ?? SenderRule.Sample,
            AuditBcc = settings.AuditBcc,
            Gaps = report.Gaps == 0 ? [] : [$"{report.Gaps} {(report.Gaps == 1 ? "gap" : "gaps")}, named in the report's Data gaps"],
            Hold = report.FailedSources > 0 && frozen.Holds(report.ReportType),
        };
    }

    private static ReportOutcome Outcome(DeliveryReceipt receipt, RenderedRef report) => new()
    {
        ReportType = receipt.ReportType,
        Title = report.Title,
        State = receipt.ArchiveKeys.Count == 0 ? ReportState.ArchiveFailed
            : receipt.Held ? ReportState.Held
            : receipt.Error is null && receipt.Recipients.All(recipient => recipient.State == SendState.Sent) ? ReportState.Delivered
            : ReportState.DeliveryFailed,
        Reason = receipt.Error,
        Keys = receipt.ArchiveKeys,
        Gaps = report.Gaps,
        Deliveries = [.. receipt.Recipients.Select(recipient => new DeliveryOutcome(
            recipient.RecipientId, recipient.State.ToString().ToLowerInvariant(), recipient.MessageId, recipient.Error))],
    };
}
