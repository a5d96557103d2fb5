namespace ExecReports.Portfolio;

/// <summary>A repository that a handoff names: a path, relative to the portfolio's repository root, or a URL without credentials.</summary>
/// <param name="Location">Its path or address, as written, without credentials.</param>
/// <param name="At">Where the handoff names it.</param>
public sealed record RepositoryRef(string Location, SourceLine At);
