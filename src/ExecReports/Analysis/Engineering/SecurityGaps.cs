using System.Globalization;
using ExecReports.Inventory;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Engineering;

/// <summary>Where a security gap was found.</summary>
public enum SecurityOrigin
{
    /// <summary>A handoff lists it.</summary>
    Handoff,
    /// <summary>A rule over the AWS inventory found it.</summary>
    Inventory,
    /// <summary>A handoff lists it, and a rule over the inventory found it on the resource that the item names: one gap.</summary>
    Both,
    /// <summary>A file of a repository or a handoff holds what looks like a secret.</summary>
    Files,
}

/// <summary>An open security gap: one per finding and resource.</summary>
public sealed record SecurityGap
{
    /// <summary>The entity; null: the resource is nobody's.</summary>
    public required Handoff? Entity { get; init; }
    /// <summary>What is wrong.</summary>
    public required string Finding { get; init; }
    /// <summary>The resource, where one is named.</summary>
    public string? Resource { get; init; }
    /// <summary>The rule that found it; for a handoff's item "listed".</summary>
    public required string Rule { get; init; }
    /// <summary>Where it was found.</summary>
    public required SecurityOrigin Origin { get; init; }
    /// <summary>Severity from 0 to 4; null if unknown.</summary>
    public decimal? Severity { get; init; }
    /// <summary>Whether a handoff marks its state as unknown: it counts as open.</summary>
    public bool StateUnknown { get; init; }
    /// <summary>Who mends it.</summary>
    public string? Owner { get; init; }
    /// <summary>Until when.</summary>
    public DateOnly? Due { get; init; }
    /// <summary>The handoff's row, where there is one.</summary>
    public SecurityItem? Row { get; init; }
    /// <summary>Places that it comes from.</summary>
    public required IReadOnlyList<SourceRef> Sources { get; init; }
}

/// <summary>
/// Open security gaps: items of the handoffs that are not closed (an unknown state counts as open, marked), and findings of these rules, one per finding and resource:
/// a Lambda runtime out of support; a bucket that anybody can read; a bucket without encryption; a table without point-in-time recovery; a distribution that serves and accepts TLS below 1.2;
/// a file that holds what looks like a secret. What the inventory does not know is no finding. A handoff's item and a finding are two, unless the item
/// names the resource: then they are one. Prose, and closed items, do not count; a closed item does not hide a finding.
/// </summary>
public static class SecurityGaps
{
    private static readonly OncePerFacts<IReadOnlyList<SecurityGap>> s_all = new(Find);

    /// <summary>All open gaps: highest severity first, unknown last, then in the order of the entities.</summary>
    public static IReadOnlyList<SecurityGap> Of(PortfolioFacts facts) => s_all.Of(facts);

    private static IReadOnlyList<SecurityGap> Find(PortfolioFacts facts)
    {
        var items = facts.Handoffs.SelectMany(entity => entity.Security
            .Where(item => item.State is WorkState.Open or WorkState.Unknown)
            .Select(item => (Entity: entity, Item: item))).ToList();
        var gaps = new List<SecurityGap>();
        foreach (var (owned, rule, finding, severity) in ResourceOwners.Of(facts).All.SelectMany(one => Findings(facts, one)))
        {
            var named = items.FindIndex(one => Names(one.Item, owned.Resource) && (owned.Entity is null || ReferenceEquals(one.Entity, owned.Entity)));
            if (named < 0)
            {
                gaps.Add(new SecurityGap
                {
                    Entity = owned.Entity, Finding = finding, Resource = owned.Title, Rule = rule, Origin = SecurityOrigin.Inventory, Severity = severity, Sources = [owned.Source],
                });
                continue;
            }

            gaps.Add(Listed(items[named].Entity, items[named].Item) with { Rule = rule, Origin = SecurityOrigin.Both, Sources = [SourceRef.Of(items[named].Item), owned.Source] });
            items.RemoveAt(named);
        }

        gaps.AddRange(items.Select(one => Listed(one.Entity, one.Item)));
        gaps.AddRange(Secrets(facts));
        return [.. gaps.OrderByDescending(gap => gap.Severity.HasValue).ThenByDescending(gap => gap.Severity)
            .ThenBy(gap => gap.Entity is null ? int.MaxValue : Order(facts, gap.Entity))];
    }

    /// <summary>Whether a resource breaks a rule of the inventory; used as evidence against items that a handoff calls closed.</summary>
    internal static IEnumerable<(OwnedResource Owned, string Rule, string Finding, decimal Severity)> Findings(PortfolioFacts facts, OwnedResource owned)
    {
        switch (owned.Resource)
        {
            case LambdaFunction { Runtime: { } runtime }:
                var support = EndOfSupport.OfLambda(runtime, facts.AsOf, facts.Thresholds.EndsSoonDays);
                if (support.State == SupportState.Ended)
                    yield return (owned, "runtime out of support", $"Runs on {runtime}, out of support since {support.Ends!.Value.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}", 3);
                break;
            case Bucket bucket:
                if (bucket.Public == true)
                    yield return (owned, "public bucket", "Anybody can read the bucket", 3);
                if (bucket.Encrypted == false)
                    yield return (owned, "no encryption", "Objects are not encrypted at rest", 2);
                break;
            case Table { PointInTimeRecovery: false }:
                yield return (owned, "no point-in-time recovery", "The table cannot be restored to a point in time", 2);
                break;
            case Distribution { MinimumTls: { } tls, Enabled: not false } when IsBelowTls12(tls):
                yield return (owned, "TLS below 1.2", $"Viewers may connect with {tls}", 2);
                break;
        }
    }

    /// <summary>Whether a CloudFront security policy lets viewers in with less than TLS 1.2.</summary>
    public static bool IsBelowTls12(string policy) =>
        policy.StartsWith("SSLv", StringComparison.OrdinalIgnoreCase)
        || policy.Equals("TLSv1", StringComparison.OrdinalIgnoreCase) || policy.StartsWith("TLSv1_", StringComparison.OrdinalIgnoreCase)
        || policy.StartsWith("TLSv1.0", StringComparison.OrdinalIgnoreCase) || policy.StartsWith("TLSv1.1", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an item names a resource: in its column for it, or as a word of its finding.</summary>
    internal static bool Names(SecurityItem item, AwsResource resource)
    {
        IEnumerable<string> names = resource is Distribution distribution ? distribution.Aliases.Prepend(resource.Name) : [resource.Name];
        return names.Any(name => Folded.Same(item.Resource, name) || HoldsWord(item.Resource, name) || HoldsWord(item.Finding, name));
    }

    // "bay-site" is no word of "bay-site-logs": what stands on either side must not continue a name.
    static bool HoldsWord(string? text, string word)
    {
        if (text is null)
            return false;
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !Continues(text[at - 1])) && (end == text.Length || !Continues(text[end]) || (text[end] == '.' && end + 1 == text.Length)))
                return true;
        }

        return false;

        static bool Continues(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '.';
    }

    static SecurityGap Listed(Handoff entity, SecurityItem item) => new()
    {
        Entity = entity,
        Finding = item.Finding,
        Resource = item.Resource,
        Rule = "listed",
        Origin = SecurityOrigin.Handoff,
        Severity = item.Severity,
        StateUnknown = item.State == WorkState.Unknown,
        Owner = item.Owner,
        Due = item.Due,
        Row = item,
        Sources = [SourceRef.Of(item)],
    };

    static IEnumerable<SecurityGap> Secrets(PortfolioFacts facts)
    {
        foreach (var entity in facts.Handoffs)
        {
            foreach (var group in entity.Secrets.GroupBy(secret => secret.Kind))
                yield return Secret(entity, group.Key, entity.File, [.. group.Select(one => new SourceRef("handoff", one.At.ToString()))]);
            foreach (var audit in facts.Audits.Where(audit => audit.Entity == entity.Id))
                foreach (var group in audit.Audit.Secrets.GroupBy(secret => (secret.Path, secret.Kind)))
                    yield return Secret(entity, group.Key.Kind, $"{audit.Audit.Repository}/{group.Key.Path}",
                        [.. group.Select(one => new SourceRef("git", string.Create(CultureInfo.InvariantCulture, $"{audit.Audit.Repository}/{one.Path}:{one.Line}"), audit.Audit.LastCommitAt))]);
        }
    }

    static SecurityGap Secret(Handoff entity, string kind, string file, IReadOnlyList<SourceRef> sources) => new()
    {
        Entity = entity, Finding = $"A file holds what looks like a secret ({kind})", Resource = file, Rule = "secret in a file", Origin = SecurityOrigin.Files, Severity = 4, Sources = sources,
    };

    static int Order(PortfolioFacts facts, Handoff entity)
    {
        for (var index = 0; index < facts.Handoffs.Count; index++)
            if (ReferenceEquals(facts.Handoffs[index], entity))
                return index;
        return int.MaxValue;
    }
}
