using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Revenue. A table with a row per month, and columns per month, are joined to their streams by <see cref="RevenueMonths"/>.</summary>
internal static class RevenueRows
{
    public static readonly Column Name = new("Stream", CellType.Text, "Name, Product, Service, Item, What, Source, Revenue stream, Income, Offer, Offering, Line, Revenue source, Type, Income stream, What we sell, Package, Course, Lesson, Tour");
    private static readonly Column Price = new("Price", CellType.Money, "Price per unit, Unit price, Rate, Per unit, Average price, Avg price, Fee, Ticket, Price each, Average sale, Amount, $, Charge, Average ticket, List price, What we charge, Selling price, How much, Sells for, We charge");
    private static readonly Column VariableCost = new("Variable cost", CellType.Money,
        "Variable cost per unit, Unit cost, Cost per unit, Variable, Direct cost, Cost, Variable costs, Cost each, COGS, Marginal cost, Direct costs, Costs per unit, Cost to deliver, What it costs us, Costs us, Ingredients, Materials");
    public static readonly Column Units = new("Units per month", CellType.Number,
        "Units, Volume, Units/month, Per month, Quantity, Qty, Count, Sold, Sales per month, How many, Number, Units a month, Monthly units, Units/mo, Monthly volume, Trips per month, Bookings per month, How many a month, Sold per month, Students, Students per month, How many sold") { Monthly = true };
    private static readonly Column Contracted = new("Contracted", CellType.Money,
        "Recurring, Contracted per month, Recurring revenue, MRR, Retainer, Retainers, Contracted revenue, Monthly recurring, Already contracted, Committed, Signed, Guaranteed, Contracted/month, Recurring per month") { Monthly = true, Summed = true };
    private static readonly Column Earned = new("Earned", CellType.Text, "Earned when, Recognised, Recognized, Recognition, When earned, Recognised when, Recognized when, Earned on, Revenue recognition, Recognise when, Recognize when, Rule, Counts when");
    private static readonly Column Deferred = new("Deferred", CellType.Text, "Deferred until, Deferral, Defer, Deferred to, Held until, Defer until");
    private static readonly Column Account = new("Account", CellType.Text, "Ledger account, GL, GL account, Account code, Booked to, Account no, Account number, Ledger, Chart of accounts");
    public static readonly Column Month = new("Month", CellType.Text, "Months, Calendar month, In month");

    public static readonly SectionSchema Schema = new(SectionKind.Revenue, "Revenue",
        "Revenues, Income, Sales, Revenue streams, Streams, Pricing, Prices, Earnings, Revenue model, Business model, What we sell, Products, Services, Products and services, Rates, Offerings, Money in, Turnover, Revenue and pricing, Monetization, Monetisation, How we make money, "
            + "Price list, Revenue recognition, Units, Seasonality, Units by month, Volume, Recurring revenue, Sales figures, Products and prices, What comes in, What brings money in, Course income",
        Name, Price, VariableCost, Units, Contracted, Earned, Deferred, Account, Month) { ListColumns = [Price, Units], Ranged = Price };

    public static RevenueStream Read(RowCells row) => new()
    {
        At = row.At,
        Name = row.Text(Name) ?? row.SubHeading ?? row.Primary,
        Price = row.Amount(Price),
        VariableCost = row.Amount(VariableCost),
        UnitsPerMonth = row.Filled(Month) ? null : row.Amount(Units),
        UnitsByMonth = RevenueMonths.FromColumns(row),
        Contracted = row.Amount(Contracted),
        Earned = row.Known(Earned),
        Deferred = row.Known(Deferred),
        Account = row.Known(Account),
        Extra = row.Extra,
        Note = row.Note,
    };
}
