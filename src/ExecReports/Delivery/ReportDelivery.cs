using System.Globalization;
using System.Security.Cryptography;

namespace ExecReports.Delivery;

/// <summary>
/// Delivers the reports of a run: archives each, records it, then mails it to each recipient once. Called again after any fault, crash or cancellation it goes on
/// where the ledger says it stands. What goes wrong with one report or recipient is said in the receipt and stops no other. Archive, ledger and mailer are used by several reports
/// at the same time (<see cref="DeliveryOptions.Parallel"/>).
/// </summary>
public sealed class ReportDelivery(IReportArchive archive, IReportLedger ledger, IMailer mailer, AddressMessage address, TimeProvider time, DeliveryOptions options)
{
    internal const string TimeIsUp = "the time for this attempt was over";

    /// <summary>Delivers within <see cref="DeliveryOptions.TimeBox"/>.</summary>
    /// <param name="reports">The reports, each loaded when its turn comes.</param>
    /// <param name="owner">This attempt; no other attempt may ever have the same.</param>
    /// <param name="cancellationToken">Stops before the next step. A send that has begun is finished and recorded first.</param>
    /// <returns>A receipt per report, in order. Where one says that something remains, call again later with a new owner.</returns>
    public async Task<IReadOnlyList<DeliveryReceipt>> DeliverAsync(IReadOnlyList<ReportToDeliver> reports, ClaimOwner owner, CancellationToken cancellationToken)
    {
        var box = new TimeBox(time, options.TimeBox);
        var receipts = new DeliveryReceipt[reports.Count];
        await RefusalRounds.RunAsync(
            reports.Count,
            async index =>
            {
                (receipts[index], var refused) = await DeliverOneAsync(reports[index], owner, box, cancellationToken).ConfigureAwait(false);
                return refused;
            },
            box, options, time, cancellationToken).ConfigureAwait(false);
        return receipts;
    }

    async Task<(DeliveryReceipt Receipt, bool Refused)> DeliverOneAsync(ReportToDeliver report, ClaimOwner owner, TimeBox box, CancellationToken cancellationToken)
    {
        var receipt = new DeliveryReceipt { ReportType = report.ReportType };
        if (box.IsOver)
            return (receipt with { Remaining = 1, Error = TimeIsUp }, false);
        ReportPackage? package = null;
        try
        {
            package = await report.LoadAsync(cancellationToken).ConfigureAwait(false);
            if (Plan(package, time.GetUtcNow(), out var planned, out var contents) is { } unusable)
                return (receipt with { Error = unusable }, false);
            receipt = receipt with { ArchiveKeys = [.. contents.Select(content => content.Key)] };
            if (await RecordedAsync(planned, cancellationToken).ConfigureAwait(false) is not { } item)
            {
                await Task.WhenAll(contents.Select(content => archive.PutOnceAsync(content, cancellationToken))).ConfigureAwait(false);
                item = await ledger.CreateIfAbsentAsync(planned, cancellationToken).ConfigureAwait(false);
            }
            return await SendAllAsync(package, item, receipt, owner, box, cancellationToken).ConfigureAwait(false);
        }
        catch (ArchiveConflictException conflict)
        {
            // Other bytes were archived for this report and run, so these must not be mailed: what the ledger has of it is all there is.
            return (await ConflictAsync(receipt, new(package!.ReportType, package.GeneratedTimestamp), conflict, cancellationToken).ConfigureAwait(false), false);
        }
        catch (Exception fault) when (!IsCancellation(fault, cancellationToken))
        {
            return (receipt with { ArchiveKeys = [], Remaining = 1, Error = fault.Message }, false);
        }
    }

    // An item is written after its files were archived: where it stands with the same ones, a later attempt, or another process, has nothing to put. A ledger that cannot be read keeps nothing from the archive.
    async Task<LedgerItem?> RecordedAsync(LedgerItem planned, CancellationToken cancellationToken)
    {
        try
        {
            return await ledger.GetAsync(planned.Key, cancellationToken).ConfigureAwait(false) is { } item && item.Files.SequenceEqual(planned.Files) ? item : null;
        }
        catch (Exception fault) when (!IsCancellation(fault, cancellationToken))
        {
            return null;
        }
    }

    async Task<DeliveryReceipt> ConflictAsync(DeliveryReceipt receipt, LedgerKey key, ArchiveConflictException conflict, CancellationToken cancellationToken)
    {
        receipt = receipt with { ArchiveKeys = [], Error = conflict.Message };
        try
        {
            return await ledger.GetAsync(key, cancellationToken).ConfigureAwait(false) is { } item
                ? receipt with { Held = item.Held, Recipients = [.. item.Deliveries.Select(delivery => Line(delivery))] }
                : receipt;
        }
        catch (Exception fault) when (!IsCancellation(fault, cancellationToken))
        {
            return receipt with { Error = $"{conflict.Message} The ledger could not be read either: {fault.Message}" };
        }
    }

    async Task<(DeliveryReceipt Receipt, bool Refused)> SendAllAsync(
        ReportPackage package, LedgerItem item, DeliveryReceipt receipt, ClaimOwner owner, TimeBox box, CancellationToken cancellationToken)
    {
        var courier = new DeliveryCourier(ledger, mailer, address, time, options, ReportMail.Of(package), owner, box);
        var lines = new List<RecipientReceipt>(item.Deliveries.Count);
        var refused = false;
        foreach (var delivery in item.Deliveries)
        {
            if (item.Held || box.IsOver)
            {
                lines.Add(Line(delivery));
                continue;
            }
            try
            {
                var (moved, note, again) = await courier.BringAsync(delivery, cancellationToken).ConfigureAwait(false);
                refused |= again;
                lines.Add(Line(moved, note));
            }
            catch (Exception fault) when (!IsCancellation(fault, cancellationToken))
            {
                lines.Add(Line(delivery, DeliveryCourier.WithoutAddress(fault.Message, delivery.Recipient)));
            }
        }
        return (receipt with
        {
            Held = item.Held,
            Recipients = lines,
            Remaining = item.Held ? 0 : lines.Count(line => line.State is SendState.Pending or SendState.Sending),
            Error = NotRecorded(package, item),
        }, refused);
    }

    // The item that stands decides who is mailed. Somebody who is not in it would otherwise miss the report silently.
    static string? NotRecorded(ReportPackage package, LedgerItem item)
    {
        var recorded = item.Deliveries.Select(delivery => delivery.Recipient.Id).ToHashSet();
        string[] missing = [.. package.Recipients.Select(recipient => recipient.Id).Where(id => !recorded.Contains(id))];
        return missing.Length == 0
            ? null
            : $"The ledger already holds {package.ReportType} of this moment without these recipients, who were not mailed: {string.Join(", ", missing)}.";
    }

    static RecipientReceipt Line(LedgerDelivery delivery, string? note = null) =>
        new(delivery.Recipient.Id, delivery.DeliveryId, delivery.State, delivery.MessageId, delivery.Attempts, note ?? delivery.Error);

    static bool IsCancellation(Exception fault, CancellationToken cancellationToken) => fault is OperationCanceledException && cancellationToken.IsCancellationRequested;

    // Returns what makes the package unusable for ever, however often it is tried; null: nothing.
    static string? Plan(ReportPackage package, DateTimeOffset now, out LedgerItem item, out ArchiveObject[] contents)
    {
        (item, contents) = (null!, null!);
        try
        {
            contents = Contents(package);
            item = LedgerItem.Of(package, [.. contents.Select(Archived)], now);
            return null;
        }
        catch (ArgumentException fault)
        {
            return fault.Message;
        }
    }

    static ArchivedFile Archived(ArchiveObject content) =>
        new(content.Key, Convert.ToHexStringLower(SHA256.HashData(content.Content.Span)), content.Content.Length);

    static ArchiveObject[] Contents(ReportPackage package)
    {
        var keys = ArchiveKeys.Of(package.ReportType, package.GeneratedTimestamp);
        var metadata = new Dictionary<string, string>
        {
            ["run-id"] = package.RunId,
            ["report-type"] = package.ReportType,
            ["as-of"] = package.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        return
        [
            new(keys.Html, package.Html, "text/html; charset=utf-8", metadata),
            new(keys.Markdown, package.Markdown, "text/markdown; charset=utf-8", metadata),
            new(keys.Json, package.Json, "application/json", metadata),
            new(keys.Eml, package.Eml, "message/rfc822", metadata),
        ];
    }
}
