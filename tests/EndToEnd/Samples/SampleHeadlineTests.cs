using ExecReports.Analysis;
using ExecReports.Reports;
using ExecReports.Reports.Accounting;
using ExecReports.Reports.Ceo;
using ExecReports.Reports.Cfo;
using ExecReports.Reports.Cmo;
using ExecReports.Reports.Cto;

namespace EndToEnd.Samples;

/// <summary>
/// The headline figures of the sample, worked out by hand from its rows: each beside the calculation, and each with one row changed.
/// </summary>
public sealed class SampleHeadlineTests : IDisposable
{
    private readonly SampleCopy _sample = new();

    public void Dispose() => _sample.Dispose();

    // QOS: balance online, waivers; JADA: found nowhere; QDN: deposit, spare pickup; DC: not invoiced; 51st: empty months ("4 of 4"); EYD: not invoiced.
    // Beside them: three critical ones that are done or closed, one whose urgency is not known.
    [Fact]
    public void Eight_shortfalls_are_critical() => AssertCount<CeoReport>("shortfalls.critical", 8);

    [Fact]
    public void A_critical_shortfall_that_is_opened_again_counts()
    {
        _sample.Change("qdn", "| $90 | Operator | 2026-10-20 | new flyer | closed |", "| $90 | Operator | 2026-10-20 | new flyer | open |");

        AssertCount<CeoReport>("shortfalls.critical", 9);
    }

    // QOS: repeat guests, review score; JADA: answered within, would sail again; QDN: come again; DC: satisfaction; 51st: rating; EYD: come again, claims.
    // Beside them: occupancy of 51st and days sales outstanding of DC, which their tables give.
    [Fact]
    public void Nine_measures_are_missing() => AssertCount<CeoReport>("kpis.missing", 9);

    [Fact]
    public void A_measure_that_gets_a_value_is_missing_no_more()
    {
        _sample.Change("qos", "| Repeat guests | 30% | |", "| Repeat guests | 30% | 12% |");

        AssertCount<CeoReport>("kpis.missing", 8);
    }

    // Listed and found: QOS bookings without point-in-time recovery, QDN runtime, DC public bucket. Listed only: QOS shared login, DC registrar (state unknown).
    // Found only: JADA's distribution with TLS 1.0. Beside them: six closed items.
    [Fact]
    public void Six_security_gaps_are_open() => AssertCount<CtoReport>("security.gaps", 6);

    [Fact]
    public void A_security_gap_that_is_closed_counts_no_more()
    {
        _sample.Change("qos", "| booking dashboard | high | open |", "| booking dashboard | high | fixed |");

        AssertCount<CtoReport>("security.gaps", 5);
    }

    // Costs: QOS AWS 6, JADA office suite 3, QDN AWS 4, DC error tracking 5. Idle: table qdn-leads-2024 4.20, bucket legacy-photos-2019 2.80. Together 25.00.
    // Beside them: "?" of the relief captain, an idle bucket of 0.40 (below the limit), an idle function of 0.00, a bucket without metric.
    [Fact]
    public void Twenty_five_dollars_a_month_can_be_saved() => AssertRange<CtoReport>("savings", 25.00m, 25.00m);

    [Fact]
    public void A_larger_saving_of_one_cost_raises_the_sum_by_the_difference()
    {
        _sample.Change("qos", "| $6 | log groups", "| $9 | log groups");

        AssertRange<CtoReport>("savings", 28.00m, 28.00m);
    }

    // Fixed cost, middle of low and high: (6,420 + 7,590) / 2 = 7,005 (see burn below, without the lines that are not fixed).
    // Contribution of a month's units, price − variable cost each (1,270 charters, 50 add-on, 45 ShipCaptainCrew, 380 day sails, 83 trailer days, 150 hauls, 320 retainers, 85 hours, 163 nights):
    //   January  1×1,270 + 4×50 + 6×45 + 1×380 + 9×83 + 2×150 + 3×320 + 4×85 + 7×163 + 0 deliveries = 5,608
    //   February 2×1,270 + 4×50 + 6×45 + 1×380 + 9×83 + 2×150 + 3×320 + 4×85 + 9×163 + 0 deliveries = 7,204
    // Roadmap due before 1 January: 250 + 120 (QOS), 80 + 60 (JADA), 40 (QDN) = 550; due in January: 160 + 140, 200, 120, 300, 160 + 100, 175 = 1,355.
    //   January 5,608 + 550 = 6,158 < 7,005; February 7,204 + 1,905 = 9,109 ≥ 7,005.
    [Fact]
    public void February_is_the_first_profitable_month() => Assert.Equal("Feb 2027", Find<AccountingReport>("profitable.month").Text);

    // Without the two charters of February: 9,109 − 2,540 = 6,569 < 7,005.
    [Fact]
    public void Without_the_charters_of_February_March_is_the_first_profitable_month()
    {
        _sample.Change("qos", "| $1,850 | $580 | 4 | 3 | 1 | 2 | 3 |", "| $1,850 | $580 | 4 | 3 | 1 | 0 | 3 |");

        Assert.Equal("Mar 2027", Find<AccountingReport>("profitable.month").Text);
    }

    [Fact]
    public void The_blast_goes_to_3_676_recipients() => AssertCount<CmoReport>("campaign.recipients", 3676);

    [Fact]
    public void A_longer_list_has_more_recipients()
    {
        _sample.Change("qos", "| E-mail blast to the whole list | 3,676 |", "| E-mail blast to the whole list | 3,700 |");

        AssertCount<CmoReport>("campaign.recipients", 3700);
    }

    // Audience × deliverable × open × click × booking × value, low ends and high ends:
    //   blast          3,676 × .92 × .20 × .05 × .10 × 1,850 =  6,256.552         3,676 × .95 × .28 × .08 × .15 × 2,400 = 28,161.10080
    //   vouchers         520 × .97 × .35 × .08 × .06 ×   300 =    254.21760         520 × .98 × .45 × .12 × .10 ×   700 =  1,926.28800
    //   day sailors      860 × .90 × .27 × .06 × .08 ×   640 =    641.98656         860 × .94 × .32 × .09 × .12 ×   640 =  1,788.05145600
    //   companies        140 × .95 × .35 × .10 × .10 × 1,900 =    884.450           140 × .98 × .45 × .18 × .18 × 2,400 =  4,800.90240
    //   contractors      410 × .95 × .60 × .04 × .20 ×   285 =    532.83600         410 × .97 × .80 × .07 × .40 ×   340 =  3,028.88320
    //   winter weeks      96 × .96 × .45 × .10 × .15 × 1,200 =    746.496            96 × .98 × .60 × .18 × .25 × 1,600 =  4,064.256
    //   brokers           65 × 1.0 × .40 × .08 × .25 × 1,600 =    832.000            65 × 1.0 × .55 × .15 × .30 × 3,800 =  6,113.250
    // Beside them: two campaigns with unknown rates.
    [Fact]
    public void The_campaigns_may_bring_ten_to_fifty_thousand_dollars() => AssertRange<CmoReport>("campaign.upside", 10148.53816m, 49882.731856m);

    // The newsletter to day sailors at twice the value counts twice.
    [Fact]
    public void A_campaign_of_twice_the_value_adds_its_upside_once_more()
    {
        _sample.Change("jada", "| 6–9% | 8–12% | $640 |", "| 6–9% | 8–12% | $1,280 |");

        AssertRange<CmoReport>("campaign.upside", 10790.52472m, 51670.783312m);
    }

    // Fixed      QOS 2,552–2,913, JADA 1,042–1,232, QDN 963–1,103, DC 573–706, 51st 666–787, EYD 624–849: 6,420–7,590
    // Not fixed  QOS   270–620,   JADA    70–165,   QDN 110–260,   DC  15–40,  51st 135–310, EYD    none:   600–1,395
    // A year's twelfth: insurances 4,440, 1,980, 1,320, 1,500 and 1,080; safety 240; software 660; domains 180; tax 2,640; weather 180. A quarter's third: listing 45. A week's 52/12: garden 15.
    // Beside them: six total rows, and the picture licences, which are not known.
    [Fact]
    public void Seven_to_nine_thousand_dollars_are_spent_in_a_month()
    {
        AssertRange<CfoReport>("burn.gross", 7020m, 8985m);
        Assert.Equal(1, Find<CfoReport>("burn.gross").Unknown);
    }

    // Contracted: ShipCaptainCrew 294, retainers 1,050.
    [Fact]
    public void Contracted_revenue_covers_1_344_of_it() => AssertRange<CfoReport>("burn.net", 7020m - 1344m, 8985m - 1344m);

    [Fact]
    public void A_slip_that_costs_100_more_raises_both_ends_by_100()
    {
        _sample.Change("qos", "| Slip rental | Harbor marina | Moorage | $1,150 | month |", "| Slip rental | Harbor marina | Moorage | $1,250 | month |");

        AssertRange<CfoReport>("burn.gross", 7120m, 9085m);
    }

    // 6,420 / (1,850 − 580) = 5.06 and 7,590 / 1,270 = 5.98, each rounded up.
    [Fact]
    public void Six_charters_a_month_break_even() => AssertRange<CfoReport>("breakeven.units", 6, 6);

    // 6,420 / (1,580 − 580) = 6.42 and 7,590 / 1,000 = 7.59.
    [Fact]
    public void A_lower_price_needs_more_charters()
    {
        _sample.Change("qos", "| Charters | $1,850 | $580 |", "| Charters | $1,580 | $580 |");

        AssertRange<CfoReport>("breakeven.units", 7, 8);
    }

    [Fact]
    public void Each_headline_but_the_recipients_rests_on_five_rows_or_more_of_two_companies_or_more()
    {
        var figures = SampleFacts.AllFigures(_sample);
        string[] headlines =
            ["ceo/shortfalls.critical", "ceo/kpis.missing", "cto/security.gaps", "cto/savings", "accounting/profitable.month", "cmo/campaign.upside", "cfo/burn.gross", "cfo/breakeven.units"];

        Assert.All(headlines, id =>
        {
            var sources = figures[id].Sources.Select(source => source.Location).Distinct().ToList();
            Assert.True(sources.Count >= 5, $"{id} rests on {sources.Count}");
            Assert.True(sources.Select(source => source.Split(':')[0]).Distinct().Count() >= 2, id);
        });
    }

    private Figure Find<TReport>(string id)
        where TReport : IReportBuilder, new() => SampleFacts.Figures<TReport>(_sample).Single(figure => figure.Id == id);

    private void AssertCount<TReport>(string id, decimal count)
        where TReport : IReportBuilder, new() => AssertRange<TReport>(id, count, count);

    private void AssertRange<TReport>(string id, decimal low, decimal high)
        where TReport : IReportBuilder, new()
    {
        var figure = Find<TReport>(id);
        Assert.Equal((low, high), (figure.Low, figure.High));
    }
}
