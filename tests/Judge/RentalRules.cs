namespace Judge;

/// <summary>Figures of the rental report.</summary>
internal static class RentalRules
{
    private const int Window = 90;

    public static Span? Compute(Cited f, string id)
    {
        var stays = f.Under("Bookings").ToList();
        var (from, to) = (f.AsOf.AddDays(-Window), f.AsOf.AddDays(-1));
        var arrivals = stays.Where(line => Arrive(line) >= from && Arrive(line) <= to && IsStay(line)).ToList();
        var open = f.Under("Maintenance").Where(line => line.IsOpen && Cell.Day(line["Repaired"]) is null).ToList();
        var revenue = Spread(stays, from, to, "Total");
        var booked = Nights(stays, from, to, IsStay);
        var available = Window - Nights(stays, from, to, IsAway);
        return id switch
        {
            "revpan" => revenue / available,
            "revenue.booking" => Rules.Sum(arrivals.Select(line => Cell.Number(line["Total"]))) / arrivals.Count,
            "fees.booking" => Rules.Sum(arrivals.Select(line => Cell.Number(line["Fees"]))) / arrivals.Count,
            "nights.booked" => Span.One(booked),
            "nights.available" => Span.One(available),
            "ahead.booked" => Span.One(Nights(stays, f.AsOf, f.AsOf.AddDays(89), IsStay)),
            "ahead.unsold" => Span.One(Unsold(stays, f.AsOf)),
            "ahead.unsold.worth" => revenue / booked * Unsold(stays, f.AsOf),
            "ahead.lastyear" => Span.One(Nights([.. stays.Where(line => Cell.Day(line["Booked on"]) <= f.AsOf.AddYears(-1))], f.AsOf.AddYears(-1), f.AsOf.AddYears(-1).AddDays(89), IsStay)),
            "revenue" => revenue,
            "fees" => Spread(stays, from, to, "Fees"),
            "costs" => Costs(f),
            "repairs" => Repairs(f, from, to),
            "net" => revenue - Spread(stays, from, to, "Fees") - Costs(f) - Repairs(f, from, to),
            "maintenance.open" => Rules.Count(open),
            "maintenance.cost" => Rules.Sum(open.Select(line => Cell.Number(line["Cost"]))),
            _ => throw new NoRuleException(),
        };
    }

    /// <summary>Nights booked / nights available of the last 90.</summary>
    public static Span? Occupancy(IReadOnlyList<Line> stays, DateOnly asOf)
    {
        var (from, to) = (asOf.AddDays(-Window), asOf.AddDays(-1));
        return Span.One((decimal)Nights(stays, from, to, IsStay) / (Window - Nights(stays, from, to, IsAway)));
    }

    private static Span Costs(Cited f) => Rules.Sum(f.Under("cost").Select(line => line.Monthly))!.Value * (12m * Window) / 365;

    private static Span Repairs(Cited f, DateOnly from, DateOnly to) =>
        Rules.Sum(f.Under("Maintenance").Where(line => Cell.Day(line["Repaired"]) >= from && Cell.Day(line["Repaired"]) <= to).Select(line => Cell.Number(line["Cost"]))) ?? Span.Zero;

    private static DateOnly? Arrive(Line line) => Cell.Day(line["Arrive"]);

    private static bool IsStay(Line line) => line.Status is "done" or "confirmed";

    private static bool IsAway(Line line) => line.Status is "owner" or "blocked";

    private static IEnumerable<DateOnly> NightsOf(Line line)
    {
        for (var night = Arrive(line)!.Value; night < Cell.Day(line["Leave"])!.Value; night = night.AddDays(1))
            yield return night;
    }

    private static int Nights(IReadOnlyList<Line> stays, DateOnly from, DateOnly to, Func<Line, bool> counts) =>
        stays.Where(counts).SelectMany(NightsOf).Where(night => night >= from && night <= to).Distinct().Count();

    private static int Unsold(IReadOnlyList<Line> stays, DateOnly asOf) => 90 - Nights(stays, asOf, asOf.AddDays(89), line => IsStay(line) || IsAway(line));

    private static Span Spread(IReadOnlyList<Line> stays, DateOnly from, DateOnly to, string column) => stays.Where(IsStay).Aggregate(Span.Zero, (sum, line) =>
    {
        var nights = NightsOf(line).ToList();
        return sum + ((Cell.Number(line[column]) ?? Span.Zero) * nights.Count(night => night >= from && night <= to) / nights.Count);
    });
}
