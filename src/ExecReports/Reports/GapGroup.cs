namespace ExecReports.Reports;

/// <summary>The data gaps of one file (or other place), so that a report names it once.</summary>
/// <param name="Place">File name without its folders, or another place such as a resource.</param>
/// <param name="Gaps">What is missing there.</param>
public sealed record GapGroup(string Place, IReadOnlyList<GapLine> Gaps)
{
    /// <summary>Groups gaps by file, in the order in which the files come; a group's gaps by line, those of the whole file last.</summary>
    public static IReadOnlyList<GapGroup> Of(IEnumerable<DataGap> gaps) =>
        [.. gaps.GroupBy(gap => Split(gap.Where).Place, StringComparer.Ordinal)
            .Select(group => new GapGroup(group.Key[(group.Key.LastIndexOf('/') + 1)..],
                [.. group.Select(gap => new GapLine(Split(gap.Where).Line, gap.What)).OrderBy(line => line.Line ?? int.MaxValue)]))];

    static (string Place, int? Line) Split(string where)
    {
        var colon = where.LastIndexOf(':');
        return colon > 0 && int.TryParse(where.AsSpan(colon + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var line)
            ? (where[..colon], line)
            : (where, null);
    }
}

/// <summary>A data gap within its group.</summary>
/// <param name="Line">Line of the file; null: the whole file, or no file.</param>
/// <param name="What">A sentence.</param>
public sealed record GapLine(int? Line, string What);
