namespace Judge;

/// <summary>Figures of the delivery report.</summary>
internal static class DeliveryRules
{
    public static Span? Compute(Cited f, string id)
    {
        var all = f.Under("Deliveries").ToList();
        var priced = all.Where(line => line.Status == "delivered" && Price(line) is not null && Cost(line) is not null).ToList();
        return id switch
        {
            "billing.notinvoiced" => Rules.Sum(all.Where(line => line.Status == "delivered" && line["Invoiced"] == "no").Select(Price)),
            "queue" => Rules.Count(all.Where(line => line.Status is "queued" or "under way")),
            "late" => Rules.Count(all.Where(line => line.Status is "queued" or "under way" && Cell.Day(line["Agreed"]) < f.AsOf)),
            "margin" => Rules.Sum(priced.Select(line => Price(line) - Cost(line))),
            "margin.delivery" => Rules.Sum(priced.Select(line => Price(line) - Cost(line))) / priced.Count,
            "cost.delivery" => Rules.Sum(priced.Select(Cost)) / priced.Count,
            "billing.unpaid" => Rules.Sum(all.Where(line => Cell.Day(line["Invoiced"]) is not null && line["Paid"] == "no").Select(Price)),
            "billing.paid" => Rules.Sum(all.Where(line => Cell.Day(line["Paid"]) is not null).Select(Price)),
            "quoted.cost" => Rules.Sum(all.Where(line => line.Status == "delivered" && Cost(line) is not null).Select(line => Cost(line) - Cell.Number(line["Quoted cost"]))),
            _ => throw new NoRuleException(),
        };
    }

    private static Span? Price(Line line) => Cell.Number(line["Price"]);

    private static Span? Cost(Line line) => Cell.Number(line["Cost"]);
}
