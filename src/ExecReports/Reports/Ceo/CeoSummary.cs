using ExecReports.Analysis;
using ExecReports.Rendering;

namespace ExecReports.Reports.Ceo;

/// <summary>The CEO report's summary: what needs a decision.</summary>
internal static class CeoSummary
{
    /// <summary>A paragraph of plain sentences.</summary>
    public static string Of(CeoModel model, string currency)
    {
        var sentences = new List<string>();
        var critical = model.Open.Where(line => line.Shortfall.IsCritical).ToList();
        if (critical.Count == 0)
        {
            sentences.Add(model.Open.Count == 0 ? "No shortfall is open." : $"No shortfall is critical; {Formats.Count(model.Open.Count, "is", "are")} open.");
        }
        else
        {
            var money = Total.Sum(critical.Select(line => line.Shortfall.Row.MoneyPerMonth));
            sentences.Add($"{Formats.Count(critical.Count, "critical shortfall costs", "critical shortfalls cost")} {Formats.Money(money, currency)} a month.");
            var first = critical[0].Shortfall;
            sentences.Add($"The dearest is “{first.Row.Title}” at {first.Entity.Name}{(first.Row.Due is { } due ? $", due on {Formats.Date(due)}" : "")}.");
        }

        var overdue = model.Agenda.Count(item => item.DaysOverdue > 0);
        sentences.Add(model.Agenda.Count == 0
            ? $"Nothing is due in the next {Formats.Days(model.AgendaDays)}."
            : $"{Formats.Count(model.Agenda.Count, "action is", "actions are")} due in the next {Formats.Days(model.AgendaDays)}"
                + (overdue > 0 ? $", {Formats.Number(overdue)} of them overdue." : "."));
        var notReady = model.Trips.Count(line => line.Check is { NotReady: true, Tentative: false });
        if (notReady > 0)
            sentences.Add($"{Formats.Count(notReady, "trip", "trips")} of the next {Formats.Days(model.TripDays)} {Wording.Plural(notReady, "lacks", "lack")} signed waivers or crew.");
        if (model.Disagreements.Count > 0)
            sentences.Add($"{Formats.Count(model.Disagreements.Count, "claim", "claims")} of the handoffs {Wording.Plural(model.Disagreements.Count, "disagrees", "disagree")} with what AWS, git or operations show.");
        if (model.MissingKpis.Count > 0)
            sentences.Add($"{Formats.Count(model.MissingKpis.Count, "missing KPI", "missing KPIs")}: the handoffs name {Wording.Plural(model.MissingKpis.Count, "it", "them")}, and nothing gives {Wording.Plural(model.MissingKpis.Count, "its value", "their values")}.");
        return string.Join(" ", sentences);
    }
}
