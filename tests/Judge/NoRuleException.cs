namespace Judge;

/// <summary>There is no rule for a figure of that id.</summary>
internal sealed class NoRuleException : Exception;
