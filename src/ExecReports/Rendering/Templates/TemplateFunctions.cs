using System.Globalization;
using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Reports;
using ExecReports.Reports.Changes;
using ExecReports.Reports.Decisions;
using Scriban;
using Scriban.Runtime;

namespace ExecReports.Rendering.Templates;

/// <summary>
/// The functions that templates call (<c>docs/reports.md</c>). Each takes null and then yields "unknown"; each yields text, which is escaped where it
/// is written. The formatting itself is <see cref="Formats"/>.
/// </summary>
internal static class TemplateFunctions
{
    /// <summary>Puts the functions among a template's names.</summary>
    /// <param name="globals">The names.</param>
    /// <param name="context">The rendering: currency, date, from which age on a fact shows its date, and the last report, for changes.</param>
    /// <param name="figures">The report's figures.</param>
    /// <param name="footnotes">The numbered places of its tiles.</param>
    /// <param name="elsewhere">Finds a figure that is not among them, by another report's id before its own.</param>
    /// <param name="charts">The report's charts.</param>
    /// <param name="include">Renders a part of that name into the output.</param>
    public static void AddTo(
        ScriptObject globals, RenderContext context, IReadOnlyList<Figure> figures, IReadOnlyList<FigureFootnote> footnotes, Func<string, Figure?> elsewhere, IReadOnlyList<Chart> charts, Action<TemplateContext, string> include)
    {
        var (currency, asOf, thresholds, last) = (context.Settings.Currency, context.AsOf, context.Settings.Thresholds, context.Previous);
        Add("money", 1, a => a[0] switch
        {
            null => Formats.Unknown,
            Bounds value => Formats.Money(value, currency),
            Amount value => Formats.Money(value, currency),
            Total value => Formats.Money(value, currency),
            var value => Formats.Money(Decimal(value), currency),
        });
        Add("money_short", 1, a => a[0] switch
        {
            null => Formats.Unknown,
            Bounds value => Formats.MoneyShort(value, currency),
            Amount value => Formats.MoneyShort(value, currency),
            Total value => Formats.MoneyShort(value, currency),
            var value => Formats.MoneyShort(Decimal(value), currency),
        });
        Add("number", 1, a => a[0] switch
        {
            null => Formats.Unknown,
            Bounds value => Formats.Number((Bounds?)value),
            Amount value => Formats.Number(value),
            Total value => Formats.Number((Total?)value),
            var value => Formats.Number(Decimal(value)),
        });
        Add("percent", 1, a => a[0] switch
        {
            null => Formats.Unknown,
            Bounds value => Formats.Percent((Bounds?)value),
            Amount value => Formats.Percent(value),
            var value => Formats.Percent(Decimal(value)),
        });
        Add("amount", 1, a => a[0] switch
        {
            null => Formats.Unknown,
            Amount value => Formats.Amount(value, currency),
            var value => throw Wrong(value, "an amount of a handoff"),
        });
        Add("date", 1, a => Formats.Date(Day(a[0])));
        Add("time", 1, a => a[0] switch
        {
            null => Formats.Unknown,
            DateTimeOffset value => Formats.Time(value),
            var value => throw Wrong(value, "a time"),
        });
        Add("month", 1, a => Formats.Month(Day(a[0])));
        Add("count", 3, a => a[0] switch
        {
            Bounds { IsSingle: false } value => $"{Formats.Number((Bounds?)value)} {a[2]}",
            Amount { Bounds.IsSingle: false } value => $"{Formats.Number(value)} {a[2]}",
            var value => Formats.Count(Decimal(value), Text(a[1]), Text(a[2])),
        });
        Add("days", 1, a => a[0] switch
        {
            Bounds { IsSingle: false } value => Formats.Number((Bounds?)value) + " days",
            Amount { Bounds.IsSingle: false } value => Formats.Number(value) + " days",
            var value => Formats.Days(Decimal(value)),
        });
        Add("fig", 1, a => a[0] is null ? Formats.Unknown : Formats.Figure(FigureOf(a[0]), currency));
        Add("note", 1, a => a[0] is not null && FigureFootnotes.NumberOf(FigureOf(a[0]), footnotes) is { } number ? new TrustedMarkdown(string.Create(CultureInfo.InvariantCulture, $"\\[{number}\\]")) : null);
        Add("old_since", 1, a => a[0] is not null && FactAge.OldSince(FigureOf(a[0]).Sources, asOf, thresholds) is { } day ? Formats.Date(day) : null);
        Add("target", 1, a => a[0] is null ? Formats.Unknown : Formats.Target(FigureOf(a[0]), currency));
        Add("change", 1, a => a[0] is null ? null : FigureChange.InWords(FigureOf(a[0]), last, currency));
        Add("moved", 1, a => a[0] switch
        {
            null => null,
            FigureMove move => ChangeWords.Move(move, currency),
            var figure => ChangeWords.Tile(FigureOf(figure), last, currency),
        });
        Add("item_money", 1, a => a[0] is ItemMove move ? ChangeWords.Money(move, currency) : throw Wrong(a[0], "an item that moved"));
        Add("resolved", 1, a => a[0] is ItemMove move ? ChangeWords.Word(move, "resolved") : throw Wrong(a[0], "an item that moved"));
        Add("value", 2, a => a[0] is Bounds bounds ? Formats.Value(bounds, FigureOf(a[1]).Unit, currency) : a[0] is null ? Formats.Unknown : throw Wrong(a[0], "a value of a figure"));
        // The picture's text is the chart's own finding; where the facts allow no chart, there is no picture.
        Add("chart", 1, a => charts.FirstOrDefault(chart => chart.Id == Text(a[0])) is { } chart ? new TrustedMarkdown($"![{MarkdownText.Escape(chart.Alt)}](chart:{chart.Id})") : null);
        Add("at", 1, a => a[0] switch
        {
            null => Formats.Unknown,
            HandoffRow row => PlaceWords.Of(row.At, asOf, thresholds),
            SourceLine line => PlaceWords.Of(line, asOf, thresholds),
            SourceRef source => source.Location[(source.Location.LastIndexOf('/') + 1)..],
            string text => text[(text.LastIndexOf('/') + 1)..],
            var value => throw Wrong(value, "a row, a line or a source"),
        });
        Add("bar", 2, a => Formats.Bar(Decimal(a[0]), Decimal(a[1])));
        Add("urgency", 1, a => UrgencyWords.Of(Decimal(a[0])));
        Add("at_stake", 1, a => DecisionWords.AtStake(DecisionOf(a[0]), currency));
        Add("decision_owner", 1, a => DecisionWords.Owner(DecisionOf(a[0])));
        Add("decision_due", 1, a => DecisionWords.Due(DecisionOf(a[0])));
        Add("decision_places", 1, a => DecisionWords.Places(DecisionOf(a[0]), asOf, thresholds));
        Add("yes_no", 1, a => a[0] switch
        {
            null => Formats.Unknown,
            bool value => Formats.YesNo(value),
            var value => throw Wrong(value, "true or false"),
        });
        Add("has_chart", 1, a => charts.Any(chart => chart.Id == Text(a[0])));
        Add("figure", 1, a => Text(a[0]) is var id && (figures.FirstOrDefault(figure => figure.Id == id) ?? elsewhere(id)) is { } found
            ? found
            : throw new ArgumentException($"the report has no figure '{id}'{NearestName.Hint(id, [.. figures.Select(figure => figure.Id)])}"));
        globals.SetValue("include", new TemplateFunction("include", 1, (context, arguments) =>
        {
            include(context, Text(arguments[0]));
            return null;
        }), readOnly: true);

        void Add(string name, int parameters, Func<ScriptArray, object?> body) =>
            globals.SetValue(name, new TemplateFunction(name, parameters, (_, arguments) => body(arguments)), readOnly: true);
    }

    private static decimal? Decimal(object? value) => value switch
    {
        null => null,
        decimal number => number,
        int number => number,
        long number => number,
        double number => (decimal)number,
        Bounds { IsSingle: true } bounds => bounds.Low,
        Amount { Bounds.IsSingle: true } amount => amount.Low,
        Total { Unknown: 0, Known.IsSingle: true } total => total.Known.Low,
        _ => throw Wrong(value, "a number"),
    };

    private static DateOnly? Day(object? value) => value switch
    {
        null => null,
        DateOnly day => day,
        DateTimeOffset time => DateOnly.FromDateTime(time.UtcDateTime),
        _ => throw Wrong(value, "a day"),
    };

    private static Decision DecisionOf(object? value) => value as Decision ?? throw Wrong(value, "a decision");

    private static Figure FigureOf(object? value) => value as Figure ?? throw Wrong(value, "a figure");

    private static string Text(object? value) => value as string ?? throw Wrong(value, "a text");

    private static ArgumentException Wrong(object? value, string expected) =>
        new($"expected {expected}, found {(value is null ? "nothing" : $"a {value.GetType().Name}")}");
}
