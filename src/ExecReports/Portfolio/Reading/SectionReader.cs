using ExecReports.Portfolio.Reading.Rows;

namespace ExecReports.Portfolio.Reading;

/// <summary>Reads one section of an outline: its tables and lists become rows of the section's kind, and everything is kept as written.</summary>
internal sealed class SectionReader(ReadingContext context, OutlineSection section, SectionSchema? schema, string? subHeading, string sectionHeading)
{
    private static readonly HashSet<string> Totals = new(StringComparer.Ordinal)
    {
        "total", "totals", "sum", "subtotal", "subtotals", "grandtotal", "overalltotal", "monthlytotal", "totalmonthly", "totalcost", "totalcosts", "totalexpenses", "totalburn", "totalpermonth", "totalrevenue", "totalmonth",
    };

    private readonly List<RowCells> _rows = [];
    private readonly List<SectionTable> _tables = [];
    private readonly List<SectionText> _texts = [];

    private readonly Period? _period = (subHeading is null ? null : ColumnUse.PeriodIn(subHeading)) ?? ColumnUse.PeriodIn(sectionHeading);

    /// <summary>Rows in order.</summary>
    public IReadOnlyList<RowCells> Rows => _rows;

    private SectionSchema? Typed => schema is { Columns.Length: > 0 } ? schema : null;

    /// <summary>Reads the section.</summary>
    public HandoffSection Read()
    {
        foreach (var part in section.Parts)
        {
            switch (part)
            {
                case TablePart table:
                    ReadTable(table);
                    break;
                case ListPart list:
                    ReadList(list);
                    break;
                case TextPart text:
                    ReadText(text);
                    break;
            }
        }

        return new HandoffSection(section.Heading, schema?.Kind ?? SectionKind.Other, context.At(section.Line))
        {
            Tables = _tables,
            Texts = _texts,
            HeadingDate = DateOf(section.Heading),
        };
    }

    private RowCells NewRow(int line, string? group = null) => new(context, Typed!, context.At(line)) { SubHeading = group ?? subHeading, SectionHeading = sectionHeading, PeriodOfSection = _period };

    private static DateOnly? DateOf(string heading)
    {
        var aside = FoldedName.Aside(heading);
        foreach (var lead in (ReadOnlySpan<string>)["as of ", "as at ", "last updated ", "updated ", "checked "])
        {
            if (aside.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
                aside = aside[lead.Length..];
        }

        return aside.AsSpan().IndexOfAnyInRange('0', '9') < 0 ? null : DateReader.Read(aside).Date;
    }

    private void ReadTable(TablePart table)
    {
        var read = Typed is not null && (Transposed(table) || ReadRows(table));
        string? nearest = null;
        if (!read && schema?.Kind is not (SectionKind.Mission or SectionKind.Operations))
        {
            nearest = Typed?.Heading ?? SectionCatalogue.Nearest(section.Heading, table.Columns)?.Heading;
            var columns = string.Join(" | ", table.Columns);
            context.Hint("table-unread", context.At(table.Line), section.Heading.Length == 0 ? $"a table before any heading ({columns})" : $"a table under \"{section.Heading}\" ({columns})",
                Typed is not null ? $"columns of {Typed.Heading}: {string.Join(", ", Typed.Columns.Select(column => column.Name))}"
                : nearest is not null ? $"a known heading; the nearest is {nearest}" : $"a known heading, such as {SectionCatalogue.Examples}; docs/handoffs.md lists them");
        }

        if (!table.Delimited)
            context.Hint("table-delimiter", context.At(table.Line), "a table without a line |---|---| under its headings", "that line; the first row is taken for the headings");
        _tables.Add(new SectionTable(context.At(table.Line), table.Columns, [.. table.Rows.Select(row => row.Cells)], [.. table.Rows.Select(row => row.Line)], read) { NearestKnown = nearest });
    }

    private bool ReadRows(TablePart table)
    {
        var uses = Uses(table);
        if (uses.All(use => use.Column is null))
            return false;
        var known = uses.Where(use => use.Column is not null).ToList();
        if (known.All(use => use.Column == SectionSchema.Note))
            return false;
        string? group = null;
        var sum = new RunningTotal(known.Select(use => use.Column));
        foreach (var line in table.Rows)
        {
            if (line.Cells.All(cell => cell.Length == 0))
                continue;
            var first = line.Cells.First(cell => cell.Length > 0);
            if (Typed!.Group is not null && line.Bold && line.Cells.Count(cell => cell.Length > 0) == 1 && known.All(use => use.Column != Typed.Group))
            {
                group = first.TrimEnd(':');
                continue;
            }

            if (line.Cells.Count != uses.Count)
            {
                context.Warning("row-ragged", context.At(line.Line), $"{line.Cells.Count} cells where the table has {uses.Count} columns", $"{uses.Count} cells; what is there is read in order");
            }

            var row = NewRow(line.Line, group);
            for (var i = 0; i < line.Cells.Count; i++)
            {
                if (i < uses.Count)
                    row.Set(uses[i], line.Cells[i]);
                else if (line.Cells[i].Length > 0)
                    row.AddExtra($"Column {i + 1}", line.Cells[i]);
            }

            if (line.Struck)
                row.Ticked = true;
            if (Totals.Contains(FoldedName.Of(FoldedName.WithoutAside(first))))
            {
                sum.Compare(row);
                if (FoldedName.Of(first).StartsWith("sub", StringComparison.Ordinal))
                    sum = new RunningTotal(known.Select(use => use.Column));
                continue;
            }

            _rows.Add(row);
            sum.Add(row);
        }

        return true;
    }

    private List<ColumnUse> Uses(TablePart table)
    {
        var uses = ColumnAssignment.Of(table, Typed!, context);
        var primaryAt = uses.FindIndex(use => use.Column == Typed!.Primary);
        var byMonth = uses.Any(use => use.Column == RevenueRows.Month);
        if (primaryAt < 0 && !byMonth)
        {
            // "Job" names the row where no other column does.
            primaryAt = uses.FindIndex(use => use.Column is { Type: CellType.Text } && ColumnUse.Candidates(use.Heading, Typed!).Any(other => other.Column == Typed!.Primary));
            if (primaryAt >= 0)
                uses[primaryAt] = uses[primaryAt] with { Column = Typed!.Primary };
        }

        if (primaryAt < 0 && !byMonth && uses.Any(use => use.Column is not null))
        {
            // No column is called what names a row: the first that is called nothing known does.
            primaryAt = uses.FindIndex(use => use.Column is null && DateReader.ReadMonth(use.Heading, []) is null);
            if (primaryAt >= 0 && (primaryAt == 0 || NearestColumn(uses[primaryAt].Heading) is null))
                uses[primaryAt] = new ColumnUse(uses[primaryAt].Heading, Typed!.Primary);
        }

        var whole = uses.Where(use => use.End == RangeEnd.Both).Select(use => use.Column).ToHashSet();
        foreach (var use in uses)
        {
            if (use.Refused is var (code, expected))
                context.Hint(code, context.At(table.Line), $"column \"{use.Heading}\" under {Typed!.Heading}", expected);
            else if (use.Column is null && use.Heading.Length > 0 && NearestColumn(use.Heading) is { } near && !whole.Contains(near))
                context.Hint("column-unknown", context.At(table.Line), $"column \"{use.Heading}\" under {Typed!.Heading}", $"a known column; the nearest is {near.Name}. Its cells are kept as written");
        }

        return uses;
    }

    private Column? NearestColumn(string heading)
    {
        if (DateReader.ReadMonth(heading, []) is not null)
            return null;
        var folded = FoldedName.Of(FoldedName.WithoutAside(heading));
        var near = Typed!.ByName.Where(pair => FoldedName.Near(pair.Key, folded)).OrderBy(pair => FoldedName.Distance(pair.Key, folded)).Select(pair => pair.Value[0]).FirstOrDefault();
        if (near is not null)
            return near;
        return FoldedName.Words(heading).Select(word => Typed.ByWord.GetValueOrDefault(word)).OfType<Column>().MinBy(column => Array.IndexOf(Typed.Columns, column));
    }

    // "Term | Low | High | Source": the rows name the columns of one record, or of one record per column of values.
    private bool Transposed(TablePart table)
    {
        if (table.Columns.Count < 2 || table.Rows.Count < 2)
            return false;
        var fields = table.Rows.Select(row => row.Cells.Count == 0 ? null : ColumnUse.Of(row.Cells[0], Typed!)).ToList();
        var found = fields.Select(use => use?.Column).Where(column => column is not null && column != Typed!.Primary && column != SectionSchema.Note).Distinct().Count();
        if (found < 2 || found * 10 < table.Rows.Count(row => row.Cells.Any(cell => cell.Length > 0)) * 6)
            return false;
        var roles = table.Columns.Skip(1).Select(RoleOf).ToList();
        var values = roles.Select((role, i) => (role, i)).Where(pair => pair.role == Role.Value).Select(pair => pair.i + 1).ToList();
        var ends = roles.Contains(Role.Low) || roles.Contains(Role.High);
        if (!ends && values.Count == 0)
            return false;
        // Several columns of values beside Low and High are words about them; without those, each is a record of its own.
        var records = ends || values.Count == 1 ? 1 : values.Count;
        for (var n = 0; n < records; n++)
        {
            var record = NewRow(table.Line);
            if (records > 1)
                record.Set(Typed!.Primary!, table.Columns[values[n]]);
            for (var r = 0; r < table.Rows.Count; r++)
            {
                var cells = table.Rows[r].Cells;
                if (fields[r] is not { } field)
                    continue;
                for (var c = 1; c < cells.Count; c++)
                {
                    var role = c <= roles.Count ? roles[c - 1] : Role.Source;
                    if (cells[c].Length == 0 || records > 1 && role == Role.Value && c != values[n])
                        continue;
                    if (field.Column is null)
                        record.AddExtra($"{field.Heading} ({table.Columns[Math.Min(c, table.Columns.Count - 1)]})", cells[c]);
                    else if (role == Role.Source || ends && role == Role.Value)
                        record.AddRemark(field.Column, cells[c]);
                    else
                        record.Set(field with { End = role switch { Role.Low => RangeEnd.Low, Role.High => RangeEnd.High, _ => field.End } }, cells[c]);
                }
            }

            _rows.Add(record);
        }

        return true;
    }

    private enum Role { Value, Low, High, Source }

    private static Role RoleOf(string heading) => FoldedName.Of(FoldedName.WithoutAside(heading)) switch
    {
        "low" or "min" or "minimum" or "pessimistic" or "conservative" or "worst" or "worstcase" or "lowend" or "lowcase" or "lower" or "from" => Role.Low,
        "high" or "max" or "maximum" or "optimistic" or "best" or "bestcase" or "highend" or "highcase" or "upper" or "to" => Role.High,
        "source" or "sources" or "basis" or "basedon" or "note" or "notes" or "why" or "comment" or "comments" or "evidence" or "reference" or "remark" or "wherefrom" or "unit" => Role.Source,
        _ => Role.Value,
    };

    private void ReadList(ListPart list)
    {
        var read = Typed is not null;
        if (read && Record(list.Items) is { } record)
            _rows.Add(record);
        else if (read)
            ReadItems(list.Items, null);
        AddTexts(list.Items, read);
    }

    private void AddTexts(IReadOnlyList<OutlineItem> items, bool read)
    {
        foreach (var item in items)
        {
            _texts.Add(new SectionText(context.At(item.Line), item.Text, read || schema?.Kind == SectionKind.Mission));
            AddTexts(item.Children, read);
        }
    }

    private void ReadItems(IReadOnlyList<OutlineItem> items, string? group)
    {
        var sum = new RunningTotal(Typed!.Columns);
        foreach (var item in items)
        {
            var children = item.Children;
            if (children.Count > 0 && Record(children, item) is { } record)
            {
                _rows.Add(record);
                continue;
            }

            if (children.Count > 0 && IsGroup(item))
            {
                ReadItems(children, item.Text.TrimEnd(':').Trim());
                continue;
            }

            var row = NewRow(item.Line, group);
            row.Ticked = item.Ticked;
            ListItemReader.Fill(row, item.Text);
            if (Totals.Contains(FoldedName.Of(FoldedName.WithoutAside(row.Primary))))
            {
                sum.Compare(row);
                continue;
            }

            foreach (var child in Flatten(children))
                row.AddNote(child.Text);
            _rows.Add(row);
            sum.Add(row);
        }
    }

    // An item that only names what the items below it are: "Marketing", "**Q1 2027**", "Next month:".
    private bool IsGroup(OutlineItem item)
    {
        if (item.Text.EndsWith(':') || item.Bold && ListItemReader.KeyValue(item.Text) is null)
            return true;
        return Typed!.Group is not null ? item.Text.AsSpan().IndexOfAnyInRange('0', '9') < 0 : DateReader.Read(item.Text, due: true).Date is not null;
    }

    private static IEnumerable<OutlineItem> Flatten(IReadOnlyList<OutlineItem> items) => items.SelectMany(item => Flatten(item.Children).Prepend(item));

    // "Audience: 3,676", "Open rate: 15–22%" ...: items that all name different columns are one record.
    private RowCells? Record(IReadOnlyList<OutlineItem> items, OutlineItem? head = null)
    {
        var pairs = items.Select(item => ListItemReader.KeyValue(item.Text)).ToList();
        var fields = pairs.Select(pair => pair is var (key, value) ? ColumnUse.Of(key, Typed!, value, context.Currency) : null).ToList();
        var columns = fields.Select(use => use?.Column).OfType<Column>().ToList();
        if (columns.Count < 2 || columns.Count * 10 < items.Count * 6 || columns.Distinct().Count() != columns.Count || items.Any(item => item.Children.Count > 0) || columns.All(column => column.Type == CellType.Text && head is null && Typed!.Kind is SectionKind.TechStack or SectionKind.Team))
            return null;
        var row = NewRow(head?.Line ?? items[0].Line);
        row.Ticked = head?.Ticked;
        if (head is not null)
            row.Set(Typed!.Primary!, head.Text.TrimEnd(':'));
        for (var i = 0; i < items.Count; i++)
        {
            if (pairs[i] is var (_, value) && fields[i] is { } use)
                row.Set(use, value);
            else
                row.AddNote(items[i].Text);
        }

        return row;
    }

    private void ReadText(TextPart part)
    {
        var lines = part.Lines.Select((line, i) => (Text: InlineText.Plain(line), Line: part.Line + i)).Where(line => line.Text.Length > 0).ToList();
        if (Typed is not null && lines.Count > 0)
        {
            var items = lines.Select(line => new OutlineItem(line.Line, line.Text, null, [], false)).ToList();
            var pairs = lines.Count(line => ListItemReader.KeyValue(line.Text) is var (key, _) && key.Length < 60);
            if (pairs == lines.Count && Record(items) is { } record)
            {
                _rows.Add(record);
                AddTexts(items, read: true);
                return;
            }

            if (pairs == lines.Count && (lines.Count > 1 || Value(lines[0].Text)) || Typed.Kind == SectionKind.Cash && lines.Count == 1 && lines[0].Text.Length < 120 && Value("x: " + lines[0].Text))
            {
                ReadItems(items, null);
                AddTexts(items, read: true);
                return;
            }
        }

        // "Stand, $380" and below it "Compressor: $219" were meant as rows: one line that is no pair makes prose of all.
        if (Typed is not null && lines.Count > 1 && lines.TrueForAll(line => line.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0) && lines.Exists(line => ListItemReader.KeyValue(line.Text) is not null))
            context.Hint("lines-unread", context.At(lines[0].Line), $"{lines.Count} lines under {Typed.Heading} that are no list", "\"- \" before each line, or \"name: value\" in each; they are kept as written");
        if (lines.Count > 0)
            _texts.Add(new SectionText(context.At(lines[0].Line), string.Join(' ', lines.Select(line => line.Text)), schema?.Kind == SectionKind.Mission));
    }

    // A single line "Hosting: $20/month" is a row where the section's lists are of amounts; prose with a colon is not.
    private bool Value(string text) =>
        Typed!.ListColumns is [{ Type: CellType.Money }, ..] && ListItemReader.KeyValue(text) is var (_, value)
        && AmountReader.Read(value, AmountUnit.Money, context.Currency) is { Amount.Unit: AmountUnit.Money } && value.AsSpan().IndexOfAny('$', '€', '£') is >= 0 and < 40;
}
