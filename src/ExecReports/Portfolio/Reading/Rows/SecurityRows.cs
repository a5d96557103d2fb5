using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Security.</summary>
internal static class SecurityRows
{
    private static readonly Column Finding = new("Finding", CellType.Text, "Gap, Issue, Risk, Problem, What, Item, Title, Vulnerability, Description, Weakness, Concern, Name, Security gap, Control, Check, Threat, Exposure, Worry");
    private static readonly Column Resource = new("Resource", CellType.Text, "Where, System, Asset, Affects, Component, Service, Target, Affected, AWS resource, Applies to, Area, Host");
    private static readonly Column Severity = new("Severity", CellType.Grade, "Urgency, Priority, Criticality, Risk level, Level, Impact, Sev, Rating, Prio, How bad");
    private static readonly Column State = new("State", CellType.Work, "Status, Done, Open, Fixed, Progress, Resolved, Closed, Mitigated");
    private static readonly Column Owner = new("Owner", CellType.Text, "Who, Responsible, Assigned to, Assignee, Lead, Role, Person, Who's on it");
    private static readonly Column Due = new("Due", CellType.Due, "Due date, By, Deadline, When, Until, Date, Fix by, Due by, Target date, ETA");

    public static readonly SectionSchema Schema = new(SectionKind.Security, "Security",
        "Security gaps, Security findings, Security issues, Security risks, Vulnerabilities, Security posture, Compliance, Security review, Secrets and access, Access, Security audit, Hardening, Security and compliance, Security status, Security notes, Security gap analysis, Privacy and security, Open security items, Security worries, Safety and data worries, Data safety, Data worries",
        Finding, Resource, Severity, State, Owner, Due) { ListColumns = [Severity, State, Due] };

    public static SecurityItem Read(RowCells row) => new()
    {
        At = row.At,
        Finding = row.Primary,
        Resource = row.Known(Resource),
        Severity = row.Grade(Severity),
        SeverityAsWritten = row.Text(Severity),
        State = row.State(State),
        Owner = row.Known(Owner),
        Due = row.Date(Due),
        Extra = row.Extra,
        Note = row.Note,
    };
}
