using System.Text.Json;

namespace Judge;

/// <summary>Figures of the CMO report.</summary>
internal static class CmoRules
{
    public static Span? Compute(Cited f, string id)
    {
        var campaigns = f.Under("Campaigns").ToList();
        return id switch
        {
            "campaign.recipients" => campaigns.Select(line => Cell.Number(line["Audience"])).MaxBy(audience => audience?.High),
            "campaign.upside" => Rules.Sum(campaigns.Select(line => (Span?)(Bookings(line) * Value(line)))),
            "campaign.upside.capped" => Rules.Sum(campaigns.GroupBy(line => line.Entity).Select(group => (Span?)Capped(f, group.Key, [.. group]))),
            "campaign.audience" => Rules.Sum(campaigns.Select(line => Cell.Number(line["Audience"]))),
            _ when id.StartsWith("channels.", StringComparison.Ordinal) => Rules.Count(f.Under("Channels").Where(line => line["State", "Status"] == id["channels.".Length..])),
            _ => throw new NoRuleException(),
        };
    }

    private static Span Bookings(Line line) => new[] { line["Audience"], line["Deliverable"], line["Open", "Open rate"], line["Click", "Click rate"], line["Booking", "Booking rate"] }
        .Aggregate(Span.One(1), (product, cell) => product * Cell.Number(cell)!.Value);

    private static Span Value(Line line) => Cell.Number(line["Value per booking", "Value"])!.Value;

    private static Span Capped(Cited f, string entity, IReadOnlyList<Line> campaigns)
    {
        var boats = f.Boats.Where(boat => boat.GetProperty("entity").GetString() == entity).ToList();
        if (boats.Count == 0)
            return campaigns.Aggregate(Span.Zero, (sum, line) => sum + (Bookings(line) * Value(line)));
        decimal free = boats.Sum(boat => Free(f, entity, boat));
        return new Span(Fit(free, campaigns.Select(line => (Bookings(line).Low, Value(line).Low))), Fit(free, campaigns.Select(line => (Bookings(line).High, Value(line).High))));
    }

    private static decimal Fit(decimal days, IEnumerable<(decimal Bookings, decimal Value)> campaigns)
    {
        var money = 0m;
        foreach (var (bookings, value) in campaigns.OrderByDescending(one => one.Value))
        {
            money += Math.Min(days, bookings) * value;
            days -= Math.Min(days, bookings);
        }

        return money;
    }

    // A boat's days of the next 90 on which it is neither out nor away.
    private static int Free(Cited f, string entity, JsonElement boat)
    {
        static DateOnly Day(JsonElement record, string name) => Cell.Day(record.GetProperty(name).GetString())!.Value;
        var spans = boat.GetProperty("unavailable").EnumerateArray().Select(span => (From: Day(span, "from"), To: Day(span, "to")))
            .Concat(f.Trips.Where(trip => trip.GetProperty("entity").GetString() == entity && trip.GetProperty("boat").GetString() == boat.GetProperty("name").GetString()
                && trip.GetProperty("state").GetString() is "booked" or "done").Select(trip => (From: Day(trip, "start"), To: Day(trip, trip.TryGetProperty("end", out _) ? "end" : "start")))).ToList();
        return Enumerable.Range(1, 90).Select(f.AsOf.AddDays).Count(day => !spans.Any(span => day >= span.From && day <= span.To));
    }
}
