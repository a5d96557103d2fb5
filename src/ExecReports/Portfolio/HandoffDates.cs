namespace ExecReports.Portfolio;

/// <summary>
/// Dates the rows of a handoff. The date of a row is that of the last commit that touched its line; where no commit did, or none is known, the handoff's own
/// (<see cref="Handoff.Changed"/>: front matter, else the file's); where there is none either, the date in its section's heading.
/// </summary>
public static class HandoffDates
{
    /// <summary>The handoff with its rows dated.</summary>
    /// <param name="handoff">The handoff.</param>
    /// <param name="commits">The day of the last commit of each line, the first line first; null for a line without one. Empty where the handoff is not in git.</param>
    public static Handoff Of(Handoff handoff, IReadOnlyList<DateOnly?> commits)
    {
        ArgumentNullException.ThrowIfNull(handoff);
        ArgumentNullException.ThrowIfNull(commits);
        return handoff with
        {
            TechStack = Dated(handoff.TechStack),
            Deployment = Dated(handoff.Deployment),
            Team = Dated(handoff.Team),
            Costs = Dated(handoff.Costs),
            Revenue = Dated(handoff.Revenue),
            Kpis = Dated(handoff.Kpis),
            Channels = Dated(handoff.Channels),
            Campaigns = Dated(handoff.Campaigns),
            Shortfalls = Dated(handoff.Shortfalls),
            Security = Dated(handoff.Security),
            Ux = Dated(handoff.Ux),
            Roadmap = Dated(handoff.Roadmap),
            Capital = Dated(handoff.Capital),
            Guardrails = Dated(handoff.Guardrails),
            Cash = Dated(handoff.Cash),
            Deposits = Dated(handoff.Deposits),
            Bookings = Dated(handoff.Bookings),
            Maintenance = Dated(handoff.Maintenance),
            Deliveries = Dated(handoff.Deliveries),
            Clients = Dated(handoff.Clients),
            Invoices = Dated(handoff.Invoices),
            Assets = Dated(handoff.Assets),
        };

        IReadOnlyList<T> Dated<T>(IReadOnlyList<T> rows)
            where T : HandoffRow => [.. rows.Select(row => (T)((HandoffRow)row with { At = At(row.At) }))];

        SourceLine At(SourceLine line) =>
            line.Line >= 1 && line.Line <= commits.Count && commits[line.Line - 1] is { } committed ? line with { Changed = committed, DatedBy = LineDate.Commit }
            : handoff.Changed is { } changed ? line with { Changed = changed, DatedBy = handoff.DatedBy }
            : handoff.Sections.LastOrDefault(section => section.At.Line <= line.Line)?.HeadingDate is { } heading ? line with { Changed = heading, DatedBy = LineDate.Heading }
            : line;
    }
}
