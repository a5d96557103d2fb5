namespace ExecReports.Portfolio;

/// <summary>Which AWS resources are the entity's: globs over names, and tags (<c>key=value</c>). The first entity by file name wins.</summary>
/// <param name="Names">Globs over names, such as <c>harbour-*</c>.</param>
/// <param name="Tags">Tags as <c>key=value</c>.</param>
public sealed record MatchRules(IReadOnlyList<string> Names, IReadOnlyList<string> Tags)
{
    /// <summary>No rule: nothing matches.</summary>
    public static MatchRules None { get; } = new([], []);
}
