using System.Globalization;
using ExecReports.Api.Archive;
using ExecReports.Api.Http;
using ExecReports.Delivery;
using Microsoft.AspNetCore.Http;

namespace ExecReports.Api.Deliveries;

/// <summary>What was mailed to whom.</summary>
/// <param name="parts">What it stands on.</param>
public sealed class LedgerApi(ApiParts parts)
{
    /// <summary><c>GET /api/ledger</c>: the newest first; filters <c>run</c>, <c>report</c>, <c>state</c>, <c>since</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="withAddresses">Whether the caller may see addresses.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IResult> ListAsync(HttpRequest request, bool withAddresses, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var query = PageQuery.Read(request, parts.Limits, errors);
        var filter = Filter(request, errors);
        if (errors.Any)
            return Problem.Invalid(errors);

        var listing = await parts.Ledger.ListReadableAsync(
            filter with { Before = query.After is { } after ? after.Time.AddMilliseconds(1) : null, Most = query.Limit + 1 + (query.After is null ? 0 : SameMoment) }, cancellationToken);
        var page = listing.Items
            .Where(item => query.After is not { } place || item.Key.GeneratedTimestamp < place.Time || string.CompareOrdinal(item.Key.ReportType, place.Name) > 0)
            .Take(query.Limit + 1).ToList();
        var more = page.Count > query.Limit;
        if (more)
            page.RemoveAt(query.Limit);
        var now = parts.Time.GetUtcNow();
        return new JsonAnswer<LedgerPage>(
            new(
                [.. page.Select(item => Entry(item, withAddresses, now))],
                more ? query.Next(request, new PagePlace(page[^1].Key.GeneratedTimestamp, page[^1].Key.ReportType)) : null,
                Damaged(listing.Damaged, query.After, more ? page[^1].Key : null)),
            ApiJson.Default.LedgerPage);
    }

    // Those that stand between the entries of this page; null: none. By the texts of their keys, which is the order of the list; whatever is no time stands before or behind all times and so on the first or last page.
    private static IReadOnlyList<DamagedEntry>? Damaged(IReadOnlyList<DamagedLedgerItem> damaged, PagePlace? after, LedgerKey? last)
    {
        List<DamagedEntry> found =
        [
            .. damaged
                .Where(item => after is not { } place || Order(item, new LedgerKey(place.Name, place.Time)) > 0)
                .Where(item => last is not { } end || Order(item, end) < 0)
                .Select(item => new DamagedEntry(item.ReportType, item.GeneratedTimestamp, item.Fault.Message)),
        ];
        return found.Count > 0 ? found : null;
    }

    // Below 0: the item is listed before the key.
    private static int Order(DamagedLedgerItem item, LedgerKey key) =>
        string.CompareOrdinal(key.SortKey, item.GeneratedTimestamp) is not 0 and var byTime ? byTime : string.CompareOrdinal(item.ReportType, key.ReportType);

    // Reports of one run share their moment, so the page behind a place begins within them.
    private const int SameMoment = 500;

    private static LedgerFilter Filter(HttpRequest request, FieldErrors errors)
    {
        SendState? state = null;
        if (request.Query["state"] is [{ } asked, ..])
        {
            state = Enum.GetValues<SendState>().Cast<SendState?>().FirstOrDefault(known => known.ToString()!.ToLowerInvariant() == asked);
            if (state is null)
                errors.Add("state", $"There is no such state. States: {string.Join(", ", Enum.GetNames<SendState>()).ToLowerInvariant()}.");
        }

        DateTimeOffset? since = null;
        if (request.Query["since"] is [{ } from, ..])
        {
            if (DateTimeOffset.TryParseExact(from, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
                since = moment;
            else
                errors.Add("since", "since must be a day or a moment, such as 2026-11-24 or 2026-11-24T06:30:00Z.");
        }

        return new LedgerFilter { RunId = Text("run", errors, request), ReportType = Text("report", errors, request), State = state, Since = since };
    }

    private static string? Text(string field, FieldErrors errors, HttpRequest request)
    {
        if (request.Query[field] is not [{ } asked, ..])
            return null;
        if (asked.Length is > 0 and <= 150)
            return asked;
        errors.Add(field, $"{field} must have 1 to 150 characters.");
        return null;
    }

    private static LedgerEntry Entry(LedgerItem item, bool withAddresses, DateTimeOffset now) => new()
    {
        Report = item.Key.ReportType,
        GeneratedAt = item.Key.GeneratedTimestamp,
        Run = item.RunId,
        AsOf = item.AsOf,
        Subject = item.Subject,
        Held = item.Held,
        Gaps = item.Gaps,
        Deliveries = [.. item.Deliveries.Select(delivery => new LedgerDeliveryEntry
        {
            Id = delivery.DeliveryId,
            Recipient = delivery.Recipient.Id,
            Address = withAddresses ? delivery.Recipient.Address : null,
            State = delivery.State.ToString().ToLowerInvariant(),
            Attempts = delivery.Attempts,
            MessageId = delivery.MessageId,
            Error = delivery.Error,
            ClaimedAt = delivery.ClaimedAt,
            SettledAt = delivery.SettledAt,
            Advice = DeliveryAdvice.For(item, delivery, now),
        })],
        Links = item.Files.Where(file => ArchiveKeys.TryParse(file.Key, out _, out _)).ToDictionary(file => ReportFile.ExtensionOf(file.Key), file => ReportFile.AddressOf(file.Key)),
    };
}
