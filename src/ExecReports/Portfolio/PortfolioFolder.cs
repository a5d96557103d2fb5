using ExecReports.Git;
using ExecReports.Git.Remote;

namespace ExecReports.Portfolio;

/// <summary>
/// A portfolio in a folder of this machine. The plan and each entity's own activity ask for the same files: what was read is kept, and read again
/// when a file has changed since.
/// </summary>
/// <param name="root">The folder that holds <c>agent_handoffs</c>.</param>
/// <param name="builtRepositories">Where repositories built from the portfolio's <c>histories</c> are; null: there are none.</param>
public sealed class PortfolioFolder(string root, string? builtRepositories = null) : IPortfolioSource
{
    private readonly PortfolioReader reader = new(root);
    private readonly Lock gate = new();
    private Contents? latest;

    /// <inheritdoc/>
    public Task<PortfolioOutline> OutlineAsync(CancellationToken cancellationToken)
    {
        var contents = Read();
        return Task.FromResult(new PortfolioOutline(
            contents.Settings,
            [.. contents.Handoffs.Select(handoff => new EntityOutline(handoff.File, handoff.Id, handoff.Name, handoff.Kind, handoff.Repositories))]));
    }

    /// <inheritdoc/>
    public Task<Handoff> ReadAsync(string file, CancellationToken cancellationToken) =>
        Task.FromResult(Kept(file) ?? Read().ByFile.GetValueOrDefault(file)
            ?? throw new PortfolioException($"The handoff {file} was there when the run was planned and is gone now."));

    /// <inheritdoc/>
    public Task<string> LocateRepositoryAsync(string location, CancellationToken cancellationToken)
    {
        if (GitUrl.Parse(location) is { } url)
            return Task.FromResult(url.ToString());
        if (location.StartsWith("s3://", StringComparison.Ordinal))
            return Task.FromResult(location);

        var path = Path.GetFullPath(location, root);
        if (Directory.Exists(path) || FactsFile.Is(location))
            return Task.FromResult(path);

        if (builtRepositories is not null && Path.GetFileName(location) is { Length: > 0 } name && Directory.Exists(Path.Combine(builtRepositories, name)))
            return Task.FromResult(Path.Combine(builtRepositories, name));

        throw new GitAuditException($"There is no repository {location}: the folder {path} does not exist. A handoff names a repository by its path, relative to the portfolio's folder, by its address on a git server, or by a facts file.");
    }

    private Contents Read()
    {
        lock (gate)
        {
            var files = Stamps();
            if (latest is { } kept && kept.Files.SequenceEqual(files))
                return kept;

            var settings = reader.ReadSettings();
            return latest = new Contents(files, settings, reader.ReadAll(settings));
        }
    }

    // One handoff of those kept, if neither it nor the settings have changed. Looking at every file for every entity would make the work grow with the square of their number.
    private Handoff? Kept(string file)
    {
        lock (gate)
        {
            return latest is { } kept && kept.ByFile.TryGetValue(file, out var handoff) && kept.Files[^1] == Stamp(reader.SettingsPath)
                && Stamp(Path.Combine(root, file)) is var stamp && kept.ByPath.Contains(stamp) ? handoff : null;
        }
    }

    private List<(string Path, long Length, DateTime Written)> Stamps() =>
        [.. reader.List().Select(file => file.FullPath).Append(reader.SettingsPath).Select(Stamp)];

    private static (string Path, long Length, DateTime Written) Stamp(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? (path, file.Length, file.LastWriteTimeUtc) : (path, -1, default);
    }

    private sealed record Contents(IReadOnlyList<(string Path, long Length, DateTime Written)> Files, PortfolioSettings Settings, IReadOnlyList<Handoff> Handoffs)
    {
        public HashSet<(string Path, long Length, DateTime Written)> ByPath { get; } = [.. Files];
        public Dictionary<string, Handoff> ByFile { get; } = Handoffs.ToDictionary(handoff => handoff.File, StringComparer.Ordinal);
    }
}
