using ExecReports.Analysis;
using ExecReports.Analysis.Marketing;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports.Decisions;

/// <summary>What the CMO decides: campaigns whose terms are all known, campaigns that lack terms, and the first channel with a commission to open.</summary>
internal static class CmoDecisions
{
    /// <summary>The drafts.</summary>
    public static IEnumerable<DecisionDraft> Of(PortfolioFacts facts)
    {
        var currency = facts.Settings.Currency;
        var campaigns = CampaignUpside.Of(facts);
        foreach (var one in campaigns.Cases)
        {
            var missing = one.UnknownTerms;
            var late = one.Row.Due < facts.AsOf;
            yield return new DecisionDraft(one.Upside is null ? "campaign without its terms" : "campaign", one.Entity,
                one.Upside is null ? $"{one.Row.Name} ({one.Entity.Name}): say what it is worth, or leave it" : $"{one.Row.Name} ({one.Entity.Name}): send it",
                one.Upside is { } upside
                    ? $"{Formats.Number(one.Row.Audience)} recipients may bring {Formats.MoneyShort((Bounds?)upside, currency)}."
                    : $"Not known: {Wording.List(missing)}. Until then no upside can be computed.",
                one.Upside is null ? 1 : late ? 4 : 3, [SourceRef.Of(one.Row)])
            {
                AtStake = one.Upside, Owner = one.Row.Owner, Due = one.Row.Due, Matters = [one.Row.Name],
            };
        }

        if (OtaSequence.Of(facts) is [var first, ..])
            yield return new DecisionDraft("next channel", first.Entity, $"Open {first.Row.Name} for {first.Entity.Name}",
                $"It is the first in the order: commission {Formats.Percent(first.Row.Commission)}{(first.Row.Effort is { } effort ? $", effort {Formats.Words(effort)}" : "")}"
                    + (first.After is { } after ? $", after {after}." : "."), 2, [SourceRef.Of(first.Row)])
            {
                Matters = [first.Row.Name],
            };
    }
}
