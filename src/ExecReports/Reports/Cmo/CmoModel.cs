using ExecReports.Analysis.Marketing;
using ExecReports.Analysis.Priorities;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Reports.Cmo;

/// <summary>What the CMO report shows.</summary>
public sealed record CmoModel
{
    /// <summary>Channels × entities.</summary>
    public required ChannelGrid Grid { get; init; }
    /// <summary>Channels as the handoffs have them.</summary>
    public required IReadOnlyList<ChannelLine> Channels { get; init; }
    /// <summary>How many channels have come how far: named, listed at least, active at least, converting; empty without channels.</summary>
    public required IReadOnlyList<FunnelStep> Funnel { get; init; }
    /// <summary>Campaigns.</summary>
    public required CampaignCases Campaigns { get; init; }
    /// <summary>The steps of the largest campaign from audience to money; empty where there is none.</summary>
    public required IReadOnlyList<CampaignStep> Blast { get; init; }
    /// <summary>Campaigns as lines.</summary>
    public required IReadOnlyList<CampaignLine> Lines { get; init; }
    /// <summary>Upside against the calendar.</summary>
    public required CalendarFit Fit { get; init; }
    /// <summary>Its lines.</summary>
    public IReadOnlyList<FitLine> FitLines => [.. Fit.Entities.Select(one => new FitLine(one))];
    /// <summary>The fit in a sentence.</summary>
    public required string FitSentence { get; init; }
    /// <summary>Order of the channels that take a commission.</summary>
    public required IReadOnlyList<OtaStep> Sequence { get; init; }
    /// <summary>The roadmap by due date.</summary>
    public required IReadOnlyList<MilestoneSpan> Milestones { get; init; }
}

/// <summary>A channel of an entity.</summary>
public sealed record ChannelLine(Handoff Entity, Channel Row);

/// <summary>A step from audience to money: the term as written, and what is left after it, low and high, rounded for the eye: people to one decimal, money to whole units.</summary>
/// <param name="Name">The step's name.</param>
/// <param name="Term">The number or rate as written.</param>
/// <param name="Left">What is left after it.</param>
/// <param name="IsMoney">Whether that is money; else it is people.</param>
public sealed record CampaignStep(string Name, Amount Term, Bounds Left, bool IsMoney);

/// <summary>A campaign.</summary>
/// <param name="Case">What it would bring.</param>
public sealed record CampaignLine(CampaignCase Case)
{
    /// <summary>Bookings implied, to one decimal.</summary>
    public Bounds? Bookings => Case.Bookings is { } bookings ? CmoReport.Rounded(bookings, 1) : null;
}

/// <summary>An entity's fit, and its bookings to one decimal.</summary>
public sealed record FitLine(EntityFit Fit)
{
    /// <summary>Bookings implied, to one decimal.</summary>
    public Bounds Bookings => CmoReport.Rounded(Fit.Bookings, 1);
}

/// <summary>Channels that have come so far at least.</summary>
/// <param name="Name">How far, in words: named, listed or more, active or more, converting.</param>
/// <param name="Channels">How many channels.</param>
public sealed record FunnelStep(string Name, int Channels);
