using ExecReports.Analysis;
using ExecReports.Analysis.Marketing;
using ExecReports.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Tests.Analysis.Marketing;

public class CampaignTests
{
    static Amount Share(decimal low, decimal high) => new(low, high, AmountUnit.Percent);

    // Bookings: 1,000 × 0.9 × 0.2 × 0.1 × 0.1 = 1.8 to 1,000 × 1 × 0.4 × 0.1 × 0.5 = 20.
    static Campaign Letter(Amount? value = null) => new()
    {
        At = Given.Line(), Name = "Letter", Audience = Given.Number(1000), Deliverable = Share(0.9m, 1m), Open = Share(0.2m, 0.4m), Click = Share(0.1m, 0.1m), Booking = Share(0.1m, 0.5m), Value = value ?? Given.Money(100, 300),
    };

    static PortfolioFacts Facts(params Campaign[] campaigns) => Given.Facts(Given.Entity("one") with { Campaigns = campaigns });

    [Fact]
    public void Upside_is_the_product_of_all_terms_low_and_high_apart()
    {
        var one = CampaignUpside.Of(Facts(Letter())).Cases[0];

        Assert.Equal(new Bounds(1.8m, 20m), one.Bookings);
        Assert.Equal(new Bounds(180m, 6000m), one.Upside);
    }

    [Fact]
    public void An_unknown_term_makes_the_upside_unknown_and_leaves_it_out_of_totals()
    {
        var cases = CampaignUpside.Of(Facts(Letter(), Letter() with { Open = null, Click = null, Audience = Given.Number(9000) }));

        Assert.Equal(["open", "click"], cases.Cases[1].UnknownTerms);
        Assert.Equal(new Total(new Bounds(180m, 6000m), 1, 1), cases.Upside);
        Assert.Equal(Bounds.Of(1000), cases.Audience.Known);
        Assert.Equal(1000, cases.Largest!.Row.Audience!.High);
    }

    [Fact]
    public void Upside_is_capped_at_the_free_days_and_the_dearest_bookings_come_first()
    {
        // 90 days, 78 of them not to be had: 12 free. High: 20 at 300 and 20 at 500 → 12 × 500. Low: 1.8 + 1.8 fit.
        var facts = Facts(Letter(), Letter(Given.Money(200, 500)) with { Name = "Dear" }) with
        {
            Operations = [Given.Operations() with { Boats = [new("Boat", "one", [new(Given.AsOf.AddDays(1), Given.AsOf.AddDays(78))])] }],
        };

        var fit = Assert.Single(CalendarFits.Of(facts, CampaignUpside.Of(facts)).Entities);

        Assert.Equal((12, false), (fit.FreeDays!.Value, fit.Fits!.Value));
        Assert.Equal(new Bounds(540m, 16000m), fit.Raw);
        Assert.Equal(new Bounds(540m, 6000m), fit.Capped);
    }

    [Fact]
    public void Without_boats_nothing_is_capped_and_it_is_not_known_whether_it_fits()
    {
        var facts = Facts(Letter());
        var fit = CalendarFits.Of(facts, CampaignUpside.Of(facts));

        Assert.Null(fit.Entities[0].Fits);
        Assert.Equal(fit.Raw, fit.Capped);
        Assert.Empty(fit.Known);
    }
}
