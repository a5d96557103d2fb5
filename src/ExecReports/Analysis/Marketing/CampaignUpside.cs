using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Marketing;

/// <summary>What a campaign may bring. Low multiplies the low ends of all terms, high the high ends; nothing is rounded before the end.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Row">The row.</param>
public sealed record CampaignCase(Handoff Entity, Campaign Row)
{
    /// <summary>Bookings implied = audience × deliverable × open × click × booking; null if a term is unknown.</summary>
    public Bounds? Bookings =>
        Row is { Audience: { } audience, Deliverable: { } deliverable, Open: { } open, Click: { } click, Booking: { } booking }
            ? audience.Bounds * deliverable.Bounds * open.Bounds * click.Bounds * booking.Bounds
            : null;

    /// <summary>Upside = bookings × value per booking, in the portfolio's currency; null if a term is unknown.</summary>
    public Bounds? Upside => Bookings is { } bookings && Row.Value is { } value ? bookings * value.Bounds : null;

    /// <summary>The terms that are unknown, in words.</summary>
    public IReadOnlyList<string> UnknownTerms
    {
        get
        {
            var terms = new (string Name, Amount? Term)[]
            {
                ("audience", Row.Audience), ("deliverable", Row.Deliverable), ("open", Row.Open), ("click", Row.Click), ("booking", Row.Booking), ("value per booking", Row.Value),
            };
            return [.. terms.Where(term => term.Term is null).Select(term => term.Name)];
        }
    }
}

/// <summary>Campaigns of all entities.</summary>
/// <param name="Cases">One per campaign, in the handoffs' order.</param>
public sealed record CampaignCases(IReadOnlyList<CampaignCase> Cases)
{
    /// <summary>Campaigns of which every term is known.</summary>
    public IReadOnlyList<CampaignCase> Complete => [.. Cases.Where(one => one.Upside is not null)];

    /// <summary>The campaign with the largest audience among the complete ones; null if there is none.</summary>
    public CampaignCase? Largest => Complete.MaxBy(one => one.Row.Audience!.High);

    /// <summary>Sum of the upsides; campaigns with an unknown term are counted apart. Audiences may overlap.</summary>
    public Total Upside => Total.Sum(Cases.Select(one => one.Upside));

    /// <summary>Sum of the audiences of the complete campaigns. They may overlap.</summary>
    public Total Audience => Total.Sum(Cases.Select(one => one.Upside is null ? null : one.Row.Audience?.Bounds));
}

/// <summary>Campaign upside = audience × deliverable × open × click × booking × value per booking, low and high separately.</summary>
public static class CampaignUpside
{
    /// <summary>All campaigns.</summary>
    public static CampaignCases Of(PortfolioFacts facts) =>
        new([.. facts.Handoffs.SelectMany(entity => entity.Campaigns.Select(row => new CampaignCase(entity, row)))]);
}
