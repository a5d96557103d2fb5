namespace ExecReports.Portfolio;

/// <summary>One row (or list item) of a handoff's section.</summary>
public abstract record HandoffRow
{
    /// <summary>File and line of the row.</summary>
    public required SourceLine At { get; init; }

    /// <summary>Cells of columns that no known name matched, by the column's heading as written.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>();

    /// <summary>A column Note, Notes, Comment, Remark.</summary>
    public string? Note { get; init; }
}
