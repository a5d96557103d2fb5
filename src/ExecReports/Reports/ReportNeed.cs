using ExecReports.Portfolio;

namespace ExecReports.Reports;

/// <summary>An input without which a report is nearly empty, and how to tell in a handoff whether it is there.</summary>
/// <param name="Gives">What it gives the report.</param>
/// <param name="MetBy">Whether a handoff has at least one full row of it.</param>
/// <param name="Missing">What a handoff that is meant to have it lacks; null if it has no such section.</param>
/// <param name="Asked">What to add where no handoff has the section.</param>
internal sealed record ReportNeed(string Gives, Func<Handoff, bool> MetBy, Func<Handoff, (int Line, string What)?> Missing, string Asked)
{
    private const int MostNames = 3;

    /// <summary>A need for rows of a section whose chief columns are filled.</summary>
    public static ReportNeed Rows<TRow>(
        SectionKind kind, string heading, string gives, Func<Handoff, IReadOnlyList<TRow>> rows, Func<TRow, string> name, params (string Column, Func<TRow, bool> Known)[] columns)
        where TRow : HandoffRow
    {
        var names = Wording.List([.. columns.Select(column => column.Column)]);
        return new ReportNeed(gives, handoff => rows(handoff).Any(IsFull), Lacks, $"a section {heading} with {names}");

        bool IsFull(TRow row) => columns.All(column => column.Known(row));

        (int, string)? Lacks(Handoff handoff)
        {
            if (rows(handoff).Where(row => !IsFull(row)).ToList() is { Count: > 0 } waiting)
            {
                var missing = columns.Where(column => waiting.Any(row => !column.Known(row))).Select(column => column.Column);
                return (waiting[0].At.Line, $"{Wording.List([.. missing])} of {Some([.. waiting.Select(name)])} under {heading}");
            }

            return handoff.Sections.FirstOrDefault(section => section.Kind == kind) is { } empty ? (empty.At.Line, $"a row under {heading} with {names}") : null;
        }
    }

    private static string Some(IReadOnlyList<string> names) =>
        names.Count <= MostNames + 1 ? Wording.List(names) : $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more";
}
