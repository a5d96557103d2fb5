namespace ExecReports.Portfolio.Reading;

/// <summary>
/// Makes rows of list items as people write them: "Hosting — $20/month", "Frontend: React, version 18", "Waivers unsigned (critical, due 2026-12-01)".
/// What stands before the first separator names the row; each piece behind it goes to the column that it names ("owner Captain") or to the first of the section's list columns that can read it; the rest is a note.
/// </summary>
internal static class ListItemReader
{
    private static readonly string[] Separators = [" — ", " – ", " - ", ": ", " = ", " | ", " → ", " -> "];
    private static readonly string[] StrongSeparators = [" — ", " – ", " - ", "; ", " | ", " · "];

    /// <summary>Fills <paramref name="row"/> from <paramref name="text"/>.</summary>
    public static void Fill(RowCells row, string text)
    {
        text = JoinRanges(text, row.Schema);
        var (head, tail) = Split(text, row.Schema);
        // A day before the name ("2027-02-28: second oven, $900"), or behind it and before the rest ("Second oven by Q2 2027, $900").
        if (DueColumn(row.Schema) is { } due)
        {
            if (tail.Length > 0 && IsDay(head))
            {
                row.Set(due, head);
                (head, tail) = Split(tail, row.Schema);
            }
            else if (tail.Length > 0 && DayAtEnd(head) is var (name, day))
            {
                row.Set(due, day);
                head = name;
            }
        }

        if (head.Length > 0)
            row.Set(row.Schema.Primary!, head);
        if (tail.Length > 0)
            FillTail(row, tail);
    }

    private static Column? DueColumn(SectionSchema schema) => Array.Find(schema.ListColumns, column => column.Type == CellType.Due);

    // "$1,900 - $2,400" is one range, and so is "3.3k – 3.9k" where a value stands; elsewhere a dash between spaces parts a name from its value.
    private static string JoinRanges(string text, SectionSchema schema)
    {
        foreach (var dash in (ReadOnlySpan<string>)[" - ", " – ", " — "])
        {
            for (var at = text.IndexOf(dash, StringComparison.Ordinal); at > 0; at = text.IndexOf(dash, at + 1, StringComparison.Ordinal))
            {
                var start = text.LastIndexOf(' ', at - 1) + 1;
                var left = text.AsSpan(start, at - start);
                var right = text.AsSpan(at + dash.Length);
                if (left.TrimStart("~<>") is ['$' or '€' or '£', _, ..] && right.TrimStart("$€£") is [>= '0' and <= '9', ..]
                    || schema.ListColumns is [{ Type: CellType.Money }, ..] && IsValue(text.AsSpan(0, start)) && IsPlainRange(left, right))
                    text = string.Concat(text.AsSpan(0, at), "–", right);
            }
        }

        return text;
    }

    // What stands behind a colon, a dash or a comma is a value, not the end of a name such as "Server 2".
    private static bool IsValue(ReadOnlySpan<char> before) => before.TrimEnd() is [.., ':' or '=' or '-' or '–' or '—' or '|' or ','];

    // Two plain numbers, the smaller first; neither a day nor, beside a number that is written otherwise, a year.
    private static bool IsPlainRange(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var comma = right.IndexOf(", ");
        var piece = comma < 0 ? right : right[..comma];
        var space = piece.IndexOf(' ');
        var token = space < 0 ? piece : piece[..space];
        var slash = token.IndexOf('/');
        var number = slash > 0 && slash + 1 < token.Length && char.IsAsciiLetter(token[slash + 1]) ? token[..slash] : token;
        return IsNumber(left.TrimStart("~<>")) && IsNumber(number) && (!IsYear(number) || left is [_, _, _, _] && IsNumber(left)) && !IsDay(piece.ToString())
            && AmountReader.Read($"{left}–{number}", AmountUnit.Money).Amount is { Low: { } low, High: { } high } && low < high;
    }

    private static bool IsNumber(ReadOnlySpan<char> token) => token is [>= '0' and <= '9', ..] && token[..^1].IndexOfAnyExcept("0123456789,.") < 0 && (char.IsAsciiDigit(token[^1]) || token[^1] is 'k' or 'K' or 'm' or 'M');

    private static bool IsYear(ReadOnlySpan<char> number) => number is ['1', '9', _, _] or ['2', '0', _, _];

    /// <summary>The name and the value of a line "name: value"; null if it has no separator.</summary>
    public static (string Key, string Value)? KeyValue(string text) => KeyValue(text, Separators);

    private static (string Key, string Value)? KeyValue(string text, string[] separators)
    {
        int best = -1, length = 0;
        foreach (var separator in separators)
        {
            var at = text.IndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && (best < 0 || at < best))
                (best, length) = (at, separator.Length);
        }

        return best < 0 ? null : (text[..best].Trim(), text[(best + length)..].Trim());
    }

    private static (string Head, string Tail) Split(string text, SectionSchema schema)
    {
        // A rule ("Cash: never below $10,000") is read whole; only what is set off by a dash is not part of it.
        if (KeyValue(text, schema.Kind == SectionKind.Guardrails ? StrongSeparators : Separators) is var (key, value))
            return (key, value);

        if (text.EndsWith(')') && text.LastIndexOf('(') is var open and > 0 && Accepted(text[(open + 1)..^1], schema))
            return (text[..open].Trim(), text[(open + 1)..^1].Trim());
        if (schema.ListColumns is [{ Type: CellType.Money }, ..] && text.AsSpan().IndexOfAny('$', '€', '£') is var sign and >= 0)
        {
            var start = sign;
            while (start > 0 && text[start - 1] is '~' or '<' or '>' or '-')
                start--;
            if (start > 0)
                return (text[..start].Trim().TrimEnd(',', ':').Trim(), text[start..].Trim());
            // "$20/month for Netlify": the words behind the amount name it.
            if (AmountReader.Read(text, AmountUnit.Money).Amount?.Remark is { } remark && text.EndsWith(remark, StringComparison.Ordinal))
                return schema.Kind == SectionKind.Cash && remark.AsSpan().IndexOfAnyInRange('0', '9') >= 0 ? ("", text) : (remark.StartsWith("for ", StringComparison.OrdinalIgnoreCase) ? remark[4..] : remark, text[..^remark.Length].Trim());
        }

        return Trailing(text, schema) ?? (text, "");
    }

    // No separator but commas, or a day or an amount at the end: "Van is old, high", "Waiver form by 12/20/2026", "Mortgage 1,450".
    private static (string Head, string Tail)? Trailing(string text, SectionSchema schema)
    {
        var comma = text.IndexOf(", ", StringComparison.Ordinal);
        if (comma > 0 && Pieces(text[(comma + 2)..]).Any(piece => Plainly(piece, schema)))
            return (text[..comma], text[(comma + 2)..]);
        if (DueColumn(schema) is not null && DayAtEnd(text) is { } day)
            return day;

        // A plain number may be part of a name ("Office 365"); one with a comma or cents is money.
        var space = text.LastIndexOf(' ');
        return schema.Kind is SectionKind.Costs or SectionKind.Cash && space > 0 && char.IsAsciiDigit(text[space + 1 < text.Length ? space + 1 : space]) && text.AsSpan(space).IndexOfAny(',', '.') > 0
            && text.AsSpan(space + 1).IndexOfAnyExcept("0123456789,.") < 0
            ? (text[..space], text[(space + 1)..]) : null;
    }

    // "Waiver form by 12/20/2026": what is due, and when.
    private static (string Head, string Day)? DayAtEnd(string text)
    {
        foreach (var lead in (ReadOnlySpan<string>)[" by ", " due ", " until "])
        {
            if (text.LastIndexOf(lead, StringComparison.OrdinalIgnoreCase) is var at and > 0 && IsDay(text[(at + lead.Length)..]))
                return (text[..at], text[(at + lead.Length)..]);
        }

        return null;
    }

    // A piece that can hardly be part of a sentence: with a key, a sum with its sign, a day, or a grade.
    private static bool Plainly(string piece, SectionSchema schema)
    {
        var probe = new RowCells(new ReadingContext("", "USD"), schema, new SourceLine("", 0));
        return ByKey(probe, piece) || schema.ListColumns.Any(column => column.Type switch
        {
            CellType.Money => piece.AsSpan().IndexOfAny('$', '€', '£') is >= 0 and < 4 && Reads(column, piece, "USD", strict: true),
            CellType.Date or CellType.Due or CellType.Grade => Reads(column, piece, "USD", strict: true),
            _ => false,
        });
    }

    // A day that may be two is meant as a day: it gets its diagnostic.
    private static bool IsDay(string text) => DateReader.Read(text, due: true).Date is not null || text.Contains('/') && DateReader.IsMeant(text);

    private static bool Accepted(string text, SectionSchema schema)
    {
        var probe = new RowCells(new ReadingContext("", "USD"), schema, new SourceLine("", 0));
        return Pieces(text).Any(piece => ByKey(probe, piece) || ByType(probe, piece));
    }

    private static void FillTail(RowCells row, string tail)
    {
        // A bracket at the end holds pieces of its own: "React 18 (owner Engineer)".
        if (tail.EndsWith(')') && tail.LastIndexOf('(') is var open and > 0 && Accepted(tail[(open + 1)..^1], row.Schema))
        {
            // Pieces that name their column first: in "110 (now 104)" the 104 is the present value, whatever the 110 is.
            var bracket = Pieces(tail[(open + 1)..^1]).Where(piece => !ByKey(row, piece)).ToList();
            FillTail(row, tail[..open].Trim().TrimEnd(',', ';').Trim());
            if (bracket.Count > 0)
                FillTail(row, string.Join("; ", bracket));
            return;
        }

        // Where one number has a currency's sign, those without are no money: "1,930 kWh, $447 a quarter".
        var signed = tail.AsSpan().IndexOfAny('$', '€', '£') >= 0;
        var pieces = Pieces(tail).ToList();
        // Pieces that name their column first: in "$11,400, adds $720 a month" the $720 is the worth, whatever the $11,400 is.
        var keyed = pieces.ConvertAll(piece => ByKey(row, piece));
        var rates = pieces.Exists(IsRate);
        List<string>? words = null;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!keyed[i] && !ByType(row, pieces[i], signed, rates))
                (words ??= []).Add(pieces[i]);
        }

        if (words is null)
            return;
        var rest = string.Join(", ", words);
        var free = row.Schema.ListColumns.FirstOrDefault(column => column.Type == CellType.Text && column.Accepts is null && !row.Has(column));
        if (free is not null)
            row.Set(free, rest);
        else
            row.AddNote(rest);
    }

    private static IEnumerable<string> Pieces(string text)
    {
        foreach (var strong in text.Split(StrongSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = strong.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            for (var i = 0; i < parts.Length; i++)
            {
                // "Nov 20, 2026" is one date.
                if (i + 1 < parts.Length && parts[i + 1].Length >= 4 && parts[i + 1].AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0 && char.IsAsciiDigit(parts[i][^1]) && DateReader.Read($"{LastTwo(parts[i])}, {parts[i + 1]}").Date is not null)
                    yield return $"{parts[i]}, {parts[++i]}";
                else
                    yield return parts[i];
            }
        }
    }

    private static string LastTwo(string text)
    {
        var space = text.LastIndexOf(' ');
        return space <= 0 ? text : text[(text.LastIndexOf(' ', space - 1) + 1)..];
    }

    // "owner: Captain", "due 2026-12-01", "target 80%".
    private static bool ByKey(RowCells row, string piece)
    {
        var colon = piece.AsSpan().IndexOfAny(':', '=');
        if (colon > 0 && colon + 1 < piece.Length && row.Schema.ByName.TryGetValue(FoldedName.Of(piece[..colon], keepSymbols: true), out var named) && (Array.Find(named, column => !row.Has(column) && (column.Type == CellType.Text || Reads(column, piece[(colon + 1)..].Trim(), row.Context.Currency, strict: false))) ?? Array.Find(named, column => !row.Has(column))) is { } free)
        {
            row.Set(free, piece[(colon + 1)..]);
            return true;
        }

        for (int at = piece.IndexOf(' '), words = 0; at > 0 && words < 3; at = piece.IndexOf(' ', at + 1), words++)
        {
            if (!row.Schema.ByName.TryGetValue(FoldedName.Of(piece[..at], keepSymbols: true), out var columns) || Array.Find(columns, candidate => !row.Has(candidate)) is not { } column)
                continue;
            var value = piece[(at + 1)..].Trim();
            if (column.Type == CellType.Text ? column.Name is "Owner" or "Prerequisite" or "Version" : Reads(column, value, row.Context.Currency, strict: false))
            {
                row.Set(column, value);
                return true;
            }
        }

        return false;
    }

    private static bool ByType(RowCells row, string piece, bool signed = false, bool rates = false)
    {
        // Under "Targets" a number is one.
        var columns = row.Schema.Kind == SectionKind.Kpis && FoldedName.Of(row.SectionHeading) is "targets" or "goals" or "okrs" ? row.Schema.ListColumns.Reverse() : row.Schema.ListColumns;
        foreach (var column in columns)
        {
            if (row.Has(column) || signed && column.Type == CellType.Money && piece.AsSpan().IndexOfAny('$', '€', '£') < 0 && !AmountReader.IsUnknown(piece) || !Reads(column, piece, row.Context.Currency, strict: true))
                continue;
            if (rates && column.Type == CellType.Money && IsRate(piece) != column.Monthly && row.Schema.ListColumns.Any(other => other.Type == CellType.Money && other.Monthly != column.Monthly && !row.Has(other)))
                continue;
            if (column is { Type: CellType.Money, Monthly: true } && row.Schema.Kind == SectionKind.Roadmap && !IsRate(piece) && !AmountReader.IsUnknown(piece))
                row.Context.Hint("roadmap-amount", row.At, $"\"{piece}\" without a word that says what it is", $"\"cost {piece}\" or \"{piece} a month\"; it is read as {column.Name}");
            row.Set(column, piece);
            return true;
        }

        return false;
    }

    // Of two amounts the one with a period comes every month, and the other once: "$450, $130 a month".
    private static bool IsRate(string piece) => AmountReader.Read(piece, AmountUnit.Money) is { Amount: not null, Per: not null };

    private static bool Reads(Column column, string text, string currency, bool strict)
    {
        if (column.Accepts is { } accepts)
            return accepts(text);
        switch (column.Type)
        {
            case CellType.Money:
                // With a currency's sign, or where it is all digits, points and commas ("7.000,50"), it is meant as money even if it cannot be read, and then deserves its diagnostic.
                return text.AsSpan().IndexOfAny('$', '€', '£') is >= 0 and < 12 || AmountReader.IsUnknown(text) || AmountReader.Read(text, AmountUnit.Money, currency) is var money && (money.Amount is { Whole: null } || money.Expected is not null && text.AsSpan().IndexOfAnyExcept("0123456789.,") < 0);
            case CellType.Number or CellType.Share:
                return AmountReader.IsUnknown(text) || AmountReader.Read(text, AmountUnit.Number, currency).Amount is not null;
            case CellType.Date or CellType.Due:
                return IsDay(text) || !strict && AmountReader.IsUnknown(text);
            case CellType.Work:
                return Vocabulary.IsTick(text) || Vocabulary.Work.Words.ContainsKey(FoldedName.Of(text));
            case CellType.Grade:
                return Vocabulary.Grade.Words.TryGetValue(FoldedName.Of(text), out var grade) && grade > 0 || AmountReader.Read(text, AmountUnit.Number).Amount is { Whole: not null };
            case CellType.Level:
                return Vocabulary.Level.Words.ContainsKey(FoldedName.Of(text));
            case CellType.Period:
                return PeriodReader.Read(text) is not null;
            case CellType.YesNo:
                return Vocabulary.YesNo.Words.ContainsKey(FoldedName.Of(text));
            default:
                return false;
        }
    }
}
