using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Guardrails: "Gross burn at most $9,000", or its parts in columns.</summary>
internal static class GuardrailRows
{
    private static readonly Column Rule = new("Rule", CellType.Text, "Guardrail, Metric, Measure, Limit on, What, Policy, Constraint, Name, Guard rail, Item, Description, Covenant, Financial rule");
    private static readonly Column Direction = new("Direction", CellType.Text, "Side, Min or max, Min/max, Bound, Operator, Comparison, At most or at least, Type");
    private static readonly Column Limit = new("Limit", CellType.Number, "Threshold, Ceiling, Floor, Cap, Target, Boundary, Line, Bar, Allowed, Trigger, Max, Min, Maximum, Minimum, At most, At least, Limit value");
    private static readonly Column Present = new("Present", CellType.Number, "Current, Now, Actual, Today, Status, State, Present value, Value, Current value, Where we are, Reading, Latest, Currently, Present state, Is");

    public static readonly SectionSchema Schema = new(SectionKind.Guardrails, "Guardrails",
        "Guardrail, Guard rails, Financial guardrails, Limits, Rules, Financial rules, Policies, Constraints, Thresholds, Spending limits, Financial limits, Red lines, Covenants, Financial policy, Money rules, Spending rules, Financial policies, Rules we keep, Rules for the money, Limits we set, Limits we set ourselves, Money limits",
        Rule, Direction, Limit, Present) { ListColumns = [Limit, Present] };

    // Negated phrases before those that they hold: "never below" is at least.
    private static readonly (string Phrase, GuardrailDirection Direction)[] Phrases =
    [
        ("must not exceed", GuardrailDirection.AtMost), ("never exceed", GuardrailDirection.AtMost), ("not exceed", GuardrailDirection.AtMost), ("never exceeds", GuardrailDirection.AtMost),
        ("never below", GuardrailDirection.AtLeast), ("not below", GuardrailDirection.AtLeast), ("never under", GuardrailDirection.AtLeast), ("not under", GuardrailDirection.AtLeast),
        ("no less than", GuardrailDirection.AtLeast), ("not less than", GuardrailDirection.AtLeast), ("no lower than", GuardrailDirection.AtLeast), ("never less than", GuardrailDirection.AtLeast),
        ("never above", GuardrailDirection.AtMost), ("never over", GuardrailDirection.AtMost), ("not above", GuardrailDirection.AtMost), ("not over", GuardrailDirection.AtMost),
        ("no more than", GuardrailDirection.AtMost), ("not more than", GuardrailDirection.AtMost), ("never more than", GuardrailDirection.AtMost), ("no higher than", GuardrailDirection.AtMost),
        ("at most", GuardrailDirection.AtMost), ("at least", GuardrailDirection.AtLeast), ("up to", GuardrailDirection.AtMost), ("less than", GuardrailDirection.AtMost), ("more than", GuardrailDirection.AtLeast),
        ("maximum", GuardrailDirection.AtMost), ("minimum", GuardrailDirection.AtLeast), ("max.", GuardrailDirection.AtMost), ("min.", GuardrailDirection.AtLeast), ("max", GuardrailDirection.AtMost),
        ("min", GuardrailDirection.AtLeast), ("under", GuardrailDirection.AtMost), ("below", GuardrailDirection.AtMost), ("over", GuardrailDirection.AtLeast), ("above", GuardrailDirection.AtLeast),
        ("within", GuardrailDirection.AtMost), ("capped at", GuardrailDirection.AtMost), ("cap", GuardrailDirection.AtMost), ("ceiling", GuardrailDirection.AtMost), ("floor", GuardrailDirection.AtLeast),
        ("<=", GuardrailDirection.AtMost), (">=", GuardrailDirection.AtLeast), ("≤", GuardrailDirection.AtMost), ("≥", GuardrailDirection.AtLeast), ("<", GuardrailDirection.AtMost), (">", GuardrailDirection.AtLeast),
    ];

    public static Guardrail Read(RowCells row)
    {
        var text = row.Primary;
        var (measure, direction, rest) = Split(text);
        var limit = row.Amount(Limit);
        direction = (row.Known(Direction) is { } side ? Split(side).Direction : null)
            ?? limit?.Limit switch { AmountLimit.AtMost => GuardrailDirection.AtMost, AmountLimit.AtLeast => GuardrailDirection.AtLeast, _ => (GuardrailDirection?)null }
            ?? DirectionOfHeading(row) ?? direction;
        if (limit is null && rest.AsSpan().IndexOfAnyInRange('0', '9') >= 0)
        {
            var reading = AmountReader.Read(rest, AmountUnit.Number, row.Context.Currency);
            if (reading.Expected is { } expected)
                row.Context.Error("amount-unreadable", row.At, $"\"{text}\" in Rule", expected);
            limit = reading.Amount;
        }

        if (direction is null)
            row.Context.Error("guardrail-direction", row.At, $"\"{text}\" in Rule", "at most or at least, such as \"Gross burn at most $9,000\"");
        return new Guardrail
        {
            At = row.At,
            Rule = row.Text(Limit) is { } written && !text.Contains(written, StringComparison.Ordinal) ? string.Join(' ', new[] { text, row.Known(Direction), written }.OfType<string>()) : text,
            Measure = measure.Length > 0 ? measure : text,
            Direction = direction,
            Limit = limit,
            Present = row.Cell(Present) is { } present && present.AsSpan().IndexOfAnyInRange('0', '9') < 0 ? null : row.Amount(Present),
            Extra = row.Extra,
            Note = row.Cell(Present) is { } words && words.AsSpan().IndexOfAnyInRange('0', '9') < 0 && !AmountReader.IsUnknown(words) ? Join(row.Note, words) : row.Note,
        };
    }

    private static string Join(string? note, string words) => note is null ? words : $"{note}; {words}";

    private static GuardrailDirection? DirectionOfHeading(RowCells row) =>
        row.HeadingOf(Limit) is { } heading && FoldedName.Of(heading) is not "limit" ? Split(heading).Direction : null;

    /// <summary>"Gross burn at most $9,000" is the measure "Gross burn", a direction, and "$9,000". Leading "Keep", "No" and "Max" belong to neither.</summary>
    private static (string Measure, GuardrailDirection? Direction, string Behind) Split(string text)
    {
        foreach (var (phrase, found) in Phrases)
        {
            var at = IndexOf(text, phrase);
            if (at < 0)
                continue;
            var direction = found;
            var before = text[..at].Trim().TrimEnd(':', ',', '-', '–', '—').Trim();
            var rest = text[(at + phrase.Length)..].TrimStart(' ', ':', '=').Trim();
            // "No client over 40 %" forbids what it names.
            if (before.StartsWith("no ", StringComparison.OrdinalIgnoreCase) && phrase is "over" or "above" or "more than" or ">" or "under" or "below" or "less than" or "<")
            {
                direction = direction == GuardrailDirection.AtMost ? GuardrailDirection.AtLeast : GuardrailDirection.AtMost;
                before = before[3..];
            }

            if (before.StartsWith("keep ", StringComparison.OrdinalIgnoreCase))
                before = before[5..];
            foreach (var ending in (ReadOnlySpan<string>)[" is", " stays", " must be", " must stay", " should be", " should stay", " to be", " must", " should", " of", " be"])
            {
                if (before.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                    before = before[..^ending.Length];
            }

            var number = rest.AsSpan().IndexOfAnyInRange('0', '9');
            if (before.Length == 0 || FoldedName.Of(before) == "keep")
            {
                // "Max burn $9,000", "Keep at least $10,000 in cash": the measure stands on the other side.
                before = number > 0 && rest.AsSpan(0, number).IndexOfAnyInRange('a', 'z') >= 0
                    ? rest[..number].Trim(' ', '$', '€', '£', ':', '=')
                    : RemarkOf(rest);
                if (number > 0 && rest.AsSpan(0, number).IndexOfAnyInRange('a', 'z') >= 0)
                    rest = rest[(number > 0 && rest[number - 1] is '$' or '€' or '£' ? number - 1 : number)..];
            }

            return (before.Trim(), direction, rest);
        }

        return (text.Trim(), null, text);
    }

    private static string RemarkOf(string rest)
    {
        var remark = AmountReader.Read(rest, AmountUnit.Number).Amount?.Remark ?? "";
        foreach (var lead in (ReadOnlySpan<string>)["in the ", "in ", "of "])
        {
            if (remark.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
                return remark[lead.Length..];
        }

        return remark;
    }

    private static int IndexOf(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + phrase.Length;
            if (!char.IsLetter(phrase[0]) || (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return at;
        }

        return -1;
    }
}
