namespace Judge;

/// <summary>How each figure follows from the lines that it cites: the definitions of <c>docs/figures.md</c>, written down a second time.</summary>
internal static class Rules
{
    /// <summary>The value; null where the sources do not tell it. Throws <see cref="NoRuleException"/>.</summary>
    public static Span? Compute(Cited f)
    {
        var kind = f.Report.Split('-')[0];
        var id = f.Id.Split(':')[0];
        return kind switch
        {
            "ceo" => CeoRules.Compute(f, id),
            "cto" => CtoRules.Compute(f, id),
            "accounting" => AccountingRules.Compute(f, id),
            "cmo" => CmoRules.Compute(f, id),
            "cfo" => CfoRules.Compute(f, id),
            "rental" => RentalRules.Compute(f, id),
            "delivery" => DeliveryRules.Compute(f, id),
            "clients" => ClientRules.Compute(f, id),
            _ => throw new NoRuleException(),
        };
    }

    /// <summary>The sum of the known terms; null if there are terms and none is known.</summary>
    public static Span? Sum(IEnumerable<Span?> terms)
    {
        var all = terms.ToList();
        return all.Count > 0 && all.All(term => term is null) ? null : all.OfType<Span>().Aggregate(Span.Zero, (sum, term) => sum + term);
    }

    public static Span Count<T>(IEnumerable<T> counted) => Span.One(counted.Count());

    public static Span Mean(IReadOnlyList<Span> terms) => terms.Aggregate(Span.Zero, (sum, term) => sum + term) / terms.Count;
}
