namespace ExecReports.Reports;

/// <summary>Sources as a report shows them: handoffs of one folder and day on one line.</summary>
/// <param name="Kind">Handoff, AWS inventory, git, operations.</param>
/// <param name="Name">Files, call, or repository with range.</param>
/// <param name="Day">Day of a source that has no time of day; null for others.</param>
/// <param name="Time">Time of the others, UTC, where known.</param>
public sealed record SourceGroup(string Kind, string Name, DateOnly? Day, DateTimeOffset? Time)
{
    /// <summary>Groups sources, in the order in which they come.</summary>
    public static IReadOnlyList<SourceGroup> Of(IEnumerable<SourceUse> sources) =>
        [.. sources.GroupBy(source => (source.Kind, source.At, Folder: source.Kind == "Handoff" ? Folder(source.Name) : source.Name)).Select(group => group.ToList() switch
        {
            [var one] => Line(one.Kind, one.Name, one.At),
            var several => Line(group.Key.Kind + "s", group.Key.Folder + string.Join(", ", several.Select(one => one.Name[group.Key.Folder.Length..])), group.Key.At),
        })];

    static SourceGroup Line(string kind, string name, DateTimeOffset? at) =>
        at is { TimeOfDay.Ticks: 0 } day ? new(kind, name, DateOnly.FromDateTime(day.UtcDateTime), null) : new(kind, name, null, at);

    static string Folder(string file) => file[..(file.LastIndexOf('/') + 1)];
}
