using ExecReports.Reports;

namespace ExecReports.Schedules;

/// <summary>When which reports are made by themselves. It is data: <see cref="DueOccurrences"/> says what it means at a moment.</summary>
public sealed record Schedule
{
    /// <summary>Its id: lower case letters, digits and hyphens, at most 40. It begins the ids of its runs, so a renamed schedule is another one.</summary>
    public required string Id { get; init; }
    /// <summary>An NCRONTAB expression: five fields (minute, hour, day, month, day of week), or six with seconds first.</summary>
    public required string Cron { get; init; }
    /// <summary>IANA time zone in which the expression is meant.</summary>
    public required string Zone { get; init; }
    /// <summary>Group of reports; null: all.</summary>
    public ReportGroup? Group { get; init; }
    /// <summary>Report ids or types; empty: every report of the group.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];
    /// <summary>Entities to speak about; empty: all.</summary>
    public IReadOnlyList<string> Entities { get; init; } = [];
}
