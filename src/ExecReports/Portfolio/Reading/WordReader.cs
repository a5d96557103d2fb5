using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading;

/// <summary>A table of words that mean one of a few things. The whole cell is tried first, then what stands before a bracket, comma, dash or digit, then its first word.</summary>
internal sealed class WordReader<T>(params (T Meaning, string Words)[] meanings) where T : struct
{
    private readonly Dictionary<string, T> _words = meanings
        .SelectMany(meaning => meaning.Words.Split(", ").Select(word => (Key: FoldedName.Of(word), meaning.Meaning)))
        .Distinct()
        .ToDictionary(pair => pair.Key, pair => pair.Meaning, StringComparer.Ordinal);

    private readonly string _expected = string.Join(", ", meanings.Select(meaning => meaning.Words.Split(", ")[0]));

    /// <summary>The first word of each meaning, for messages.</summary>
    public string Expected => _expected;

    /// <summary>Every word and what it means.</summary>
    public IReadOnlyDictionary<string, T> Words => _words;

    /// <summary>Whether the whole of <paramref name="text"/> is one of the words.</summary>
    public bool Knows(string text) => Find(text) is not null;

    /// <summary>What <paramref name="text"/> means; null if it is none of the words.</summary>
    public T? Read(string text)
    {
        if (Find(text) is { } whole)
            return whole;
        var end = text.AsSpan().IndexOfAny("(,;:—–0123456789");
        if (end > 0 && Find(text[..end]) is { } lead)
            return lead;
        var space = text.IndexOf(' ');
        return space > 0 ? Find(text[..space]) : null;
    }

    private T? Find(string text) => _words.TryGetValue(FoldedName.Of(text), out var meaning) ? meaning : null;
}

/// <summary>The words that the cells of handoffs use for states, grades and answers.</summary>
internal static class Vocabulary
{
    public static readonly WordReader<WorkState> Work = new(
        (WorkState.Open, "open, to do, todo, in progress, in work, wip, started, planned, plan, pending, ongoing, blocked, new, reported, scheduled, not started, backlog, active, waiting, draft, sent, unpaid, due, overdue, outstanding, "
            + "partial, partly, partially, half, mostly, nearly, almost, not done, not fixed, not yet, not paid, no, on hold, paused, in review, review, ready, next, now, doing, under way, underway, quoted, ordered, unresolved, unfixed, held, late, accepted risk"),
        (WorkState.Done, "done, closed, fixed, complete, completed, resolved, finished, shipped, launched, live, paid, settled, repaired, mitigated, yes, x, delivered, solved, released, merged, earned, achieved"),
        (WorkState.Cancelled, "cancelled, canceled, dropped, void, voided, wont do, wontfix, wont fix, rejected, superseded, written off, write off, credited, abandoned, withdrawn, refunded, obsolete, duplicate"),
        (WorkState.Unknown, "unknown, unclear"));

    public static readonly WordReader<int> Grade = new(
        (4, "critical, crit, urgent, blocker, blocking, severe, emergency, p0, sev0, sev1, highest, immediate"),
        (3, "high, major, important, p1, sev2, serious, hi"),
        (2, "medium, med, moderate, normal, mid, p2, sev3, average"),
        (1, "low, minor, p3, p4, sev4, lowest, trivial, nice to have, cosmetic, lo"),
        (0, "none, no"));

    public static readonly WordReader<Level> Level = new(
        (Portfolio.Level.Low, "low, small, easy, s, xs, minimal, trivial, little, short, quick, niche, minor, lo"),
        (Portfolio.Level.Medium, "medium, med, moderate, m, mid, average, some, normal"),
        (Portfolio.Level.High, "high, large, hard, l, xl, big, heavy, hi, wide, huge, major, very high, lots"));

    public static readonly WordReader<ChannelState> Channel = new(
        (ChannelState.Absent, "absent, none, no, not listed, missing, not there, not yet, nothing, not started, not set up, off, never, planned, todo, to do"),
        (ChannelState.Listed, "listed, profile, present, created, signed up, claimed, registered, set up, idle, dormant, inactive, listing, draft, stale, listed only"),
        (ChannelState.Active, "active, live, running, on, yes, posting, in use, working, ok"),
        (ChannelState.Converting, "converting, converts, bookings, booking, selling, sells, sales, leads, performing, producing"));

    public static readonly WordReader<BookingState> Booking = new(
        (BookingState.Confirmed, "confirmed, booked, paid, done, completed, complete, checked out, checked in, stayed, reserved, ok, yes, deposit paid, sailed, finished, upcoming, in house, active"),
        (BookingState.Tentative, "tentative, hold, on hold, pending, inquiry, enquiry, option, quote, quoted, request, requested, unconfirmed, maybe, waitlist"),
        (BookingState.Cancelled, "cancelled, canceled, void, refunded, dropped, declined, no, withdrawn, expired"),
        (BookingState.Owner, "owner, owner stay, owner use, personal, family, own use, owners"),
        (BookingState.Blocked, "blocked, block, maintenance, repair, repairs, closed, unavailable, out of service, not available"));

    public static readonly WordReader<ContractState> Contract = new(
        (ContractState.Active, "active, signed, retainer, current, month to month, monthly, ongoing, yes, live, renewed, running, in force, project, fixed price, hourly"),
        (ContractState.Lapsed, "lapsed, ended, expired, churned, terminated, cancelled, canceled, inactive, lost, past, former, closed, done, over"),
        (ContractState.Prospect, "prospect, lead, proposal, proposed, pending, negotiating, negotiation, quote, quoted, trial, verbal, unsigned, draft, pitch, not signed"),
        (ContractState.Paused, "paused, on hold, hold, suspended, dormant"));

    public static readonly WordReader<VesselDeliveryState> Delivery = new(
        (VesselDeliveryState.Queued, "queued, queue, planned, scheduled, agreed, booked, waiting, confirmed, upcoming, not started, pending, next, ready, quoted"),
        (VesselDeliveryState.UnderWay, "under way, underway, at sea, in transit, en route, departed, sailing, in progress, on the way, started, left, moving, weather hold"),
        (VesselDeliveryState.Delivered, "delivered, arrived, done, complete, completed, closed, finished, handed over"),
        (VesselDeliveryState.Cancelled, "cancelled, canceled, dropped, void, withdrawn, lost"));

    public static readonly WordReader<bool> YesNo = new(
        (true, "yes, y, true, x, fixed, done, 1, sent, paid, invoiced, ok, always"),
        (false, "no, n, false, variable, 0, not yet, unpaid, open, per unit, per trip, never, var, not invoiced, not sent"));

    public static readonly WordReader<EntityKind> Kind = new(
        (EntityKind.Charter, "charter, charters, charter business, boat charter, yacht charter, yacht charters, sailing charters, charter boats, tours, boat tours"),
        (EntityKind.School, "school, academy, courses, lessons, sailing school, training"),
        (EntityKind.Rental, "rental, property, lodging, vacation rental, short term rental, holiday let, house, apartment, airbnb, str, property rental"),
        (EntityKind.Delivery, "delivery, deliveries, yacht delivery, vessel delivery, boat delivery, transport"),
        (EntityKind.Agency, "agency, client portfolio, studio, web agency, consultancy, consulting, client work, services, web studio, design studio"),
        (EntityKind.EquipmentRental, "equipment rental, equipment, trailer rental, dump trailer rental, tool rental, gear rental, machine rental"),
        (EntityKind.Shop, "shop, store, retail, e-commerce, ecommerce, online shop, web shop"));

    /// <summary>Marks that people put for done: a tick, or a box of a task list that is filled.</summary>
    public static bool IsTick(string text) => text is "✓" or "✔" or "✅" or "☑" or "✔️" or "☑️" or "[x]" or "[X]";

    /// <summary>Marks that people put for not done.</summary>
    public static bool IsCross(string text) => text is "✗" or "✘" or "❌" or "☐" or "[ ]" or "✖";
}
