namespace Judge;

/// <summary>A line of a handoff that a figure cites: a row of a table with its headings, or a list item.</summary>
internal sealed record Line(string File, int Number, string Section, IReadOnlyDictionary<string, string> Cells, string Text)
{
    /// <summary>The entity's id: the file's name.</summary>
    public string Entity => Path.GetFileNameWithoutExtension(File);

    /// <summary>The first cell that has one of these headings.</summary>
    public string? this[params ReadOnlySpan<string> headings]
    {
        get
        {
            foreach (var heading in headings)
            {
                if (Cells.TryGetValue(heading, out var cell))
                    return cell;
            }

            return null;
        }
    }

    /// <summary>Whether it stands under a heading that has this word.</summary>
    public bool Under(string word) => Section.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Status in words; a list item by its box.</summary>
    public string Status => this["Status", "State"] ?? (Text.StartsWith("- [x]", StringComparison.Ordinal) ? "done" : "open");

    /// <summary>Whether it is still to do: not done, closed, fixed, dropped or cancelled.</summary>
    public bool IsOpen => Status is not ("done" or "closed" or "fixed" or "dropped" or "cancelled");

    /// <summary>A month's share of a cost, expected or (without that) actual.</summary>
    public Span? Monthly => Share(this["Expected", "Amount"]) ?? Share(this["Actual"]);

    /// <summary>A month's share of an amount in one of the row's cells.</summary>
    public Span? Share(string? cell) => Cell.Number(cell) is not { } amount ? null : this["Per"] switch
    {
        "year" => amount / 12,
        "quarter" => amount / 3,
        "week" => amount * 52 / 12,
        _ => amount,
    };

    /// <summary>Whether a cost is fixed.</summary>
    public bool IsFixed => this["Fixed", "Fixed?"] != "no";
}
