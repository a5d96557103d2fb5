using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Maintenance.</summary>
internal static class MaintenanceRows
{
    private static readonly Column Title = new("Item", CellType.Text, "Issue, Repair, What, Task, Problem, Title, Work, Job, Description, Work order, Name, Maintenance, Fault, Defect, What's wrong, What is wrong, Broken");
    private static readonly Column Reported = new("Reported", CellType.Date, "Reported on, Date, Opened, Found, Date reported, Logged, Since, Raised, Open since, Noticed, Created, Date opened");
    private static readonly Column Repaired = new("Repaired", CellType.Date, "Repaired on, Fixed, Fixed on, Completed, Closed, Done on, Date fixed, Resolved, Completed on, Finished, Closed on, Date closed, Date done, Date repaired");
    private static readonly Column Cost = new("Cost", CellType.Money, "Amount, Price, Quote, Paid, Estimate, Spend, $, Quoted, Cost paid, Bill, Est. cost, Estimated cost, Repair cost") { Summed = true };
    private static readonly Column State = new("State", CellType.Work, "Status, Done, Progress");
    private static readonly Column Urgency = new("Urgency", CellType.Grade, "Priority, Severity, Importance, Prio, Level, How bad");
    private static readonly Column Owner = new("Owner", CellType.Text, "Who, Responsible, Assigned to, Contractor, Vendor, Assignee, Role, Person, Done by");

    public static readonly SectionSchema Schema = new(SectionKind.Maintenance, "Maintenance",
        "Repairs, Upkeep, Work orders, Maintenance pipeline, Maintenance log, Repair log, Fixes, Property maintenance, Vessel maintenance, Boat maintenance, Service log, Maintenance items, Maintenance and repairs, Fix list, Punch list, Snag list, Things to fix, Fixing list, What to fix, Needs fixing",
        Title, Reported, Repaired, Cost, State, Urgency, Owner) { ListColumns = [Cost, Reported, Urgency, State] };

    public static MaintenanceItem Read(RowCells row)
    {
        var reported = row.Date(Reported);
        var (repairedOn, answer) = row.DateOrYesNo(Repaired);
        return new MaintenanceItem
        {
            At = row.At,
            Title = row.Primary,
            Reported = reported,
            Repaired = row.InOrder(reported, repairedOn, "the day reported", "repair"),
            Cost = row.Amount(Cost),
            State = !row.Filled(State) && answer == true ? WorkState.Done : row.State(State),
            Urgency = row.Grade(Urgency),
            Owner = row.Known(Owner),
            Extra = row.Extra,
            Note = row.Note,
        };
    }
}
