using ExecReports.Portfolio;
using ExecReports.Portfolio.Reading;

namespace ExecReports.Reports.Ceo;

/// <summary>
/// The appendix "As written": what no table of any report holds. Missions and other prose, list items and tables that were not read, sections that are not known, front matter
/// that is not known, totals, headings with a number, and the tables of kinds for which no domain report is made for that entity. So that nothing that somebody wrote is lost.
/// </summary>
internal static class AsWritten
{
    /// <summary>Entities that have such a part.</summary>
    public static IReadOnlyList<WrittenEntity> Of(IReadOnlyList<Handoff> handoffs) =>
        [.. handoffs.Select(Of).Where(written => written.Sections.Count > 0)];

    static WrittenEntity Of(Handoff entity)
    {
        var sections = new List<WrittenSection>();
        if (entity.FrontMatter.Count > 0)
            sections.Add(new WrittenSection("Front matter", [.. entity.FrontMatter.Select(pair => new SectionText(new SourceLine(entity.File, 1), $"{pair.Key}: {pair.Value}", false))], []));
        if (entity.Mission is { Length: > 0 } mission && !entity.Sections.Any(section => section.Kind == SectionKind.Mission))
            sections.Add(new WrittenSection("Mission", [new SectionText(new SourceLine(entity.File, 1), mission, false)], []));
        var rows = entity.Rows.Select(row => row.At).ToHashSet();
        foreach (var section in entity.Sections)
        {
            var whole = !HasReport(entity, section.Kind);
            var texts = section.Texts.Where(text => whole || !text.Read || HasNumber(text.Text) && !rows.Contains(text.At)).ToList();
            var tables = section.Tables.Select(table => whole || !table.Read ? table : Rest(table, rows)).OfType<SectionTable>().Select(Square).ToList();
            if (texts.Count > 0 || tables.Count > 0 || HasNumber(section.Heading) && section.Heading != entity.Name)
                sections.Add(new WrittenSection(section.Heading, texts, tables));
        }

        if (entity.Asides.Count > 0)
            sections.Add(new WrittenSection("Links and struck-out parts", entity.Asides, []));
        return new WrittenEntity(entity, sections);
    }

    static bool HasNumber(string text) => text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;

    // Of a table that was read: the rows that are no record of their own, such as totals and the terms of a campaign, and headings that hold a number. Null: nothing.
    static SectionTable? Rest(SectionTable table, HashSet<SourceLine> rows)
    {
        var rest = table.Rows.Where((row, index) => row.Any(HasNumber) && !rows.Contains(new SourceLine(table.At.File, table.Lines[index]))).ToList();
        // Columns called by a month are units of a stream, and shown as such.
        return rest.Count == 0 && !table.Columns.Any(column => HasNumber(column) && DateReader.ReadMonth(column, []) is null) ? null : table with { Rows = rest };
    }

    static bool HasReport(Handoff entity, SectionKind kind) => kind switch
    {
        SectionKind.Bookings or SectionKind.Maintenance => entity.Kind == EntityKind.Rental,
        SectionKind.Deliveries => entity.Kind == EntityKind.Delivery,
        SectionKind.Clients or SectionKind.Invoices => entity.Kind == EntityKind.Agency,
        SectionKind.Other or SectionKind.Operations or SectionKind.Mission => false,
        _ => true,
    };

    // Ragged rows are kept whole: a table gets as many columns as its longest row has cells.
    static WrittenTable Square(SectionTable table)
    {
        var width = table.Rows.Select(row => row.Count).Append(table.Columns.Count).Max();
        IReadOnlyList<string> Fill(IReadOnlyList<string> cells) => [.. cells, .. Enumerable.Repeat("", width - cells.Count)];
        return new WrittenTable(table.At, Fill(table.Columns), [.. table.Rows.Select(Fill)]);
    }
}
