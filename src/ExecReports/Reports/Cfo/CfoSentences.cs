using System.Globalization;
using ExecReports.Analysis.Finance;
using ExecReports.Analysis.Operations;
using ExecReports.Rendering;

namespace ExecReports.Reports.Cfo;

/// <summary>The CFO report's sentences.</summary>
/// <param name="currency">ISO 4217 code of the portfolio's currency.</param>
internal sealed class CfoSentences(string currency)
{
    /// <summary>The summary: what needs a decision.</summary>
    public string Summary(CfoModel model)
    {
        var sentences = new List<string>();
        var gross = model.Burn.Group.Gross;
        if (gross.Terms == 0)
            sentences.Add("No cost is known, so burn, break-even and runway cannot be computed.");
        else
            sentences.Add($"The group spends {Formats.MoneyShort(gross, currency)} a month before revenue, and {Formats.MoneyShort(model.Burn.Group.NetOrUnknown, currency)} after contracted revenue of {Formats.Money(model.Burn.Group.Contracted, currency)}.");
        sentences.Add(model.BreakEven.Sentence);
        sentences.Add(model.PaceSentence);
        if (model.Runway.IsKnown)
            sentences.Add($"Cash of {Formats.Money(model.Runway.Cash, currency)} {(model.Runway is { Months: not null } ? "lasts" : "lasts:")} {model.Runway.Words}.");
        else
            sentences.Add("No cash balance is stated, so the runway is unknown.");
        sentences.Add(model.GuardrailSentence);
        var decide = model.Capital.RevenueProducing.Count(c => c.NoPaybackShown);
        if (decide > 0)
            sentences.Add($"{Formats.Count(decide, "larger outlay shows", "larger outlays show")} no payback and {(decide == 1 ? "needs" : "need")} one before a decision.");
        return string.Join(' ', sentences);
    }

    /// <summary>Units of the month against break-even: "short 2, worth $2,540".</summary>
    public string Pace(Pace pace)
    {
        var month = pace.Month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        var unit = pace.BreakEven.UnitName;
        if (pace.Counted is not { } counted)
            return $"No trip of {unit} is recorded, so {month} cannot be held against break-even.";
        var start = $"{Wording.Capital(unit)} in {month}: {pace.Done.Count} done and {pace.Booked.Count} booked";
        if (pace.Short is not { } missing)
            return $"{start}; there is no break-even to hold them against.";
        var needed = pace.BreakEven.Units!.Value;
        if (missing.High == 0)
            return $"{start}, which reaches the break-even of {Formats.Number(needed.High)}{(counted > needed.High ? $" with {Formats.Number(counted - needed.High)} to spare" : "")}.";
        return $"{start}, {Formats.Number((Portfolio.Bounds?)missing)} short of the break-even of {Formats.Number((Portfolio.Bounds?)needed)}, worth {Formats.Money(pace.Worth, currency)} of contribution.";
    }

    /// <summary>How many guardrails are broken, near, kept, unknown.</summary>
    public static string Guardrails(IReadOnlyList<GuardrailCheck> checks)
    {
        if (checks.Count == 0)
            return "No handoff states a financial guardrail.";
        int Of(GuardrailState state) => checks.Count(c => c.State == state);
        return $"Of {Formats.Count(checks.Count, "guardrail", "guardrails")}, {Of(GuardrailState.Broken)} {(Of(GuardrailState.Broken) == 1 ? "is" : "are")} broken, {Of(GuardrailState.Near)} near the limit and {Of(GuardrailState.Kept)} kept"
            + (Of(GuardrailState.Unknown) > 0 ? $", {Of(GuardrailState.Unknown)} cannot be told." : ".");
    }
}
