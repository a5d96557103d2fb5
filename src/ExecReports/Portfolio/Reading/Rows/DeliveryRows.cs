using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Deliveries.</summary>
internal static class DeliveryRows
{
    private static readonly Column Vessel = new("Vessel", CellType.Text, "Boat, Yacht, Ship, Delivery, Name, What, Job, Unit, Cargo, Vehicle, Vessel name, Load, Item, Order");
    private static readonly Column From = new("From", CellType.Text, "Origin, Departure port, Start port, Pickup, Pick-up, Port of departure, Leaving from, Start, Departure");
    private static readonly Column To = new("To", CellType.Text, "Destination, Arrival port, Drop-off, Port of arrival, Going to, End, Dropoff, Arrival");
    private static readonly Column Route = new("Route", CellType.Text, "Passage, Leg, Trip");
    private static readonly Column Client = new("Client", CellType.Text, "Customer, Owner, Ordered by, Broker, For, Account");
    private static readonly Column State = new("State", CellType.Words, "Status, Stage, Progress, Delivery status") { Accepts = Vocabulary.Delivery.Knows };
    private static readonly Column Agreed = new("Agreed", CellType.Due, "Agreed date, Due, Due date, Promised, ETA, Agreed arrival, Deadline, Deliver by, Contract date, Target, Agreed by, Promised by, Delivery date, Target date, Agreed delivery, By, Planned arrival");
    private static readonly Column Departed = new("Departed", CellType.Date, "Left, Departure, Departure date, Departed on, Started, Start date, Date departed, Left on, ETD, Sailed");
    private static readonly Column Arrived = new("Arrived", CellType.Date, "Arrival, Arrival date, Arrived on, Delivered, Delivered on, Completed, Actual arrival, Date delivered, Actual date, Date arrived, Handed over, Got there, Got there on");
    private static readonly Column QuotedDays = new("Quoted days", CellType.Number, "Days quoted, Planned days, Days planned, Est. days, Estimated days, Days, Expected days, Days (quoted)");
    private static readonly Column ActualDays = new("Actual days", CellType.Number, "Days taken, Days actual, Real days, Days out, Days used, Days (actual)");
    private static readonly Column QuotedCost = new("Quoted cost", CellType.Money, "Cost quoted, Planned cost, Budget, Estimated cost, Est. cost, Expected cost, Cost estimate, Budgeted cost, Cost (quoted)") { Summed = true };
    private static readonly Column Cost = new("Cost", CellType.Money, "Actual cost, Costs, Expenses, Cost actual, Real cost, Spent, Cost (actual), Total cost") { Summed = true };
    private static readonly Column Price = new("Price", CellType.Money, "Fee, Quote, Revenue, Charge, Rate, Price to client, Quoted price, Amount, Contract price, Contract value, Value, $, Quoted, Income, Our price") { Summed = true };
    private static readonly Column Crew = new("Crew", CellType.Number, "Crew size, Hands, People, Crew count, Crew aboard, Number of crew");
    private static readonly Column Invoiced = new("Invoiced", CellType.Date, "Invoice, Invoice sent, Billing, Invoiced?, Billed?, Billed");
    private static readonly Column InvoicedOn = new("Invoiced on", CellType.Date, "Billed on, Invoice date, Date invoiced, Invoice sent on");
    private static readonly Column Paid = new("Paid", CellType.Date, "Payment, Paid?, Settled, Payment received, Money received?, Money received");
    private static readonly Column PaidOn = new("Paid on", CellType.Date, "Date paid, Payment date, Settled on");
    private static readonly Column Satisfaction = new("Satisfaction", CellType.Number, "Rating, Score, Client rating, CSAT, Feedback, Stars, Mark, Client satisfaction, Review, NPS");

    public static readonly SectionSchema Schema = new(SectionKind.Deliveries, "Deliveries",
        "Delivery, Delivery queue, Yacht deliveries, Vessel deliveries, Jobs, Transports, Passages, Delivery jobs, Delivery log, Boat deliveries, Deliveries queue, Delivery schedule, Moves, Delivery list, Current deliveries, Completed deliveries, Past deliveries, Delivery pipeline, Boats to move, What we move",
        Vessel, From, To, Route, Client, State, Agreed, Departed, Arrived, QuotedDays, ActualDays, QuotedCost, Cost, Price, Crew, Invoiced, InvoicedOn, Paid, PaidOn, Satisfaction) { ListColumns = [Agreed, Price, State] };

    public static VesselDelivery Read(RowCells row)
    {
        var (from, to) = (row.Known(From), row.Known(To));
        if (from is null && to is null && row.Known(Route) is { } route)
            (from, to) = SplitRoute(route);
        else if (row.Known(Route) is { } other)
            row.AddNote($"route {other}");
        var departed = row.Date(Departed);
        var arrived = row.InOrder(departed, row.Date(Arrived), "departure", "arrival");
        var (invoicedOn, invoiced) = row.DateOrYesNo(Invoiced, InvoicedOn);
        var (paidOn, paid) = row.DateOrYesNo(Paid, PaidOn);
        return new VesselDelivery
        {
            At = row.At,
            Vessel = row.Primary,
            From = from,
            To = to,
            Client = row.Known(Client),
            State = row.Word(State, Vocabulary.Delivery) ?? (row.Filled(State) ? VesselDeliveryState.Unknown : ByDates(departed, arrived)),
            Agreed = row.Date(Agreed),
            Departed = departed,
            Arrived = arrived,
            QuotedDays = row.Amount(QuotedDays),
            ActualDays = row.Amount(ActualDays),
            QuotedCost = row.Amount(QuotedCost),
            Cost = row.Amount(Cost),
            Price = row.Amount(Price),
            Crew = row.Amount(Crew),
            Invoiced = invoiced,
            InvoicedOn = invoicedOn,
            Paid = paid,
            PaidOn = row.InOrder(invoicedOn, paidOn, "the invoice", "payment"),
            Satisfaction = row.Amount(Satisfaction),
            Extra = row.Extra,
            Note = row.Note,
        };
    }

    private static VesselDeliveryState ByDates(DateOnly? departed, DateOnly? arrived) =>
        arrived is not null ? VesselDeliveryState.Delivered : departed is not null ? VesselDeliveryState.UnderWay : VesselDeliveryState.Unknown;

    private static (string? From, string? To) SplitRoute(string route)
    {
        foreach (var arrow in (ReadOnlySpan<string>)["→", "->", "=>", "–", "—", " to ", " - "])
        {
            var at = route.IndexOf(arrow, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
                return (route[..at].Trim(), route[(at + arrow.Length)..].Trim());
        }

        return (null, route);
    }
}
