using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports.Changes;

/// <summary>Changes since the last report in words.</summary>
internal static class ChangeWords
{
    /// <summary>The change in a sentence or two.</summary>
    public static string Summary(SinceLast since)
    {
        if (since.IsFirst)
            return "This is the first report of this kind in the archive; from the next one on, what has changed stands here.";
        var day = Formats.Date(since.AsOf);
        if (!since.Any)
            return $"Nothing has changed since the report of {day}." + StillOpen(since);
        var parts = new List<string>();
        if (since.Figures.Count > 0)
        {
            int Of(Judgement judgement) => since.Figures.Count(move => move.Judgement == judgement);
            var judged = new[] { (Of(Judgement.Better), "better"), (Of(Judgement.Worse), "worse") }.Where(one => one.Item1 > 0).Select(one => $"{Formats.Number(one.Item1)} for the {one.Item2}").ToList();
            parts.Add($"{Formats.Count(since.Figures.Count, "figure has", "figures have")} moved{(judged.Count > 0 ? $" ({string.Join(", ", judged)})" : "")}");
        }

        parts.AddRange(Wording.Counted(
            (since.New.Count, "item is new", "items are new"),
            (since.Resolved.Count, "item is gone or resolved", "items are gone or resolved"),
            (since.Changed.Count, "item has other money", "items have other money")));
        return $"Since the report of {day} {Wording.List(parts)}." + StillOpen(since)
            + (since.ItemsUnknown ? " That report kept no list of open items, so nothing is said of them." : "");
    }

    /// <summary><c>▲ $300, worse</c>, <c>▼ 2, better</c>, <c>was Feb 2027</c>; <c>unchanged</c>; null where the last report had no such figure.</summary>
    public static string? Tile(Figure figure, FiguresDocument? last, string currency)
    {
        if (last?.Same(figure) is null)
            return null;
        return SinceLast.MoveOf(figure, last, currency) is { } move ? Move(move, currency) : "unchanged";
    }

    /// <summary>A figure's value, money in full: beside its change two digits would hide it.</summary>
    public static string Value(Figure figure, string currency) => figure is { Unit: FigureUnit.Money or FigureUnit.MoneyPerMonth, Low: { } low, High: { } high }
        ? (figure.Unknown > 0 ? "at least " : "") + Formats.Money((Bounds?)new Bounds(Math.Round(low, 2, MidpointRounding.AwayFromZero), Math.Round(high, 2, MidpointRounding.AwayFromZero)), currency)
            + (figure.Unit == FigureUnit.MoneyPerMonth ? "/month" : "")
        : Formats.Figure(figure, currency);

    /// <summary>A move in short.</summary>
    public static string Move(FigureMove move, string currency)
    {
        var judgement = move.Judgement switch { Judgement.Better => ", better", Judgement.Worse => ", worse", _ => "" };
        return move.By is { } by ? $"{(move.Direction == "up" ? "▲" : "▼")} {By(by, move.Unit, currency)}{judgement}" : $"was {move.Before}";
    }

    // By the cent where two digits would say nothing: a move of $12.34 of $7,020 is no "$12".
    private static string By(decimal by, FigureUnit unit, string currency) => unit switch
    {
        FigureUnit.Money => Formats.Money((decimal?)Math.Round(by, 2), currency),
        FigureUnit.MoneyPerMonth => Formats.Money((decimal?)Math.Round(by, 2), currency) + "/month",
        FigureUnit.Share => Formats.Number((decimal?)Math.Round(by * 100, 1)) + " points",
        FigureUnit.Number => Formats.Number((decimal?)Math.Round(by, 2)),
        _ => Formats.Value(Math.Round(by, 2), unit, currency),
    };

    /// <summary>What happened to an item, in a word.</summary>
    public static string Word(ItemMove move, string what) => what == "resolved" && move.Item.Kind is "cost" or "campaign" ? "gone" : what;

    /// <summary>An item's money; where that changed, before and now.</summary>
    public static string Money(ItemMove move, string currency)
    {
        var unit = move.Item.PerMonth ? " a month" : "";
        string Of(decimal? low, decimal? high) => low is { } from && high is { } to ? Formats.Money((Bounds?)new Bounds(Math.Round(from, 2), Math.Round(to, 2)), currency) : Formats.Unknown;
        if (move is { LowBefore: null, HighBefore: null })
            return move.Item.Low is null ? "" : Of(move.Item.Low, move.Item.High) + unit;
        return $"{Of(move.LowBefore, move.HighBefore)} → {Of(move.Item.Low, move.Item.High)}{unit}";
    }

    private static string StillOpen(SinceLast since)
    {
        if (since.StillOpen.Count == 0)
            return "";
        var oldest = since.StillOpen[0];
        return $" Still open: {Wording.List([.. since.StillOpen.GroupBy(move => move.Item.Kind).Select(group => Formats.Count(group.Count(), group.Key, Plural(group.Key)))])}"
            + (oldest.Days > 0 ? $", the longest for {Formats.Days(oldest.Days)} ({oldest.Item.What})." : ".");
    }

    private static string Plural(string kind) => kind == "delivery" ? "deliveries" : kind + "s";
}
