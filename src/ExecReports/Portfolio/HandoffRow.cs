using System.Text.Json.Serialization;

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

    /// <summary>Cells whose numbers the typed values do not show as they were written, each behind its heading: a year's amount that became a month's, a mark on another scale, words behind a number. Null: none.</summary>
    public string? Written { get; init; }

    /// <summary>Note, unmatched cells and <see cref="Written"/> in one text, for a table's last column: <c>renewal in June; Colour: blue; as written: Expected $1,980/yr</c>; empty if there are none.</summary>
    [JsonIgnore]
    public string Remark => string.Join("; ", Extra.Where(cell => cell.Value.Length > 0).Select(cell => $"{cell.Key}: {cell.Value}").Prepend(Note).Append(Written is null ? null : "as written: " + Written)
        .Where(text => !string.IsNullOrWhiteSpace(text)));
}
