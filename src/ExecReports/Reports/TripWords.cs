using ExecReports.Analysis.Operations;
using ExecReports.Rendering;

namespace ExecReports.Reports;

/// <summary>What a trip lacks, in words.</summary>
internal static class TripWords
{
    /// <summary><c>3 waivers unsigned; nobody for Mate</c>; <c>nothing</c> if it is ready.</summary>
    public static string Lacks(TripCheck check)
    {
        var lacks = new List<string>();
        if (check.Unsigned is null)
            lacks.Add("guests or waivers are not known");
        else if (check.Unsigned > 0)
            lacks.Add($"{Formats.Count(check.Unsigned, "waiver", "waivers")} unsigned");
        if (check.Unfilled.Count > 0)
            lacks.Add($"nobody for {Wording.List([.. check.Unfilled])}");
        if (check.CrewUnknown)
            lacks.Add("no crew role is listed");
        return lacks.Count == 0 ? "nothing" : string.Join("; ", lacks);
    }
}
