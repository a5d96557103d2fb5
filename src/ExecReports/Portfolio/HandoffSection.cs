namespace ExecReports.Portfolio;

/// <summary>The sections that are known by name; see <c>docs/handoffs.md</c> for the aliases.</summary>
public enum SectionKind
{
    /// <summary>A heading that is none of the known ones; kept, and shown as written.</summary>
    Other,
#pragma warning disable CS1591 // The names are those of the headings.
    Mission, TechStack, Deployment, Team, Costs, Revenue, Kpis, Channels, Campaigns, Shortfalls, Security, Ux, Roadmap, Capital,
    Guardrails, Cash, Deposits, Bookings, Maintenance, Deliveries, Clients, Invoices, Assets, Operations,
#pragma warning restore CS1591
}

/// <summary>A table of a section as written, secrets redacted.</summary>
/// <param name="At">Line of its heading row.</param>
/// <param name="Columns">Column headings as written.</param>
/// <param name="Rows">Cells as written, row by row.</param>
/// <param name="Lines">Line of each row.</param>
/// <param name="Read">Whether its rows became typed records.</param>
public sealed record SectionTable(
    SourceLine At, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<int> Lines, bool Read)
{
    /// <summary>For a table that was not read: the nearest known heading, if one is near.</summary>
    public string? NearestKnown { get; init; }
}

/// <summary>A section of a handoff as written, secrets redacted: what the typed records do not hold is still here for the templates.</summary>
/// <param name="Heading">The heading as written.</param>
/// <param name="Kind">Which of the known sections it is.</param>
/// <param name="At">Line of the heading.</param>
public sealed record HandoffSection(string Heading, SectionKind Kind, SourceLine At)
{
    /// <summary>Its prose and list items as plain text, one paragraph or item per entry, with their lines.</summary>
    public IReadOnlyList<SectionText> Texts { get; init; } = [];

    /// <summary>Its tables.</summary>
    public IReadOnlyList<SectionTable> Tables { get; init; } = [];

    /// <summary>A date in the heading, "Costs (as of 2026-10-01)": the age of the section's facts where the handoffs are not in git.</summary>
    public DateOnly? HeadingDate { get; init; }
}

/// <summary>A paragraph or list item as plain text.</summary>
/// <param name="At">Its first line.</param>
/// <param name="Text">The text.</param>
/// <param name="Read">Whether it became a typed record (a list item of a known section).</param>
public sealed record SectionText(SourceLine At, string Text, bool Read);
