using System.Text.Json.Serialization;
using ExecReports.Analysis;
using ExecReports.Rendering;

namespace ExecReports.Reports.Changes;

/// <summary>What has changed since the last archived report of the same type.</summary>
public sealed record SinceLast
{
    /// <summary>The date that the last report spoke about; null: this is the first.</summary>
    public DateOnly? AsOf { get; init; }
    /// <summary>When the last report was made, UTC.</summary>
    public DateTimeOffset? GeneratedTimestamp { get; init; }
    /// <summary>Figures with another value, tiles first.</summary>
    public IReadOnlyList<FigureMove> Figures { get; init; } = [];
    /// <summary>Items that the last report did not have.</summary>
    public IReadOnlyList<ItemMove> New { get; init; } = [];
    /// <summary>Items that only the last report had.</summary>
    public IReadOnlyList<ItemMove> Resolved { get; init; } = [];
    /// <summary>Items of both, with other money.</summary>
    public IReadOnlyList<ItemMove> Changed { get; init; } = [];
    /// <summary>Items of both that are work to be closed, open longest first.</summary>
    [JsonIgnore]
    public IReadOnlyList<ItemMove> StillOpen { get; init; } = [];
    /// <summary>Whether the last report kept no items (it was made by an older edition), so that nothing can be said of them.</summary>
    public bool ItemsUnknown { get; init; }

    /// <summary>Whether there was no report before.</summary>
    [JsonIgnore]
    public bool IsFirst => AsOf is null;
    /// <summary>Whether anything has changed.</summary>
    [JsonIgnore]
    public bool Any => Figures.Count + New.Count + Resolved.Count + Changed.Count > 0;

    /// <summary>
    /// Compares a report with the last one. Figures are the same by id and unit, and moved when an end (as it is shown), the text, or whether it is known differs; direction and judgement go by the middle.
    /// Items are the same by key. An item's first date is carried on from report to report.
    /// </summary>
    /// <param name="figures">The figures now.</param>
    /// <param name="items">The items now.</param>
    /// <param name="asOf">The report's date.</param>
    /// <param name="last">The last report; null: there is none.</param>
    /// <param name="currency">ISO 4217 code.</param>
    /// <returns>The changes, and the items with the date since which each is open.</returns>
    public static (SinceLast Changes, IReadOnlyList<OpenItem> Items) Of(
        IReadOnlyList<Figure> figures, IReadOnlyList<OpenItem> items, DateOnly asOf, FiguresDocument? last, string currency)
    {
        if (last is null)
            return (new SinceLast(), [.. items.Select(item => item with { OpenSince = asOf })]);
        var before = (last.Open ?? []).GroupBy(item => item.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var dated = items.Select(item => item with { OpenSince = before.GetValueOrDefault(item.Key)?.OpenSince ?? asOf }).ToList();
        var keys = items.Select(item => item.Key).ToHashSet(StringComparer.Ordinal);
        var known = last.Open is not null;
        return (new SinceLast
        {
            AsOf = last.AsOf,
            GeneratedTimestamp = last.GeneratedTimestamp,
            Figures = [.. figures.Select(figure => MoveOf(figure, last, currency)).OfType<FigureMove>().OrderByDescending(move => move.Kpi)],
            New = known ? [.. dated.Where(item => !before.ContainsKey(item.Key)).Select(item => new ItemMove(item, 0))] : [],
            Resolved = [.. before.Values.Where(item => !keys.Contains(item.Key)).Select(item => new ItemMove(item, Days(item.OpenSince ?? last.AsOf, asOf)))],
            Changed =
            [
                .. dated.Where(item => before.TryGetValue(item.Key, out var then) && (then.Low, then.High) != (item.Low, item.High))
                    .Select(item => new ItemMove(item, Days(item.OpenSince!.Value, asOf), before[item.Key].Low, before[item.Key].High)),
            ],
            StillOpen = [.. dated.Where(item => before.ContainsKey(item.Key) && OpenItems.IsWork(item)).Select(item => new ItemMove(item, Days(item.OpenSince!.Value, asOf))).OrderByDescending(move => move.Days)],
            ItemsUnknown = !known,
        }, dated);
    }

    /// <summary>How a figure moved; null if it did not, or the last report had none of that id in that unit.</summary>
    public static FigureMove? MoveOf(Figure figure, FiguresDocument? last, string currency)
    {
        if (last?.Same(figure) is not { } then)
            return null;
        // A difference that no reader could see is none: a share's ten thousandth, a mean's hundredth of a cent.
        if ((Shown(figure.Low, figure.Unit), Shown(figure.High, figure.Unit), figure.Text, figure.Unknown > 0) == (Shown(then.Low, then.Unit), Shown(then.High, then.Unit), then.Text, then.Unknown > 0))
            return null;
        var (now, ago) = (figure.Value?.Middle, then.Value?.Middle);
        var difference = now - ago;
        return new FigureMove(figure.Id, figure.Label, ChangeWords.Value(then, currency), ChangeWords.Value(figure, currency),
            difference switch { > 0 => "up", < 0 => "down", _ => "other" }, difference is { } by && by != 0 ? Math.Abs(by) : null,
            (figure.Better, difference) switch
            {
                (Better.Higher, > 0) or (Better.Lower, < 0) => Judgement.Better,
                (Better.Higher, < 0) or (Better.Lower, > 0) => Judgement.Worse,
                _ => Judgement.Neither,
            })
        {
            Unit = figure.Unit, Kpi = figure.Kpi,
        };
    }

    private static decimal? Shown(decimal? value, FigureUnit unit) => value is { } known
        ? Math.Round(known, unit switch { FigureUnit.Share => 3, FigureUnit.Days or FigureUnit.Months => 1, _ => 2 }, MidpointRounding.AwayFromZero)
        : null;

    private static int Days(DateOnly since, DateOnly asOf) => Math.Max(0, asOf.DayNumber - since.DayNumber);
}
