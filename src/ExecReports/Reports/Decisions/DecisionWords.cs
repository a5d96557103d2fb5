using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports.Decisions;

/// <summary>Pieces of the sentences of decisions.</summary>
internal static class DecisionWords
{
    /// <summary>A text of a handoff within a sentence: without a full stop of its own.</summary>
    public static string Inner(string text) => text.Trim().TrimEnd('.', ';', ',');

    /// <summary>Money at stake in words: <c>$900–1,500 a month</c>, <c>$925 once</c>, <c>not known</c>.</summary>
    public static string AtStake(Decision decision, string currency) => decision is { Low: { } low, High: { } high }
        ? $"{Formats.Money((Bounds?)Rounded(new Bounds(low, high)), currency)} {(decision.PerMonth ? "a month" : "once")}"
        : "no amount known";

    /// <summary>Who, until when and at which rows, in short.</summary>
    public static string Due(Decision decision) =>
        decision.DueProposed ? $"{Formats.Date(decision.Due)} (proposed: no date is written)"
        : decision.DaysOverdue > 0 ? $"{Formats.Date(decision.Due)}, {Formats.Days(decision.DaysOverdue)} overdue"
        : Formats.Date(decision.Due);

    /// <summary>The owner; where nobody is named, the report's reader, and that it is so.</summary>
    public static string Owner(Decision decision) => decision.OwnerProposed ? $"{decision.Owner} (nobody is named)" : decision.Owner;

    /// <summary>The first rows, <c>harbour.md:162</c>, an old one with its date: <c>harbour.md:162 (as of 2 Aug 2026)</c>; how many more there are.</summary>
    public static string Places(Decision decision, DateOnly asOf, Thresholds thresholds)
    {
        const int Shown = 3;
        var places = decision.Sources.GroupBy(source => source.Location[(source.Location.LastIndexOf('/') + 1)..])
            .Select(place => place.Key + (place.FirstOrDefault(IsOld)?.At is { } day ? $" (as of {Formats.Date(Day(day))})" : "")).ToList();
        return string.Join(", ", places.Take(Shown)) + (places.Count > Shown ? $" and {Formats.Number(places.Count - Shown)} more" : "");

        bool IsOld(SourceRef source) => source is { Kind: "handoff", At: { } day } && FactAge.IsOld(Day(day), asOf, thresholds);
        static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
    }

    // Cents of a product of rates mean nothing where a decision is about hundreds.
    private static Bounds Rounded(Bounds money) => money.High < 100 ? money
        : new Bounds(Math.Round(money.Low, 0, MidpointRounding.AwayFromZero), Math.Round(money.High, 0, MidpointRounding.AwayFromZero));
}
