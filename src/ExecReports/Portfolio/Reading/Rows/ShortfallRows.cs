using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Shortfalls.</summary>
internal static class ShortfallRows
{
    private static readonly Column Title = new("Shortfall", CellType.Text,
        "Gap, Problem, Issue, What, What is missing, Missing, Title, Item, Need, Risk, Description, Blocker, Pain, Weakness, Name, Concern, What's missing, What's broken, Finding");
    private static readonly Column Urgency = new("Urgency", CellType.Grade, "Priority, Severity, Criticality, Importance, Urgent, Level, How urgent, Prio, Rank, Sev, Impact level, How bad");
    private static readonly Column Money = new("Money per month", CellType.Money,
        "Cost per month, Impact, $/month, Monthly impact, Lost per month, Loss, Worth, Business impact, Money, $/mo, Costs us, Value, Monthly cost, Cost, Revenue lost, Lost revenue, Impact per month, Per month, Monthly loss, Money lost, Amount, Financial impact, Losing, What it costs, $ impact, Impact/month, Value per month, Losing us")
        { Monthly = true, Summed = true };
    private static readonly Column Owner = new("Owner", CellType.Text, "Who, Responsible, Assigned to, Assignee, Lead, Role, Owned by, Person, Who's on it, Who is on it");
    private static readonly Column Due = new("Due", CellType.Due, "Due date, By, Deadline, When, Until, Date, Due by, Target date, By when, Fix by, ETA, Needed by");
    private static readonly Column Action = new("Action", CellType.Text, "Next step, Fix, To do, Remedy, Next action, Plan, Solution, Mitigation, Next steps, What to do, How to fix, Resolution, Proposed fix");
    private static readonly Column State = new("State", CellType.Work, "Status, Done, Progress, Closed, Resolved, Fixed");

    public static readonly SectionSchema Schema = new(SectionKind.Shortfalls, "Shortfalls",
        "Shortfall, Gaps, Problems, Issues, Critical shortfalls, Blockers, Pain points, Risks, What is missing, Missing, Weaknesses, Known issues, Open issues, Critical issues, Critical gaps, Challenges, Concerns, What's missing, What's broken, Needs, Deficiencies, Pain, Bottlenecks, "
            + "Known problems, Top problems, Business gaps, Obstacles, What hurts, What is not working, What's not working, What keeps us up at night, What worries us, Worries, Open problems",
        Title, Urgency, Money, Owner, Due, Action, State) { ListColumns = [Urgency, Money, Due, State] };

    public static Shortfall Read(RowCells row) => new()
    {
        At = row.At,
        Title = row.Primary,
        Urgency = row.Grade(Urgency),
        UrgencyAsWritten = row.Text(Urgency),
        MoneyPerMonth = row.Amount(Money),
        Owner = row.Known(Owner),
        Due = row.Date(Due),
        Action = row.Known(Action),
        State = row.State(State),
        Extra = row.Extra,
        Note = row.Note,
    };
}
