using ExecReports.Embedded;
using ExecReports.Git;
using ExecReports.Orchestration;
using ExecReports.Orchestration.Planning;
using ExecReports.Portfolio;
using ExecReports.Schemas;

namespace ExecReports.Cli.Doctor;

/// <summary>Checks of the portfolio: settings, handoffs, tables, repositories, data files, recipients.</summary>
internal static class PortfolioChecks
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var portfolio = LocalPortfolio.Open(options);
        PortfolioOutline outline;
        try
        {
            outline = await portfolio.Portfolio.OutlineAsync(cancellationToken);
        }
        catch (PortfolioException missing)
        {
            return [new Finding(FindingLevel.Fault, options.Portfolio, missing.Message)];
        }

        findings.AddRange(outline.Settings.Diagnostics.Select(Of));
        findings.AddRange(portfolio.Catalog.Diagnostics.Select(Of));
        foreach (var entity in outline.Entities)
            findings.AddRange(Handoff(await portfolio.Portfolio.ReadAsync(entity.File, cancellationToken)));

        foreach (var entity in outline.Entities)
        {
            foreach (var repository in entity.Repositories)
                findings.Add(await RepositoryAsync(portfolio, outline.Settings, repository, cancellationToken));
        }

        foreach (var (name, collector) in portfolio.Sources.Inventory)
            findings.AddRange(await DataAsync(name, async () => (await collector.CollectAsync(cancellationToken)).Gaps));
        foreach (var (name, source) in portfolio.Sources.Operations)
            findings.AddRange(await DataAsync(name, async () => (await source.ReadAsync(cancellationToken)).Gaps));

        findings.AddRange(ReportSelection.Resolve(new RunRequest(), portfolio.Catalog.Templates, outline.Entities)
            .Where(report => RecipientPlan.For(report, outline.Settings, null).Count == 0)
            .Select(report => new Finding(FindingLevel.Warning, report.ReportType, "nobody is named as its recipient: name one under `recipients:` in portfolio.yaml")));
        return findings;
    }

    private static IEnumerable<Finding> Handoff(Handoff handoff)
    {
        var coverage = TableCoverage.Of([handoff]);
        yield return new Finding(FindingLevel.Good, handoff.File, coverage.ToString());
        foreach (var table in coverage.Unread)
            yield return new Finding(FindingLevel.Warning, table.At.ToString(), $"the table under '{table.Heading}' was not read; {(table.NearestKnown is null ? "no known heading is near" : $"the nearest known heading is '{table.NearestKnown}'")}");
        foreach (var diagnostic in handoff.Diagnostics)
            yield return Of(diagnostic);
        foreach (var secret in handoff.Secrets)
            yield return new Finding(FindingLevel.Fault, secret.At.ToString(), $"looks like a secret ({secret.Kind}): take it out of the file and change it");
    }

    private static async Task<Finding> RepositoryAsync(LocalPortfolio portfolio, PortfolioSettings settings, RepositoryRef repository, CancellationToken cancellationToken)
    {
        try
        {
            var path = await portfolio.Portfolio.LocateRepositoryAsync(repository.Location, cancellationToken);
            var audit = await new RepositoryAuditor().AuditAsync(
                new GitAuditRequest(repository.Location, path, settings.AsOf ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), settings.Thresholds.GitWindowDays, settings.Thresholds.StaleBranchDays, TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone)),
                cancellationToken);
            return audit.Empty
                ? new Finding(FindingLevel.Warning, repository.Location, "the repository has no commit")
                : new Finding(FindingLevel.Good, repository.Location, $"{audit.Commits} commits in the window, read by {audit.Reader}{(audit.Truncated ? ", at least: its history is cut off (shallow clone)" : "")}");
        }
        catch (GitAuditException unreadable)
        {
            return new Finding(FindingLevel.Fault, $"{repository.At} ({repository.Location})", unreadable.Message);
        }
    }

    private static async Task<IEnumerable<Finding>> DataAsync(string name, Func<Task<IReadOnlyList<string>>> read)
    {
        try
        {
            var gaps = await read();
            return [new Finding(FindingLevel.Good, name, "read"), .. gaps.Select(gap => new Finding(FindingLevel.Warning, name, gap))];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or SourceFileException)
        {
            return [new Finding(FindingLevel.Fault, name, unreadable.Message)];
        }
    }

    private static Finding Of(Diagnostic diagnostic) => new(
        diagnostic.Severity == DiagnosticSeverity.Error ? FindingLevel.Fault : FindingLevel.Warning,
        diagnostic.At.ToString(),
        $"{diagnostic.Found}; expected {diagnostic.Expected}");
}
