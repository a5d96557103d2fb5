using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Roadmap.</summary>
internal static class RoadmapRows
{
    private static readonly Column Title = new("Item", CellType.Text,
        "Step, Milestone, Task, What, Title, Action, Goal, Feature, Deliverable, Description, Initiative, Project, Name, Work, Next step, To do, Objective, Plan");
    private static readonly Column Owner = new("Owner", CellType.Text, "Who, Responsible, Assigned to, Assignee, Lead, Role, Person, Team");
    private static readonly Column Due = new("Due", CellType.Due, "Due date, By, Deadline, When, Until, Date, Target date, Target, Timing, ETA, By when, Month, Quarter, Finish, Due by, Timeline, Planned, Ship date, Launch");
    private static readonly Column Worth = new("Worth per month", CellType.Money,
        "Monthly worth, Value, Worth, Value per month, $/month, Monthly value, Expected return, Impact, Revenue per month, Return, Benefit, $/mo, Adds, Upside, Monthly revenue, Expected value, Return per month, Brings, Revenue, Monthly benefit")
        { Monthly = true };
    private static readonly Column Cost = new("Cost", CellType.Money, "Costs, Budget, Price, One-off cost, Investment, Spend, Cost once, Estimate, Estimated cost");
    private static readonly Column Urgency = new("Urgency", CellType.Grade, "Priority, Importance, Severity, Prio, Criticality, P");
    private static readonly Column State = new("State", CellType.Work, "Status, Done, Progress, Stage, Complete");

    public static readonly SectionSchema Schema = new(SectionKind.Roadmap, "Roadmap",
        "Road map, Plan, Plans, Milestones, Next steps, To do, Todo, Todos, Tasks, Backlog, Timeline, Upcoming, What is next, What's next, Next, Action items, Actions, Priorities, 30/60/90, 30-60-90, 30/60/90 days, 30/60/90 plan, 30-day plan, 60-day plan, 90-day plan, 30 days, 60 days, 90 days, "
            + "Next 30 days, Next 60 days, Next 90 days, Project plan, Initiatives, Product roadmap, Work plan, Open items, Open tasks, Pending work, In progress, Up next, Schedule, Later, Done, Action plan, Next season, Coming up",
        Title, Owner, Due, Worth, Cost, Urgency, State) { ListColumns = [Due, Worth, Cost, Urgency, State] };

    public static RoadmapItem Read(RowCells row)
    {
        var due = row.Date(Due);
        if (due is null && !row.Filled(Due) && row.SubHeading is { } heading && DateReader.Read(heading, due: true) is { Date: { } end })
            due = end;
        return new RoadmapItem
        {
            At = row.At,
            Title = row.Primary,
            Owner = row.Known(Owner),
            Due = due,
            MonthlyWorth = row.Amount(Worth),
            Cost = row.Amount(Cost),
            Urgency = row.Grade(Urgency),
            State = row.Filled(State) || FoldedName.Of(row.SubHeading ?? row.SectionHeading) is not ("done" or "completed" or "shipped") ? row.State(State) : WorkState.Done,
            Extra = row.Extra,
            Note = row.Note,
        };
    }
}
