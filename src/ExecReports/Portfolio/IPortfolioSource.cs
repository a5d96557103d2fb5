namespace ExecReports.Portfolio;

/// <summary>Where a portfolio comes from: a folder, which may follow a git repository or an S3 prefix. One handoff is read at a time, so that a broken one costs only itself.</summary>
public interface IPortfolioSource
{
    /// <summary>Settings, and which entities there are. Throws <see cref="PortfolioException"/> where there is no portfolio at all.</summary>
    Task<PortfolioOutline> OutlineAsync(CancellationToken cancellationToken);

    /// <summary>Reads one handoff by the file that the outline names.</summary>
    Task<Handoff> ReadAsync(string file, CancellationToken cancellationToken);

    /// <summary>Where a repository is that a handoff names: its folder or its facts file on this machine, or its address on a git server.</summary>
    Task<string> LocateRepositoryAsync(string location, CancellationToken cancellationToken);
}

/// <summary>What a run must know of a portfolio before it collects anything.</summary>
public sealed record PortfolioOutline(PortfolioSettings Settings, IReadOnlyList<EntityOutline> Entities);

/// <summary>An entity as the plan needs it.</summary>
public sealed record EntityOutline(string File, string Id, string Name, EntityKind Kind, IReadOnlyList<RepositoryRef> Repositories);
