namespace ExecReports.Portfolio;

/// <summary>Where a portfolio comes from: a folder; later a git URL or an S3 prefix. One handoff is read at a time, so that a broken one costs only itself.</summary>
public interface IPortfolioSource
{
    /// <summary>Settings, and which entities there are. Throws <see cref="PortfolioException"/> where there is no portfolio at all.</summary>
    Task<PortfolioOutline> OutlineAsync(CancellationToken cancellationToken);

    /// <summary>Reads one handoff by the file that the outline names.</summary>
    Task<Handoff> ReadAsync(string file, CancellationToken cancellationToken);

    /// <summary>The folder on this machine that holds a repository which a handoff names.</summary>
    Task<string> LocateRepositoryAsync(string location, CancellationToken cancellationToken);
}

/// <summary>What a run must know of a portfolio before it collects anything.</summary>
public sealed record PortfolioOutline(PortfolioSettings Settings, IReadOnlyList<EntityOutline> Entities);

/// <summary>An entity as the plan needs it.</summary>
public sealed record EntityOutline(string File, string Id, string Name, EntityKind Kind, IReadOnlyList<RepositoryRef> Repositories);
