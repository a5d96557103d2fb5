using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Bookings.</summary>
internal static class BookingRows
{
    private static readonly Column Reference = new("Booking", CellType.Text, "Reference, Guest, Ref, Trip, Name, Party, Customer, Charter, Reservation, Booking ref, Id, Client, Who, Booking no, Confirmation, Guest name, Stay, Renter");
    private static readonly Column Arrive = new("Arrive", CellType.Date, "Arrival, Check-in, Check in, From, Start, Date, Checkin, Arrives, In, First night, Start date, Trip date, Arrival date, Begins, Check-in date, Day, Sails, Pickup, Pick-up, Out");
    private static readonly Column Leave = new("Leave", CellType.Date, "Departure, Check-out, Check out, To, End, Checkout, Leaves, Out, Until, End date, Departs, Departure date, Ends, Check-out date, Return, Drop-off, Back");
    private static readonly Column Total = new("Total", CellType.Money, "Amount, Gross, Price, Revenue, Total price, Value, Gross total, Payout, Paid, $, Charge, Fare, Rent, Booking total, Gross revenue, Total paid, Gross amount, Booking value, Charged") { Summed = true };
    private static readonly Column Fees = new("Fees", CellType.Money, "Fee, Platform fee, Commission, Cleaning, Cleaning fee, Platform fees, Service fee, Channel fee, Host fee, Total fees, Commissions") { Summed = true };
    private static readonly Column State = new("State", CellType.Words, "Status, Booking status, Confirmed, Kind") { Accepts = Vocabulary.Booking.Knows };
    private static readonly Column Channel = new("Channel", CellType.Text, "Source, Platform, Via, Booked via, Site, OTA, Through, Where from, Booking channel, Came from");
    private static readonly Column BookedOn = new("Booked on", CellType.Date, "Booked, Date booked, Booking date, Reserved on, Made on, Created, Booked at");
    private static readonly Column Stream = new("Stream", CellType.Text, "Service, Product, Type, Revenue stream, Trip type, Package, Offer, Charter type, Unit, Vessel, Boat, Trailer");
    private static readonly Column Guests = new("Guests", CellType.Number, "Pax, People, Party size, Number of guests, Passengers, Persons, Headcount, No of guests, # of guests, # guests");
    private static readonly Column Nights = new("Nights", CellType.Number, "Number of nights, No of nights");

    public static readonly SectionSchema Schema = new(SectionKind.Bookings, "Bookings",
        "Booking, Reservations, Stays, Calendar, Trips, Charters booked, Booked charters, Guests, Rentals, Booking calendar, Reservation list, Upcoming trips, Upcoming bookings, Rental bookings, Guest stays, Charter bookings, Charter calendar, Past bookings, Occupancy, Booked trips, Trip log, Who is coming, Who's coming, Who rents, Rental log, Guests coming",
        Reference, Arrive, Leave, Total, Fees, State, Channel, BookedOn, Stream, Guests, Nights) { ListColumns = [Arrive, Leave, Total, State] };

    public static Booking Read(RowCells row)
    {
        var arrive = row.Date(Arrive);
        var leave = row.InOrder(arrive, row.Date(Leave), "arrival", "departure");
        // Nights stand in for a day of leaving that is not written.
        if (leave is null && arrive is { } first && !row.Filled(Leave) && row.Amount(Nights) is { } nights && nights.Low == nights.High && nights.Low > 0 && nights.Low < 1000)
            leave = first.AddDays((int)nights.Low);
        else if (arrive is { } start && leave is { } end && row.Amount(Nights) is { } stated && stated.High < end.DayNumber - start.DayNumber | stated.Low > end.DayNumber - start.DayNumber)
            row.Context.Warning("nights-differ", row.At, $"{row.Cell(Nights)} nights", $"{end.DayNumber - start.DayNumber}, from {start:yyyy-MM-dd} to {end:yyyy-MM-dd}");
        return new Booking
        {
            At = row.At,
            Reference = row.Primary,
            Arrive = arrive,
            Leave = leave,
            Total = row.Amount(Total),
            Fees = row.Amount(Fees),
            State = !row.Filled(State) ? ByName(row) : row.Word(State, Vocabulary.Booking) ?? BookingState.Unknown,
            Channel = row.Known(Channel),
            BookedOn = row.Date(BookedOn),
            Stream = row.Known(Stream),
            Guests = row.Amount(Guests),
            Extra = row.Extra,
            Note = row.Note,
        };
    }

    // "Owner stay" or "Blocked" in the guest's place says what the nights are.
    private static BookingState ByName(RowCells row) => FoldedName.Of(row.Primary) switch
    {
        var name when name.Contains("ownerstay", StringComparison.Ordinal) || name.Contains("owneruse", StringComparison.Ordinal) => BookingState.Owner,
        "owner" or "owners" => BookingState.Owner,
        "blocked" or "block" or "maintenance" or "maintenanceblock" or "repairs" => BookingState.Blocked,
        _ => BookingState.Confirmed,
    };
}
