using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section UX.</summary>
internal static class UxRows
{
    private static readonly Column Title = new("Deficit", CellType.Text, "UX deficit, Issue, Problem, What, Title, Item, Gap, Friction, Description, Finding, Complaint, Pain point, Name, UX issue, Observation");
    private static readonly Column Where = new("Where", CellType.Text, "Page, Screen, Flow, Journey, Location, Step, Area, Surface, Device, View");
    private static readonly Column Impact = new("Impact", CellType.Text, "Effect, Costs, Consequence, Why it matters, Result, User impact, What it costs, Business impact, Cost");
    private static readonly Column Severity = new("Severity", CellType.Grade, "Urgency, Priority, Level, Criticality, Sev, Prio, How bad");
    private static readonly Column State = new("State", CellType.Work, "Status, Done, Fixed, Progress, Closed");
    private static readonly Column Owner = new("Owner", CellType.Text, "Who, Responsible, Assigned to, Assignee, Lead, Role, Person");
    private static readonly Column Due = new("Due", CellType.Due, "Due date, By, Deadline, When, Until, Date, Fix by, Due by, Target date, ETA");

    public static readonly SectionSchema Schema = new(SectionKind.Ux, "UX",
        "UX deficits, User experience, Usability, UX issues, UX problems, UX gaps, UI, UI/UX, UX/UI, Customer experience, UX and design, Website issues, User experience deficits, Friction, Design, UX debt, User complaints, Usability issues, CX, Customer complaints, UX review, What students complain about, What customers complain about, What guests complain about, Complaints",
        Title, Where, Impact, Severity, State, Owner, Due) { ListColumns = [Severity, State, Due] };

    public static UxDeficit Read(RowCells row) => new()
    {
        At = row.At,
        Title = row.Primary,
        Where = row.Known(Where),
        Impact = row.Known(Impact),
        Severity = row.Grade(Severity),
        SeverityAsWritten = row.Text(Severity),
        State = row.State(State),
        Owner = row.Known(Owner),
        Due = row.Date(Due),
        Extra = row.Extra,
        Note = row.Note,
    };
}
