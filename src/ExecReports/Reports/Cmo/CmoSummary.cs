using ExecReports.Analysis.Marketing;
using ExecReports.Portfolio.Sections;
using ExecReports.Rendering;

namespace ExecReports.Reports.Cmo;

/// <summary>The CMO report's sentences.</summary>
internal static class CmoSummary
{
    /// <summary>The summary: what needs a decision.</summary>
    public static string Of(CmoModel model, string currency)
    {
        var sentences = new List<string>();
        if (model.Campaigns.Largest is { } largest)
        {
            sentences.Add($"“{largest.Row.Name}” reaches {Formats.Number(largest.Row.Audience)} recipients and may bring {Formats.MoneyShort(largest.Upside, currency)}.");
            if (model.Campaigns.Complete.Count > 1)
                sentences.Add($"All {Formats.Number(model.Campaigns.Complete.Count)} campaigns with known terms may bring {Formats.MoneyShort(model.Campaigns.Upside.Known, currency)}; their audiences may overlap.");
            sentences.Add(model.FitSentence);
        }
        else
        {
            sentences.Add(model.Lines.Count == 0 ? "No handoff plans a campaign." : "No campaign has all of its terms known, so that no upside can be computed.");
        }

        if (model.Sequence.Count > 0)
            sentences.Add($"{Formats.Count(model.Sequence.Count, "channel with a commission waits", "channels with a commission wait")} to be opened; the first is {model.Sequence[0].Row.Name} for {model.Sequence[0].Entity.Name}.");
        if (model.Grid.Rows.Count > 0)
            sentences.Add($"{Formats.Number(model.Grid.Count(ChannelState.Converting))} of {Formats.Number(model.Channels.Count)} channels bring bookings, {Formats.Number(model.Grid.Count(ChannelState.Absent))} are absent.");
        return string.Join(" ", sentences);
    }

    /// <summary>Whether the upside fits the calendar, in a sentence; empty without a campaign.</summary>
    public static string Fit(CalendarFit fit, string currency)
    {
        if (fit.Entities.Count == 0)
            return "";
        if (fit.Known.Count == 0)
            return "Operations know no boats of these entities, so that the upside cannot be held against free days.";
        var tight = fit.Known.Where(one => one.Fits == false).Select(one => one.Entity.Name).ToList();
        return tight.Count == 0
            ? $"The bookings of {Wording.List([.. fit.Known.Select(one => one.Entity.Name)])} fit into their free boat days of the next {Formats.Days(fit.Days)}."
            : $"The bookings do not all fit into the free boat days of {Wording.List(tight)} in the next {Formats.Days(fit.Days)}: capped there, {Formats.MoneyShort(fit.Raw, currency)} become {Formats.MoneyShort(fit.Capped, currency)}.";
    }
}
