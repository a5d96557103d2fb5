using ExecReports.Portfolio.Reading;

namespace ExecReports.Portfolio;

/// <summary>A table that no typed record was made of.</summary>
/// <param name="At">Line of its headings.</param>
/// <param name="Heading">The heading that it stands under; empty: none.</param>
/// <param name="Table">The table as written.</param>
/// <param name="NearestKnown">The known heading nearest to its own; null where none stands above it.</param>
/// <param name="Nearness">How near that is.</param>
public sealed record UnreadTable(SourceLine At, string Heading, SectionTable Table, string? NearestKnown, HeadingNearness Nearness)
{
    /// <summary>What to do about it, in a sentence without its full stop.</summary>
    public string Advice => Nearness switch
    {
        _ when NearestKnown is null => $"no heading stands above it: put one there, such as {SectionCatalogue.Examples}",
        HeadingNearness.Same => $"its heading is known as {NearestKnown}, but none of its columns: call one {string.Join(", ", SectionCatalogue.Named(NearestKnown).Columns.Take(4).Select(column => column.Name))} or as docs/handoffs.md lists them",
        HeadingNearness.Near => $"the nearest known heading is '{NearestKnown}'",
        _ => $"the nearest known heading is '{NearestKnown}', though not near: it is shown as written, and no figure is computed from it",
    };
}

/// <summary>How near a heading is to the nearest known one.</summary>
public enum HeadingNearness
{
    /// <summary>It is that heading, or an alias of it.</summary>
    Same,
    /// <summary>A slip of the pen, a word in common, or columns in common.</summary>
    Near,
    /// <summary>Not alike.</summary>
    Far,
}

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
        var unread = tables.Where(pair => !pair.Table.Read).Select(pair => UnreadOf(pair.Section, pair.Table)).ToList();
        return new TableCoverage(tables.Count - unread.Count, tables.Count, unread);
    }

    private static UnreadTable UnreadOf(HandoffSection section, SectionTable table) => section.Kind != SectionKind.Other
        ? new UnreadTable(table.At, section.Heading, table, SectionCatalogue.Of(section.Kind)!.Heading, HeadingNearness.Same)
        : table.NearestKnown is { } near ? new UnreadTable(table.At, section.Heading, table, near, HeadingNearness.Near)
        : new UnreadTable(table.At, section.Heading, table, section.Heading.Length == 0 ? null : SectionCatalogue.Closest(section.Heading).Heading, HeadingNearness.Far);

    /// <inheritdoc/>
    public override string ToString() => $"read {Read} of {Tables} {(Tables == 1 ? "table" : "tables")}";
}
