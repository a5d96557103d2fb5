namespace Judge;

/// <summary>Figures of the client report.</summary>
internal static class ClientRules
{
    public static Span? Compute(Cited f, string id)
    {
        var unpaid = f.Under("Invoices").Where(IsUnpaid).ToList();
        var clients = f.Under("Clients").ToList();
        if (id.StartsWith("ageing.", StringComparison.Ordinal))
            return Rules.Sum(unpaid.Where(line => Band(Age(line, f.AsOf)) == id["ageing.".Length..]).Select(Money));
        return id switch
        {
            "overdue" => Rules.Sum(unpaid.Where(line => Age(line, f.AsOf) > 0).Select(Money)),
            "overdue.count" => Rules.Count(unpaid.Where(line => Age(line, f.AsOf) > 0)),
            "receivables" => Rules.Sum(unpaid.Select(Money)),
            "billing.gap" => Rules.Sum(clients.Select(line => Over(line, "Work done", "Invoiced"))),
            "billing.ahead" => Rules.Sum(clients.Select(line => Over(line, "Invoiced", "Work done"))),
            "sent.90" => Rules.Sum(f.Under("Invoices").Where(line => line.Status != "void" && Cell.Day(line["Sent"]) > f.AsOf.AddDays(-90) && Cell.Day(line["Sent"]) <= f.AsOf).Select(Money)),
            "renewals" => Rules.Count(clients.Where(line => line["Contract"] == "active" && Cell.Day(line["Renews"]) is { } day && day >= f.AsOf && day <= f.AsOf.AddDays(90))),
            _ => throw new NoRuleException(),
        };
    }

    /// <summary>Whether an invoice is sent and neither paid nor void.</summary>
    public static bool IsUnpaid(Line line) => Cell.Day(line["Paid"]) is null && line.Status != "void";

    /// <summary>Days past due; null without a due date.</summary>
    public static int? Age(Line line, DateOnly asOf) => Cell.Day(line["Due"]) is { } due ? asOf.DayNumber - due.DayNumber : null;

    /// <summary>The largest client's share of what was invoiced in the last 365 days.</summary>
    public static Span? LargestShare(IReadOnlyList<Line> invoices, DateOnly asOf)
    {
        var sent = invoices.Where(line => line.Status != "void" && Cell.Day(line["Sent"]) > asOf.AddDays(-365) && Money(line) is not null).ToList();
        return Span.One(sent.GroupBy(line => line["Client"]).Max(group => group.Sum(line => Money(line)!.Value.Low)) / sent.Sum(line => Money(line)!.Value.Low));
    }

    private static Span? Money(Line line) => Cell.Number(line["Amount"]);

    private static Span? Over(Line line, string one, string other) =>
        Cell.Number(line[one]) is { } a && Cell.Number(line[other]) is { } b ? Span.One(Math.Max(0, a.Low - b.Low)) : null;

    private static string Band(int? age) => age switch
    {
        null => "unknown",
        <= 0 => "current",
        <= 30 => "30",
        <= 60 => "60",
        <= 90 => "90",
        _ => "over90",
    };
}
