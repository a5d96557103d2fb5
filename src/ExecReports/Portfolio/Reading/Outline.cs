namespace ExecReports.Portfolio.Reading;

/// <summary>A part of a section: text, a list or a table.</summary>
internal abstract record OutlinePart(int Line);

/// <summary>A paragraph: its lines as written.</summary>
internal sealed record TextPart(int Line, IReadOnlyList<string> Lines) : OutlinePart(Line);

/// <summary>A list.</summary>
internal sealed record ListPart(int Line, IReadOnlyList<OutlineItem> Items) : OutlinePart(Line);

/// <summary>A list item: plain text, the box of a task list, and the items below it.</summary>
internal sealed record OutlineItem(int Line, string Text, bool? Ticked, IReadOnlyList<OutlineItem> Children, bool Bold);

/// <summary>A table: its headings and rows, cells as plain text.</summary>
internal sealed record TablePart(int Line, IReadOnlyList<string> Columns, List<TableLine> Rows, bool Delimited) : OutlinePart(Line);

/// <summary>A row of a table.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Cells">Its cells as plain text, as many as were written.</param>
/// <param name="Bold">Whether its first filled cell is bold all through.</param>
/// <param name="Struck">Whether its first filled cell is struck out.</param>
internal sealed record TableLine(int Line, IReadOnlyList<string> Cells, bool Bold, bool Struck);

/// <summary>A heading and what stands under it, up to the next heading.</summary>
internal sealed class OutlineSection(string heading, int level, int line, OutlineSection? parent)
{
    public string Heading => heading;
    public int Level => level;
    public int Line => line;
    public OutlineSection? Parent => parent;
    public List<OutlinePart> Parts { get; } = [];
}
