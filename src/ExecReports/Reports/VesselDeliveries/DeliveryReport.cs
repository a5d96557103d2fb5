using ExecReports.Analysis;
using ExecReports.Analysis.Operations;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports.VesselDeliveries;

/// <summary>The report of a business that delivers vessels: queue, on-time rate, margin, utilisation, billing, satisfaction.</summary>
public sealed class DeliveryReport : IReportBuilder
{
    /// <inheritdoc/>
    public string Id => "delivery";

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">No entity was given.</exception>
    public ReportContent Build(PortfolioFacts facts, Handoff? entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var currency = facts.Settings.Currency;
        var result = DeliveryPerformance.Of(entity, facts.AsOf);
        var model = new DeliveryModel { Result = result, NotInvoicedSentence = NotInvoiced(result, currency), OnTimeSentence = OnTime(result) };
        return new ReportContent
        {
            Title = $"{entity.Name}: {facts.Settings.Titles.GetValueOrDefault(Id, "delivery report")}",
            Summary = Summary(model),
            Figures = LookedThrough.Complete(DeliveryFigures.Of(result), facts, entity, SourceKinds.Handoffs),
            Charts = Charts(result, currency),
            Gaps = [.. ReportGaps.Of(facts, entity, SourceKinds.Handoffs), .. Missing(result)],
            Sources = ReportSources.Of(facts, entity, SourceKinds.Handoffs),
            Model = model,
        };
    }

    private static string Summary(DeliveryModel model)
    {
        var r = model.Result;
        if (r.All.Count == 0)
            return $"No delivery of {r.Entity.Name} is listed, so there is nothing to report.";
        var late = r.LateNow.Count == 0 ? "None of them is past its agreed date." : $"Past the agreed date: {string.Join(", ", r.LateNow.Select(d => $"{d.Row.Vessel} by {Formats.Days(d.DaysLate)}"))}.";
        return $"{model.NotInvoicedSentence} {Formats.Count(r.UnderWay.Count, "delivery is", "deliveries are")} under way and {r.Queue.Count} queued. {late} {model.OnTimeSentence}";
    }

    private static string NotInvoiced(DeliveryResult r, string currency)
    {
        var unknown = r.InvoicedUnknown > 0 ? $" Of {Formats.Count(r.InvoicedUnknown, "delivery", "deliveries")} it is not known whether an invoice was sent." : "";
        if (r.NotInvoiced.Count == 0)
            return "Every delivery that has arrived is invoiced." + unknown;
        var longest = r.NotInvoiced[0];
        return $"{Formats.Count(r.NotInvoiced.Count, "delivery has", "deliveries have")} arrived and {(r.NotInvoiced.Count == 1 ? "is" : "are")} not invoiced, worth {Formats.Money(r.NotInvoicedMoney, currency)}"
            + (longest.DaysSince is { } days ? $"; {longest.Row.Vessel} has waited {Formats.Days(days)}." : ".") + unknown;
    }

    private static string OnTime(DeliveryResult r) => r.OnTimeRate is not { } rate
        ? "No delivery has both an agreed and an actual date, so the on-time rate is unknown."
        : $"{r.OnTime} of {Formats.Count(r.WithBothDates, "delivery", "deliveries")} arrived by the agreed date, {Formats.Percent(Math.Round(rate, 3))}{(r.WithoutDates > 0 ? $"; {Formats.Count(r.WithoutDates, "lacks", "lack")} a date" : "")}.";

    private static IReadOnlyList<Chart> Charts(DeliveryResult r, string currency)
    {
        var priced = r.Priced.OrderBy(d => d.Row.Arrived).ToList();
        return priced.Count == 0 ? [] :
        [
            new Columns("margin", "Margin per delivery", $"{Formats.Count(priced.Count, "delivery", "deliveries")} with known cost brought a margin of {Formats.Money(Total.Sum(priced.Select(d => d.Margin)), currency)}.",
                FigureUnit.Money, [.. priced.Select(d => new Column(d.Row.Vessel, d.Margin!.Value.Middle))]),
        ];
    }

    private static IEnumerable<DataGap> Missing(DeliveryResult r)
    {
        foreach (var delivery in r.Delivered.Where(d => d.Margin is null))
            yield return new(delivery.Row.At.ToString(), $"The margin of {delivery.Row.Vessel} is unknown: its {(delivery.Row.Price is null ? "price" : "cost")} is not known.");
        foreach (var delivery in r.All.Where(d => d.State == Portfolio.Sections.VesselDeliveryState.Unknown))
            yield return new(delivery.Row.At.ToString(), $"How far the delivery of {delivery.Row.Vessel} has come is not known; it is left out of all counts.");
        if (r.Crew is null && r.All.Count > 0)
            yield return new(r.Entity.File, "The crew's size is not known, so its utilisation is unknown; a column Crew, or roles in Team, would tell.");
    }
}
