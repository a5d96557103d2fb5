using ExecReports.Rendering;

namespace ExecReports.Reports.Cto;

/// <summary>The CTO report's summary: what needs a decision.</summary>
internal static class CtoSummary
{
    /// <summary>A paragraph of plain sentences.</summary>
    public static string Of(CtoModel model, string currency)
    {
        var sentences = new List<string>();
        if (model.Security.Count == 0)
        {
            sentences.Add("No security gap is open.");
        }
        else
        {
            var unassigned = model.Security.Count(line => line.Gap.Owner is null);
            sentences.Add($"{Formats.Count(model.Security.Count, "security gap is", "security gaps are")} open"
                + (unassigned > 0 ? $", {Formats.Number(unassigned)} of them without an owner." : "."));
        }

        var ended = model.Ending.Count(line => line.HasEnded);
        var soon = model.Ending.Count - ended;
        if (ended > 0)
            sentences.Add($"{Formats.Count(ended, "version in use is", "versions in use are")} out of support{(soon > 0 ? $", {Formats.Number(soon)} more soon" : "")}.");
        else if (soon > 0)
            sentences.Add($"{Formats.Count(soon, "version in use is", "versions in use are")} out of support soon.");
        if (model.SavingsPerMonth.Terms > 0)
            sentences.Add($"About {Formats.MoneyShort(model.SavingsPerMonth.Known, currency)} a month can be saved"
                + (model.SavingsPerMonth.Unknown > 0 ? $"; {Formats.Count(model.SavingsPerMonth.Unknown, "further saving has", "further savings have")} no known amount." : "."));
        var open = model.Ux.Count(line => line.IsOpen);
        if (open > 0)
            sentences.Add($"{Formats.Count(open, "UX deficit is", "UX deficits are")} open.");
        var weakest = model.Maturity.Where(one => one.Level is not null).ToList();
        if (weakest.Count > 0)
        {
            var level = weakest.Min(one => one.Level);
            sentences.Add($"The development cycle is weakest at {Wording.List([.. weakest.Where(one => one.Level == level).Select(one => one.Entity.Name)])} (level {Formats.Number(level)} of 4).");
        }

        return string.Join(" ", sentences);
    }
}
