using ExecReports.Analysis;
using ExecReports.Analysis.Marketing;
using ExecReports.Analysis.Priorities;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Reports.Cmo;

/// <summary>The CMO report: channels, the case for the e-mail blast, whether it fits the calendar, the order of OTAs, milestones.</summary>
public sealed class CmoReport : IReportBuilder
{
    /// <inheritdoc/>
    public string Id => "cmo";

    /// <inheritdoc/>
    public ReportContent Build(PortfolioFacts facts, Handoff? entity)
    {
        var campaigns = CampaignUpside.Of(facts);
        var fit = CalendarFits.Of(facts, campaigns);
        var currency = facts.Settings.Currency;
        var model = new CmoModel
        {
            Grid = ChannelMatrix.Of(facts),
            Channels = [.. facts.Handoffs.SelectMany(one => one.Channels.Select(row => new ChannelLine(one, row)))],
            Funnel = Funnel([.. facts.Handoffs.SelectMany(one => one.Channels)]),
            Campaigns = campaigns,
            Blast = campaigns.Largest is { } largest ? Steps(largest) : [],
            Lines = [.. campaigns.Cases.Select(one => new CampaignLine(one))],
            Fit = fit,
            FitSentence = CmoSummary.Fit(fit, currency),
            Sequence = OtaSequence.Of(facts),
            Milestones = Milestones.Of(facts),
        };
        return new ReportContent
        {
            Title = facts.Settings.Titles.GetValueOrDefault(Id, "CMO report"),
            Summary = CmoSummary.Of(model, currency),
            Figures = LookedThrough.Complete(CmoFigures.Of(facts, model), facts, null, SourceKinds.Handoffs | SourceKinds.Operations),
            Charts = CmoCharts.Of(model),
            Gaps = [.. ReportGaps.Of(facts, null, SourceKinds.Handoffs | SourceKinds.Operations), .. Missing(model)],
            Sources = ReportSources.Of(facts, null, SourceKinds.Handoffs | SourceKinds.Operations),
            Model = model,
        };
    }

    // A channel whose state is not known has come no further than being named.
    static IReadOnlyList<FunnelStep> Funnel(IReadOnlyList<Channel> channels)
    {
        int From(ChannelState least) => channels.Count(channel => channel.State >= least);
        return channels.Count == 0 ? []
            : [new("Named", channels.Count), new("Listed or more", From(ChannelState.Listed)), new("Active or more", From(ChannelState.Active)), new("Converting", From(ChannelState.Converting))];
    }

    static List<CampaignStep> Steps(CampaignCase campaign)
    {
        var row = campaign.Row;
        var left = row.Audience!.Bounds;
        var steps = new List<CampaignStep> { new("Audience", row.Audience, left, false) };
        foreach (var (name, term, decimals) in new (string, Amount, int)[] { ("Delivered", row.Deliverable!, 0), ("Opened", row.Open!, 0), ("Clicked", row.Click!, 1), ("Booked", row.Booking!, 1) })
            steps.Add(new CampaignStep(name, term, Rounded(left *= term.Bounds, decimals), false));
        steps.Add(new CampaignStep("Value", row.Value!, Rounded(left * row.Value!.Bounds, 0), true));
        return steps;
    }

    /// <summary>Both ends to a number of decimals, for the eye only: no figure is computed from them.</summary>
    internal static Bounds Rounded(Bounds value, int decimals) =>
        new(Math.Round(value.Low, decimals, MidpointRounding.AwayFromZero), Math.Round(value.High, decimals, MidpointRounding.AwayFromZero));

    static IEnumerable<DataGap> Missing(CmoModel model)
    {
        foreach (var one in model.Campaigns.Cases.Where(one => one.UnknownTerms.Count > 0))
            yield return new DataGap(one.Row.At.ToString(), $"“{one.Row.Name}” has no known {Wording.List(one.UnknownTerms)}; its upside is unknown and in no total.");
        foreach (var one in model.Channels.Where(one => one.Row.State is null))
            yield return new DataGap(one.Row.At.ToString(), $"{one.Entity.Name}: the state of the channel “{one.Row.Name}” is unknown.");
        foreach (var one in model.Fit.Entities.Where(one => one.FreeDays is null))
            yield return new DataGap(one.Entity.File, $"Operations know no boat of {one.Entity.Name}; its upside is not held against free days.");
    }
}
