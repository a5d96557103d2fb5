using System.Globalization;
using ExecReports.Analysis.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Finance;

/// <summary>A present value that the product computes itself.</summary>
/// <param name="Name">What was computed, with whose it is.</param>
/// <param name="Value">Low and high; null if a term is unknown.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Formula">How, in words.</param>
public sealed record PresentValue(string Name, Bounds? Value, FigureUnit Unit, string Formula)
{
    /// <summary>Terms of a sum that are unknown and left out: the value is at least this.</summary>
    public int Unknown { get; init; }
    /// <summary>The value in words, where a number does not say it; null: the number does.</summary>
    public string? Text { get; init; }
    /// <summary>The rows that it was computed from.</summary>
    public IReadOnlyList<HandoffRow> Rows { get; init; } = [];
}

/// <summary>
/// Present values of what guardrails speak about: gross burn, net burn, runway, break-even, cash, occupancy and others, found by the words of the measure.
/// A measure that says group, portfolio, total or all entities is the group's; any other is that of the entity whose handoff states it.
/// </summary>
public static class PresentValues
{
    private static readonly string[] GroupWords = ["group", "portfolio", "allentities", "overall", "combined", "total"];

    /// <summary>The computed value of a guardrail's measure; null when the product computes nothing of that name and unit.</summary>
    public static PresentValue? Of(PortfolioFacts facts, Handoff entity, Guardrail guardrail)
    {
        var measure = Folded.Of(guardrail.Measure);
        var group = GroupWords.Any(word => measure.Contains(word, StringComparison.Ordinal));
        IReadOnlyList<Handoff> scope = group ? facts.Handoffs : [entity];
        var whose = group ? "the group" : entity.Name;
        var value = Named(measure, InMonths(guardrail.Limit), facts, entity, scope, group, whose);
        return value is null || !Fits(value.Unit, guardrail.Limit) ? null : value;
    }

    private static PresentValue? Named(string measure, bool inMonths, PortfolioFacts facts, Handoff entity, IReadOnlyList<Handoff> scope, bool group, string whose)
    {
        if (Says("breakeven"))
        {
            var point = group ? BreakEven.OfGroup(facts) : BreakEven.Of(entity);
            return new($"break-even of {whose}", point.Units, FigureUnit.Count, "ceiling(fixed monthly cost / contribution per unit)") { Unknown = point.Fixed.Unknown, Rows = [.. point.FixedLines, .. point.Streams.Select(s => s.Stream)] };
        }

        if (Says("runway") || (Says("cash") && inMonths))
        {
            var runway = Runway.Of(scope);
            return new($"runway of {whose}", Ends(runway), FigureUnit.Months, "cash / net burn") { Text = runway.IsKnown && runway.NetBurn is not null ? runway.Words : null, Rows = [.. Balances(runway), .. Costs(scope), .. Contracted(scope)] };
        }

        if (Says("netburn"))
        {
            var rate = Burn.Of(scope).Group;
            return new($"net burn of {whose}", rate.NetOrUnknown, FigureUnit.MoneyPerMonth, "gross burn − contracted revenue") { Unknown = rate.Gross.Unknown, Rows = [.. Costs(scope), .. Contracted(scope)] };
        }

        if (Says("burn") || Says("monthlycost") || Says("runningcost") || Says("costspermonth"))
        {
            var gross = Burn.Of(scope).Group.Gross;
            return new($"gross burn of {whose}", gross.Terms == 0 ? null : gross.Known, FigureUnit.MoneyPerMonth, "sum of monthly costs") { Unknown = gross.Unknown, Rows = [.. Costs(scope)] };
        }

        if (Says("cash"))
        {
            var runway = Runway.Of(scope);
            var cash = runway.Cash;
            return new($"cash of {whose}", cash.Terms == 0 ? null : cash.Known, FigureUnit.Money, "sum of stated balances") { Unknown = cash.Unknown, Rows = [.. Balances(runway)] };
        }

        return group ? null : OfDomain(measure, facts, entity);

        bool Says(string word) => measure.Contains(word, StringComparison.Ordinal);
    }

    private static IEnumerable<HandoffRow> Costs(IReadOnlyList<Handoff> scope) => scope.SelectMany(entity => entity.Costs);

    private static IEnumerable<HandoffRow> Contracted(IReadOnlyList<Handoff> scope) => scope.SelectMany(entity => entity.Revenue).Where(stream => stream.Contracted is not null);

    private static IEnumerable<HandoffRow> Balances(CashRunway runway) => runway.Lines.Where(line => line.Counted).Select(line => line.Position);

    // Cash that does not run out lasts longer than any limit: the far end of the scale stands for it.
    private static Bounds? Ends(CashRunway runway) =>
        runway.Endless ? Bounds.Of(decimal.MaxValue)
        : runway.LowMonths is { } low ? new Bounds(low, runway.HighMonths ?? decimal.MaxValue)
        : null;

    private static PresentValue? OfDomain(string measure, PortfolioFacts facts, Handoff entity)
    {
        if (Says("occupancy"))
            return new($"occupancy of {entity.Name}", One(RentalPerformance.Of(entity, facts.AsOf, facts.Thresholds).Occupancy), FigureUnit.Share, "nights booked / nights available, last 90 nights") { Rows = entity.Bookings };
        if (Says("ontime"))
            return new($"on-time rate of {entity.Name}", One(DeliveryPerformance.Of(entity, facts.AsOf).OnTimeRate), FigureUnit.Share, "arrived by the agreed date / deliveries with both dates") { Rows = entity.Deliveries };
        if (Says("satisfaction") && entity.Deliveries.Count > 0)
            return new($"satisfaction of {entity.Name}", One(DeliveryPerformance.Of(entity, facts.AsOf).Satisfaction), FigureUnit.Number, "mean of the clients' marks") { Rows = entity.Deliveries };
        if (entity.Invoices.Count == 0 && entity.Clients.Count == 0)
            return null;

        var clients = ClientPortfolio.Of(entity, facts.AsOf, facts.Thresholds);
        if (Says("largestclient") || Says("concentration"))
            return new($"largest client's share of {entity.Name}", One(clients.Largest?.Share), FigureUnit.Share, "largest client's share of the invoices sent in the last 365 days") { Rows = entity.Invoices };
        if (Says("dayssalesoutstanding") || measure == "dso")
            return new($"days sales outstanding of {entity.Name}", clients.DaysSalesOutstanding, FigureUnit.Days, "receivables / invoices sent in the last 90 days × 90") { Rows = entity.Invoices };
        if (Says("billinggap") || Says("unbilled"))
            return new($"billing gap of {entity.Name}", Known(clients.BillingGap), FigureUnit.Money, "Σ max(0, work − invoiced)") { Rows = entity.Clients };
        if (!Says("receivable") && !Says("unpaid") && !Says("overdue"))
            return null;
        var digits = string.Concat(measure.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));
        int? over = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : Says("overdue") ? 0 : null;
        return over is { } limit
            ? new($"receivables of {entity.Name} over {limit} days past due", Known(clients.OverdueBy(limit)), FigureUnit.Money, "unpaid invoices more days past due than that") { Rows = entity.Invoices }
            : new($"receivables of {entity.Name}", Known(clients.Receivables), FigureUnit.Money, "unpaid invoices") { Rows = entity.Invoices };

        bool Says(string word) => measure.Contains(word, StringComparison.Ordinal);
        static Bounds? One(decimal? value) => value is { } v ? Bounds.Of(v) : null;
        static Bounds? Known(Total total) => total.Terms == 0 && total.Unknown > 0 ? null : total.Known;
    }

    private static bool InMonths(Amount? limit) => limit is { Unit: AmountUnit.Number, Remark: { } remark } && remark.TrimStart().StartsWith("month", StringComparison.OrdinalIgnoreCase);

    private static bool Fits(FigureUnit unit, Amount? limit) => limit is null || unit switch
    {
        // A limit written without a currency sign ("9,000") is still money where the measure is.
        FigureUnit.Money or FigureUnit.MoneyPerMonth => limit.Unit is AmountUnit.Money or AmountUnit.Number && !InMonths(limit),
        FigureUnit.Share => limit.Unit == AmountUnit.Percent || limit is { Unit: AmountUnit.Number, High: <= 1 },
        _ => limit.Unit == AmountUnit.Number,
    };
}
