using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Team.</summary>
internal static class TeamRows
{
    private static readonly Column Role = new("Role", CellType.Text, "Who, Position, Title, Job, Name, Member, Person, Function, Seat, Team member");
    private static readonly Column Responsibility = new("Responsibility", CellType.Text,
        "Responsibilities, Responsible for, Does, Duties, Answers for, Area, Owns, Focus, Scope, Tasks, Assignment, Assignments, What, What they do, Covers, Job");
    private static readonly Column Hours = new("Hours per week", CellType.Number, "Hours, Hrs, H/week, Weekly hours, Time, Hrs/week, Hours/week, Hours a week, Commitment, Availability, Hours weekly");

    public static readonly SectionSchema Schema = new(SectionKind.Team, "Team",
        "People, Roles, Staff, Crew, Team assignments, Who, Who does what, Assignments, Owners, Responsibilities, Team and roles, Roles and responsibilities, Staffing, Personnel, Organisation, Organization, Contacts, Key people, Crew and staff, Staff and duties, Who is who",
        Role, Responsibility, Hours) { ListColumns = [Hours, Responsibility] };

    public static TeamMember Read(RowCells row) => new()
    {
        At = row.At,
        Role = row.Primary,
        Responsibility = row.Known(Responsibility),
        HoursPerWeek = row.Amount(Hours),
        Extra = row.Extra,
        Note = row.Note,
    };
}
