using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Capital: money that is spent once.</summary>
internal static class CapitalRows
{
    private static readonly Column Action = new("Action", CellType.Text, "Item, What, Investment, Purchase, Use, Project, Description, Title, Spend on, Initiative, Name, Use of funds, Buy, Thing, Move, Deployment");
    private static readonly Column Cost = new("Cost", CellType.Money, "Amount, Price, Budget, Spend, Capital, $, Outlay, How much, One-off cost, Estimate, Upfront, Upfront cost, Investment needed, Needed, Capex, Expected cost, Capital needed, Money, Costs") { Summed = true };
    private static readonly Column Return = new("Return per month", CellType.Money,
        "Return, Expected return, Monthly return, Payoff, Brings, Value per month, Expected monthly return, Gain, Worth per month, Benefit, $/month, Saves, ROI, Revenue per month, Monthly benefit, Upside, Return/mo, Return/month, Monthly gain, Brings in, Expected gain, Would bring in")
        { Monthly = true, Summed = true };
    private static readonly Column Owner = new("Owner", CellType.Text, "Who, Responsible, Assigned to, Lead, Role, Person, Assignee");
    private static readonly Column Due = new("Due", CellType.Due, "Due date, By, Deadline, When, Until, Date, Timing, Target date, ETA, Needed by");
    private static readonly Column State = new("State", CellType.Work, "Status, Done, Progress, Approved");

    public static readonly SectionSchema Schema = new(SectionKind.Capital, "Capital",
        "Investments, Investment, Capital deployment, Capex, Capital plan, Capital expenditure, Capital needs, One-off costs, One-time costs, Use of funds, Where to put money, Capital actions, Funding, Spending plan, Investment plan, Capital allocation, Capital priorities, Purchases, Wish list, Capital requests, Where money would go, Money we would like to spend, Money we'd like to spend, What we would buy, Big purchases",
        Action, Cost, Return, Owner, Due, State) { ListColumns = [Cost, Return, Due, State], Ranged = Cost };

    public static CapitalAction Read(RowCells row) => new()
    {
        At = row.At,
        Action = row.Primary,
        Cost = row.Amount(Cost),
        ReturnPerMonth = row.Amount(Return),
        Owner = row.Known(Owner),
        Due = row.Date(Due),
        State = row.State(State),
        Extra = row.Extra,
        Note = row.Note,
    };
}
