namespace ExecReports.Analysis.Evidence;

/// <summary>How often something is said to happen, read from words.</summary>
public static class Cadence
{
    /// <summary>Days between two occurrences for words such as "weekly releases", "every two weeks", "nightly"; null for others ("on demand", "rarely").</summary>
    public static int? Days(string? words)
    {
        if (words is null)
            return null;
        var folded = Folded.Of(words);
        bool Says(params string[] any) => any.Any(one => folded.Contains(one, StringComparison.Ordinal));
        return Says("daily", "nightly", "everyday", "everynight", "hourly") ? 1
            : Says("everytwoweeks", "every2weeks", "fortnight", "biweekly", "everyotherweek") ? 14
            : Says("twiceaweek", "twiceweekly") ? 4
            : Says("weekly", "everyweek", "onceaweek") ? 7
            : Says("quarterly", "everyquarter", "onceaquarter") ? 92
            : Says("monthly", "everymonth", "onceamonth") ? 31
            : null;
    }
}
