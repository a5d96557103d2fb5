using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Finance;

/// <summary>A saving that a cost line names. Money per month; null if its cell says that it is not known.</summary>
public sealed record CostSaving(Handoff Entity, CostLine Line);

/// <summary>Savings that the handoffs' cost lines name.</summary>
/// <param name="Lines">Lines with a saving, known or not; largest high end first, unknown last.</param>
/// <param name="PerMonth">Sum of the known ones, low and high, money per month; the unknown are counted apart.</param>
public sealed record CostSavings(IReadOnlyList<CostSaving> Lines, Total PerMonth);

/// <summary>Savings per month = sum of the column Saving (Could save, Possible saving) of Costs. A blank cell, a dash and 0 claim none; a cell that says "?" or "TBD" is unknown and counted apart.</summary>
public static class Savings
{
    /// <summary>Savings of a set of entities.</summary>
    public static CostSavings Of(IReadOnlyList<Handoff> handoffs)
    {
        var lines = handoffs.SelectMany(h => h.Costs.Where(Claims).Select(c => new CostSaving(h, c)))
            .OrderByDescending(s => s.Line.Saving?.High ?? -1).ToList();
        return new(lines, Total.Sum(lines.Select(s => s.Line.Saving)));
    }

    /// <summary>Whether a cost line names a saving, known or not.</summary>
    public static bool Claims(CostLine cost) => cost.Saving is { } saving ? saving.High > 0 : cost.SavingAsWritten is { } written && written.Trim() is not ("" or "-" or "–" or "—");
}
