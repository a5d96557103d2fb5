namespace ExecReports.Portfolio;

/// <summary>A table that no typed record was made of.</summary>
/// <param name="At">Line of its headings.</param>
/// <param name="Heading">The heading that it stands under; empty: none.</param>
/// <param name="NearestKnown">The nearest known heading; null if none is near.</param>
public sealed record UnreadTable(SourceLine At, string Heading, string? NearestKnown);

/// <summary>How many of the tables of some handoffs became typed records, and which did not. Tables under Mission and Operations are prose's company, and do not count.</summary>
public sealed record TableCoverage(int Read, int Tables, IReadOnlyList<UnreadTable> Unread)
{
    /// <summary>Counts the tables of <paramref name="handoffs"/>.</summary>
    public static TableCoverage Of(IEnumerable<Handoff> handoffs)
    {
        ArgumentNullException.ThrowIfNull(handoffs);
        var tables = handoffs.SelectMany(handoff => handoff.Sections)
            .Where(section => section.Kind is not (SectionKind.Mission or SectionKind.Operations))
            .SelectMany(section => section.Tables.Select(table => (Section: section, Table: table))).ToList();
        var unread = tables.Where(pair => !pair.Table.Read).Select(pair => new UnreadTable(pair.Table.At, pair.Section.Heading, pair.Table.NearestKnown)).ToList();
        return new TableCoverage(tables.Count - unread.Count, tables.Count, unread);
    }

    /// <inheritdoc/>
    public override string ToString() => $"read {Read} of {Tables} tables";
}
