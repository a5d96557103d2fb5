using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Costs. Amounts become a month's share.</summary>
internal static class CostRows
{
    private static readonly Column Item = new("Item", CellType.Text, "Cost item, Cost, Expense, What, Description, Line, Line item, Name, Service, Thing, Expenditure, Paid for, What for, Bill, Subscription, Detail, Payment");
    private static readonly Column Vendor = new("Vendor", CellType.Text, "Supplier, Provider, Payee, Paid to, Company, From, Who, Merchant, Who we pay, Who gets it, To whom");
    private static readonly Column Category = new("Category", CellType.Text, "Type, Kind, Group, Class, Bucket, Account, Area, Cost type, Cost category, Department, Dept");
    private static readonly Column Expected = new("Expected", CellType.Money,
        "Cost, Costs, Budget, Budgeted, Planned, Plan, Estimate, Estimated, Amount, Monthly, Monthly cost, $/mo, $/month, $, Price, Per month, Expected cost, Forecast, How much, Fee, Cost per month, Usual, Typical, Range, Rate, Charge, Spend, Expected/mo, Annual, Yearly, Value, Sum paid, Should be, Each time, Costs us")
        { Monthly = true, Summed = true };
    private static readonly Column Actual = new("Actual", CellType.Money,
        "Actual cost, Actuals, Paid, Last month, Real, Spent, Billed, Invoiced, Charged, Last bill, Actual spend, Actually paid, This month, Latest, Last invoice, Current")
        { Monthly = true, Summed = true };
    private static readonly Column Per = new("Per", CellType.Period, "Period, Every, Frequency, Billing, Billed every, Cycle, Interval, Billing period, Billing cycle, Cadence, How often, Term, Recurs, Due every, Billed, Paid every");
    private static readonly Column Fixed = new("Fixed", CellType.YesNo, "Fixed cost, Is fixed, Fixed or variable, Fixed/variable, Fixed?, Behaviour, Behavior, Nature, Fixed vs variable, F/V");
    private static readonly Column Variable = new("Variable", CellType.YesNo, "Variable cost, Is variable, Variable?");
    private static readonly Column Saving = new("Saving", CellType.Money,
        "Savings, Could save, Possible saving, Potential saving, Potential savings, Can save, Save, Saveable, Possible savings, Saving per month, Could be saved, Savings opportunity, Avoidable")
        { Monthly = true, Summed = true };

    public static readonly SectionSchema Schema = new(SectionKind.Costs, "Costs",
        "Cost, Expenses, Expense, Spending, Spend, Burn, Burn rate, Overhead, Overheads, Outgoings, Budget, Running costs, Monthly costs, Monthly burn, Monthly expenses, Fixed costs, Variable costs, Operating costs, Operating expenses, Opex, Bills, Subscriptions, What we pay, "
            + "Cost structure, Costs and vendors, Cost breakdown, Expenditure, Recurring costs, What it costs, Monthly spend, Money out, What it costs us, Outgoing payments, Regular payments, Payments we make, What eats money, Subscriptions we pay, What goes out, Where the money goes",
        Item, Vendor, Category, Expected, Actual, Per, Fixed, Variable, Saving) { ListColumns = [Expected, Actual, Per], Group = Category, Ranged = Expected };

    public static CostLine Read(RowCells row)
    {
        var category = row.Known(Category) ?? row.SubHeading;
        var kind = FoldedName.Of(category ?? "");
        var answer = row.YesNo(Fixed) ?? (row.YesNo(Variable) is { } variable ? !variable : null);
        return new CostLine
        {
            At = row.At,
            Item = row.Text(Item) ?? row.Text(Vendor) ?? row.Primary,
            Vendor = row.Known(Vendor),
            Category = category ?? "Uncategorised",
            Expected = row.Amount(Expected, Per),
            Actual = row.Amount(Actual, Per),
            Fixed = answer ?? kind is not ("variable" or "variablecosts" or "variablecost"),
            // "Saving per month" beside Per is a month's, however the line itself is paid.
            Saving = row.Amount(Saving, row.PeriodOf(Saving) is null ? Per : null),
            SavingAsWritten = row.Cell(Saving),
            Extra = row.Extra,
            Note = row.Note,
        };
    }
}
