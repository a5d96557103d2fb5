using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Deposits.</summary>
internal static class DepositRows
{
    private static readonly Column Reference = new("Reference", CellType.Text, "Ref, For, Booking, Trip, Client, Customer, Guest, What, Name, Charter, Item, Deposit for, Order, Job, Deposit");
    private static readonly Column Stream = new("Stream", CellType.Text, "Revenue stream, Service, Product, Type, Kind, Offer");
    private static readonly Column Taken = new("Taken", CellType.Money, "Amount, Deposit amount, Received, Paid, Deposit taken, Deposit paid, $, Value, Collected, Prepaid, Money, Deposit received, Held, Amount taken, How much") { Summed = true };
    private static readonly Column TakenOn = new("Taken on", CellType.Date, "Date, Received on, Paid on, Date taken, Deposit date, Date received, Taken date, Date paid, On, When, Collected on");
    private static readonly Column ServiceOn = new("Service on", CellType.Date, "Service date, Trip date, Earned on, Sails, Sail date, Sailing, Date of service, Charter date, Event date, Due, Service, Sails on, Trip on, Earned, Delivered on, Performed on, Date of trip, Arrival");
    private static readonly Column Refunded = new("Refunded", CellType.Money, "Refund, Refund amount, Given back, Returned, Amount refunded") { Summed = true };
    private static readonly Column RefundedOn = new("Refunded on", CellType.Date, "Refund date, Date refunded, Refund on, Returned on");
    private static readonly Column State = new("State", CellType.Work, "Status, Done, Progress");

    public static readonly SectionSchema Schema = new(SectionKind.Deposits, "Deposits",
        "Deposit, Prepayments, Advance payments, Deferred revenue, Unearned revenue, Customer deposits, Held deposits, Deposits held, Prepaid, Advances, Money held, Deposits taken, Charter deposits, Client deposits, Security deposits, Down payments, Money we hold for trips, Money we hold",
        Reference, Stream, Taken, TakenOn, ServiceOn, Refunded, RefundedOn, State) { ListColumns = [Taken, TakenOn, ServiceOn] };

    public static Deposit Read(RowCells row)
    {
        var taken = row.Date(TakenOn);
        var service = row.InOrder(taken, row.Date(ServiceOn), "the day taken", "service");
        var refunded = row.InOrder(taken, row.Date(RefundedOn), "the day taken", "refund");
        return new Deposit
        {
            At = row.At,
            Reference = row.Primary,
            Stream = row.Known(Stream),
            Taken = row.Amount(Taken),
            TakenOn = taken,
            ServiceOn = service,
            Refunded = row.Amount(Refunded),
            RefundedOn = refunded,
            State = row.State(State),
            Extra = row.Extra,
            Note = row.Note,
        };
    }
}
