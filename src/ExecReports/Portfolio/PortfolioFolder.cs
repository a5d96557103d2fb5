using ExecReports.Git;
using ExecReports.Git.Lines;
using ExecReports.Git.Remote;

namespace ExecReports.Portfolio;

/// <summary>
/// A portfolio in a folder of this machine. The plan and each entity's own activity ask for the same files: what was read is kept, and read again
/// when a file has changed since.
/// </summary>
/// <param name="root">The folder that holds <c>agent_handoffs</c>.</param>
/// <param name="builtRepositories">Where repositories built from the portfolio's <c>histories</c> are; null: there are none.</param>
/// <param name="lines">Dates the lines of handoffs by their commits; null: they have the dates of their files.</param>
/// <param name="committed">The folder in a repository; null: the repository whose work tree it lies in, if any.</param>
public sealed class PortfolioFolder(string root, string? builtRepositories = null, LineHistory? lines = null, CommittedFolder? committed = null) : IPortfolioSource
{
    private readonly Lazy<CommittedFolder?> around = new(() => committed ?? CommittedFolder.Around(root));
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
    public async Task<Handoff> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var (handoff, settings) = Kept(file) ?? Among(Read(), file)
            ?? throw new PortfolioException($"The handoff {file} was there when the run was planned and is gone now.");
        // Only what has facts is worth a look at its history.
        return lines is not null && handoff.Rows.Any() && around.Value is { } folder ? await DatedAsync(lines, folder, handoff, settings, cancellationToken).ConfigureAwait(false) : handoff;
    }

    private async Task<Handoff> DatedAsync(LineHistory history, CommittedFolder folder, Handoff handoff, PortfolioSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            var content = await File.ReadAllBytesAsync(Path.Combine(root, handoff.File), cancellationToken).ConfigureAwait(false);
            var times = await history.ReadAsync(folder, handoff.File, content, cancellationToken).ConfigureAwait(false);
            return HandoffDates.Of(handoff, [.. times.Select(time => time is { } at ? settings.DayOf(at) : (DateOnly?)null)]);
        }
        catch (Exception unreadable) when (unreadable is GitAuditException or IOException or UnauthorizedAccessException)
        {
            var undated = new Diagnostic(DiagnosticSeverity.Warning, "lines-undated", new SourceLine(handoff.File, 1), $"a history that cannot be read: {unreadable.Message}",
                "a repository that git can read; until then the facts are as old as their file");
            return handoff with { Diagnostics = [.. handoff.Diagnostics, undated] };
        }
    }

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
    private (Handoff Handoff, PortfolioSettings Settings)? Kept(string file)
    {
        lock (gate)
        {
            return latest is { } kept && kept.Files[^1] == Stamp(reader.SettingsPath) && kept.ByPath.Contains(Stamp(Path.Combine(root, file))) ? Among(kept, file) : null;
        }
    }

    private static (Handoff Handoff, PortfolioSettings Settings)? Among(Contents contents, string file) =>
        contents.ByFile.TryGetValue(file, out var handoff) ? (handoff, contents.Settings) : null;

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
