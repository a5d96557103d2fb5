using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports;

/// <summary>Makes figures from what the analysis gives: a range, a sum with unknown terms, a count, a word; and their inputs from rows, records and other figures.</summary>
internal static class FigureOf
{
    /// <summary>A value between two ends; null is unknown. Inputs that read the same are one input.</summary>
    public static Figure Range(string id, string label, FigureUnit unit, Bounds? value, string formula, IEnumerable<FigureInput> inputs)
    {
        var given = inputs.ToList();
        return new()
        {
            Id = id,
            Label = label,
            Unit = unit,
            Low = value?.Low,
            High = value?.High,
            Formula = formula,
            // Not by the record's own equality: what stands beneath an input is a list, and two lists are never equal.
            Inputs = [.. given.DistinctBy(input => (input.Name, input.Unit, input.Low, input.High, input.Text, input.Figure, input.Source))],
            Sources = [.. given.SelectMany(input => input.Source is { } source ? input.Beneath.Prepend(source) : input.Beneath).Distinct()],
        };
    }

    /// <summary>A sum; without any known term it is unknown, unless nothing was to be summed at all and <paramref name="noneIsZero"/> says that this is zero.</summary>
    public static Figure Sum(string id, string label, FigureUnit unit, Total value, string formula, IEnumerable<FigureInput> inputs, bool noneIsZero = false) =>
        Range(id, label, unit, value.Terms > 0 || (noneIsZero && value.Unknown == 0) ? value.Known : null, formula, inputs) with { Unknown = value.Unknown };

    /// <summary>A count.</summary>
    public static Figure Count(string id, string label, decimal? count, string formula, IEnumerable<FigureInput> inputs) =>
        Range(id, label, FigureUnit.Count, count is { } n ? Bounds.Of(n) : null, formula, inputs);

    /// <summary>Rows that are counted.</summary>
    public static IEnumerable<FigureInput> Rows(IEnumerable<HandoffRow> rows) => Rows(rows, _ => null);

    /// <summary>Rows, each with the value that it gives: money, a number, a day, a state.</summary>
    public static IEnumerable<FigureInput> Rows<T>(IEnumerable<T> rows, Func<T, object?> value)
        where T : HandoffRow => rows.Select(row => Valued(new FigureInput { Name = RowName.Of(row), Source = SourceRef.Of(row) }, value(row)));

    /// <summary>A record with the value that it gives; <paramref name="beneath"/> are rows from which that value was computed.</summary>
    public static FigureInput Record(string name, SourceRef source, object? value = null, IEnumerable<HandoffRow>? beneath = null) =>
        Valued(new FigureInput { Name = name, Source = source, Beneath = [.. (beneath ?? []).Select(SourceRef.Of)] }, value);

    /// <summary>Several cells of a row, each behind its name; unknown ones are inputs without a value.</summary>
    public static IEnumerable<FigureInput> Cells(HandoffRow row, params IEnumerable<(string Cell, object? Value)> cells) =>
        cells.Select(cell => Record($"{RowName.Of(row)}, {cell.Cell}", SourceRef.Of(row), cell.Value));

    /// <summary>Other figures of the report as inputs; their sources become those of the new figure.</summary>
    public static IEnumerable<FigureInput> Figures(params IEnumerable<Figure> figures) => figures.Select(figure => new FigureInput
    {
        Name = figure.Label,
        Unit = figure.Unit,
        Low = figure.Low,
        High = figure.High,
        Text = figure.Text,
        Figure = figure.Id,
        Beneath = figure.Sources,
    });

    /// <summary>A name as a part of an id: lower case letters and digits, the rest hyphens.</summary>
    public static string Slug(string name) =>
        string.Join('-', new string([.. name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static FigureInput Valued(FigureInput input, object? value) => value switch
    {
        null => input,
        Amount amount => input with { Unit = UnitOf(amount.Unit), Low = amount.Low, High = amount.High },
        Bounds bounds => input with { Unit = FigureUnit.Number, Low = bounds.Low, High = bounds.High },
        (Bounds bounds, FigureUnit unit) => input with { Unit = unit, Low = bounds.Low, High = bounds.High },
        decimal number => input with { Unit = FigureUnit.Number, Low = number, High = number },
        int number => input with { Unit = FigureUnit.Number, Low = number, High = number },
        DateOnly day => input with { Unit = FigureUnit.Date, Text = Formats.Date(day) },
        Enum word => input with { Unit = FigureUnit.Text, Text = Formats.Words(word) },
        string text => input with { Unit = FigureUnit.Text, Text = text },
        _ => throw new ArgumentException($"A {value.GetType().Name} is no value of an input."),
    };

    private static FigureUnit UnitOf(AmountUnit unit) => unit switch
    {
        AmountUnit.Money => FigureUnit.Money,
        AmountUnit.Percent => FigureUnit.Share,
        _ => FigureUnit.Number,
    };
}
