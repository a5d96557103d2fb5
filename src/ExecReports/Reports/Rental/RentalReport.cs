using ExecReports.Analysis;
using ExecReports.Analysis.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;
using ExecReports.Rendering;

namespace ExecReports.Reports.Rental;

/// <summary>The report of a property let by the night: occupancy, revenue, unsold nights, repairs, net yield.</summary>
public sealed class RentalReport : IReportBuilder
{
    /// <inheritdoc/>
    public string Id => "rental";

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">No entity was given.</exception>
    public ReportContent Build(PortfolioFacts facts, Handoff? entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var currency = facts.Settings.Currency;
        var result = RentalPerformance.Of(entity, facts.AsOf, facts.Thresholds);
        var maintenance = MaintenancePipeline.Of(entity, facts.AsOf);
        var model = new RentalModel
        {
            Result = result,
            Maintenance = maintenance,
            Bookings = [.. entity.Bookings.OrderBy(b => b.Arrive ?? DateOnly.MaxValue).Select(Row)],
            LastYearSentence = LastYear(result),
            NetSentence = Net(result, currency),
            Costs = entity.Costs,
        };
        return new ReportContent
        {
            Title = $"{entity.Name}: {facts.Settings.Titles.GetValueOrDefault(Id, "rental report")}",
            Summary = Summary(model, currency),
            Figures = LookedThrough.Complete(RentalFigures.Of(model), facts, entity, SourceKinds.Handoffs),
            Charts = Charts(result),
            Gaps = [.. ReportGaps.Of(facts, entity, SourceKinds.Handoffs), .. Missing(model)],
            Sources = ReportSources.Of(facts, entity, SourceKinds.Handoffs),
            Model = model,
        };
    }

    private static BookingRow Row(Booking booking)
    {
        var counts = booking.State switch
        {
            BookingState.Confirmed => "confirmed",
            BookingState.Tentative => "on hold, not counted",
            BookingState.Cancelled => "cancelled, not counted",
            BookingState.Owner => "owner, not available",
            BookingState.Blocked => "blocked, not available",
            _ => "state not readable, not counted",
        };
        int? nights = RentalNights.HasNights(booking) ? booking.Leave!.Value.DayNumber - booking.Arrive!.Value.DayNumber : null;
        return new(booking, nights, booking.Remark.Length > 0 ? $"{counts}; {booking.Remark}" : counts);
    }

    private static string Summary(RentalModel model, string currency)
    {
        var r = model.Result;
        if (!r.HasBookings)
            return $"No booking of {r.Entity.Name} is listed, so occupancy, revenue and unsold nights are unknown.";
        var repairs = model.Maintenance.Open.Count;
        return $"{Formats.Count(r.Booked, "night was", "nights were")} booked of {r.Available} available in the last {r.Nights}, an occupancy of {Formats.Percent(Rounded(r.Occupancy))}. "
            + $"In the next {r.AheadNights} nights {Formats.Count(r.Unsold, "is", "are")} unsold{(r.UnsoldWorth is { } worth ? $", worth {Formats.MoneyShort((Bounds?)worth, currency)} at the usual rate" : "")}. "
            + $"{model.LastYearSentence} "
            + (repairs == 0 ? "No repair is open." : $"{Formats.Count(repairs, "repair is", "repairs are")} open, {Formats.Money(model.Maintenance.OpenCost, currency)} in all.");
    }

    private static string LastYear(RentalResult r) => r.LastYearBooked is not { } then
        ? "No stay of a year ago is listed, so the pace cannot be compared."
        : $"{Formats.Count(r.AheadBooked, "night ahead is", "nights ahead are")} booked, against {then} at the same time last year{(r.LastYearUnknown > 0 ? $" ({Formats.Count(r.LastYearUnknown, "stay of then does", "stays of then do")} not say when it was booked)" : "")}.";

    private static string Net(RentalResult r, string currency)
    {
        if (r.Net is not { } net)
            return r.HasBookings ? "No stay of the window has a known total, so the net is unknown." : "Without bookings there is no net to compute.";
        var unknown = r.NetUnknown > 0 ? $" ({Formats.Count(r.NetUnknown, "term is", "terms are")} unknown and left out)" : "";
        var start = $"{Formats.Money((Bounds?)RoundMoney(net), currency)} is left of the window's revenue after fees, running costs and repairs paid{unknown}";
        if (r.NetUnknown > 0)
            return $"{start}; so the yield is unknown.";
        return r.NetYield is { } yield
            ? $"{start}: a net yield of {Formats.Percent((Bounds?)yield)} a year on a property value of {Formats.Money(r.PropertyValue, currency)}."
            : r.NetShare is { } share
                ? $"{start}, {Formats.Percent((Bounds?)share)} of it. The property's value is not stated, so there is no yield."
                : $"{start}. The property's value is not stated, so there is no yield.";
    }

    private static IReadOnlyList<Chart> Charts(RentalResult r)
    {
        if (!r.HasBookings)
            return [];
        // Four whole weeks or so a column: 90 nights are 13 columns of a week, the last one cut.
        var nights = new RentalNights(r.Entity.Bookings, r.From, r.Nights + r.AheadNights);
        var columns = new List<Column>();
        for (var week = 0; week < nights.Count; week += 7)
        {
            var days = Enumerable.Range(week, Math.Min(7, nights.Count - week)).ToList();
            var available = days.Count(d => nights[d] != NightState.Unavailable);
            columns.Add(new(Formats.Date(r.From.AddDays(week))[..^5], available == 0 ? null : Math.Round((decimal)days.Count(d => nights[d] == NightState.Booked) / available, 3)));
        }

        return
        [
            new Columns("occupancy", "Occupancy by week, past and ahead",
                $"Occupancy of the last {r.Nights} nights is {Formats.Percent(Rounded(r.Occupancy))}; of the next {r.AheadNights} available nights {r.AheadBooked} of {r.AheadAvailable} are booked.",
                FigureUnit.Share, columns),
        ];
    }

    private static IEnumerable<DataGap> Missing(RentalModel model)
    {
        foreach (var booking in model.Result.WithoutDays)
            yield return new(booking.At.ToString(), $"Booking {booking.Reference} has no readable days of arrival and leaving; its nights are left out.");
        if (model.Result.PropertyValue is null)
            yield return new(model.Result.Entity.File, "The property's value is not stated; a row in Property with a value would give the net yield.");
    }

    private static decimal? Rounded(decimal? share) => share is { } s ? Math.Round(s, 3, MidpointRounding.AwayFromZero) : null;

    private static Bounds RoundMoney(Bounds money) => new(Math.Round(money.Low, 0, MidpointRounding.AwayFromZero), Math.Round(money.High, 0, MidpointRounding.AwayFromZero));
}
