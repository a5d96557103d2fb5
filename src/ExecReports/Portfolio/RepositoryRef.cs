namespace ExecReports.Portfolio;

/// <summary>A repository that a handoff names: a path, relative to the portfolio's repository root, or a URL without credentials.</summary>
public sealed record RepositoryRef(string Location, SourceLine At);
