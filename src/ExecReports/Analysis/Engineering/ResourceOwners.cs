using ExecReports.Inventory;
using ExecReports.Portfolio;

namespace ExecReports.Analysis.Engineering;

/// <summary>An AWS resource and the entity that it belongs to.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Entity">The entity; null: no entity's rules match it.</param>
/// <param name="Source">Where it is told.</param>
public sealed record OwnedResource(AwsResource Resource, Handoff? Entity, SourceRef Source)
{
    /// <summary>Its kind in words.</summary>
    public string Kind => Resource switch
    {
        LambdaFunction => "Lambda function",
        Bucket => "S3 bucket",
        Distribution => "CloudFront distribution",
        Table => "DynamoDB table",
        _ => "AWS resource",
    };

    /// <summary>What a reader calls it: its name; a distribution by the first domain that it answers to, its id behind that.</summary>
    public string Title => Resource is Distribution { Aliases: [var alias, ..] } ? $"{alias} ({Resource.Name})" : Resource.Name;
}

/// <summary>AWS resources with their owners, and the resources that two entities claim.</summary>
/// <param name="All">All resources: functions, buckets, distributions, tables, as their sources list them.</param>
/// <param name="Clashes">A gap for each resource that the rules of several entities match.</param>
public sealed record ResourceOwnership(IReadOnlyList<OwnedResource> All, IReadOnlyList<SourceGap> Clashes)
{
    /// <summary>Resources of an entity; null: those of nobody.</summary>
    public IEnumerable<OwnedResource> Of(Handoff? entity) => All.Where(one => ReferenceEquals(one.Entity, entity));
}

/// <summary>
/// Which entity an AWS resource belongs to: the first, in the order of the handoffs' file names, whose rules match it. A rule is a glob over the name (<c>*</c> any text,
/// <c>?</c> one character, case aside; a distribution's domains match as well as its id) or a tag (<c>key=value</c>, the value may be a glob). A match with several entities is told.
/// </summary>
public static class ResourceOwners
{
    private static readonly OncePerFacts<ResourceOwnership> s_all = new(Find);

    /// <summary>Owners of all resources.</summary>
    public static ResourceOwnership Of(PortfolioFacts facts) => s_all.Of(facts);

    private static ResourceOwnership Find(PortfolioFacts facts)
    {
        var all = new List<OwnedResource>();
        var clashes = new List<SourceGap>();
        foreach (var snapshot in facts.Inventory)
        {
            AwsResource[] resources = [.. snapshot.Functions, .. snapshot.Buckets, .. snapshot.Distributions, .. snapshot.Tables];
            foreach (var resource in resources)
            {
                var claims = facts.Handoffs.Where(entity => Matches(entity.Aws, resource)).ToList();
                if (claims.Count > 1)
                    clashes.Add(new("inventory", resource.Name, $"The rules of {string.Join(" and ", claims.Select(entity => entity.Name))} match it; it is counted for {claims[0].Name}.", claims[0].Id));
                all.Add(new OwnedResource(resource, claims.FirstOrDefault(), new SourceRef("inventory", $"{snapshot.Source}#{resource.Name}", snapshot.CollectedAt)));
            }
        }

        return new ResourceOwnership(all, clashes);
    }

    /// <summary>Whether an entity's rules match a resource.</summary>
    public static bool Matches(MatchRules rules, AwsResource resource) =>
        rules.Names.Any(glob => Names(resource).Any(name => IsLike(name, glob)))
        || rules.Tags.Any(rule => rule.IndexOf('=') is > 0 and var at
            && resource.Tags.Any(tag => string.Equals(tag.Key, rule[..at].Trim(), StringComparison.OrdinalIgnoreCase) && IsLike(tag.Value, rule[(at + 1)..].Trim())));

    /// <summary>Whether a text is like a glob, case aside.</summary>
    public static bool IsLike(string text, string glob)
    {
        // Greedy with one point to return to: linear in practice, and no pattern can make it exponential.
        int t = 0, g = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (g < glob.Length && glob[g] == '*')
                (star, mark, g) = (g, t, g + 1);
            else if (g < glob.Length && (glob[g] == '?' || char.ToLowerInvariant(glob[g]) == char.ToLowerInvariant(text[t])))
                (t, g) = (t + 1, g + 1);
            else if (star >= 0)
                (t, mark, g) = (mark + 1, mark + 1, star + 1);
            else
                return false;
        }

        while (g < glob.Length && glob[g] == '*')
            g++;
        return g == glob.Length;
    }

    static IEnumerable<string> Names(AwsResource resource) => resource is Distribution distribution ? distribution.Aliases.Prepend(resource.Name) : [resource.Name];
}
