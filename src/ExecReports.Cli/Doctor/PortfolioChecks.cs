using ExecReports.Aws;
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
        var auditor = LocalRepositories.Auditor(options);
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
        var handoffs = new List<Handoff>();
        foreach (var entity in outline.Entities)
            handoffs.Add(await portfolio.Portfolio.ReadAsync(entity.File, cancellationToken));
        findings.AddRange(handoffs.SelectMany(Handoff));
        if (handoffs.Count > 1)
            findings.Add(new Finding(FindingLevel.Good, options.Portfolio, $"{TableCoverage.Of(handoffs)} in {handoffs.Count} handoffs"));

        foreach (var entity in outline.Entities)
        {
            foreach (var repository in entity.Repositories)
                findings.Add(await RepositoryAsync(auditor, portfolio, outline.Settings, repository, cancellationToken));
        }

        foreach (var (name, collector) in portfolio.Sources.Inventory)
            findings.AddRange(await DataAsync(name, async () => (await collector.CollectAsync(cancellationToken)).Gaps));
        foreach (var (name, source) in portfolio.Sources.Operations)
            findings.AddRange(await DataAsync(name, async () => (await source.ReadAsync(cancellationToken)).Gaps));

        var reports = ReportSelection.Resolve(new RunRequest(), portfolio.Catalog.Templates, outline.Entities);
        findings.AddRange(UnknownReports(outline.Settings, reports.SelectMany(report => report.Names).Concat(portfolio.Catalog.Templates.Select(template => template.Id))));
        findings.AddRange(reports
            .Where(report => RecipientPlan.For(report, outline.Settings, null).Count == 0)
            .Select(report => new Finding(FindingLevel.Warning, report.ReportType, "nobody is named as its recipient: name one under `recipients:` in portfolio.yaml")));
        return findings;
    }

    // A slip in a report's id ("cfx:") sets nothing, and whom or what it was meant for would be missed without a word.
    private static IEnumerable<Finding> UnknownReports(PortfolioSettings settings, IEnumerable<string> names)
    {
        var known = names.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return settings.Recipients.Keys.Where(key => !key.Equals("default", StringComparison.OrdinalIgnoreCase)).Select(key => ("recipients", key))
            .Concat(settings.Titles.Keys.Select(key => ("titles", key)))
            .Concat(settings.HoldOnGaps.Select(key => ("hold_on_gaps", key)))
            .Where(named => !known.Contains(named.key, StringComparer.OrdinalIgnoreCase))
            .Select(named => new Finding(FindingLevel.Warning, "portfolio.yaml", $"\"{named.key}\" in {named.Item1} is no report; expected one of {string.Join(", ", known)}{(named.Item1 == "recipients" ? ", default" : "")}"));
    }

    private static IEnumerable<Finding> Handoff(Handoff handoff)
    {
        var coverage = TableCoverage.Of([handoff]);
        yield return new Finding(FindingLevel.Good, handoff.File, coverage.ToString());

        // Down the file; of an unread table the coverage says more than its own diagnostic.
        var told = coverage.Unread.Select(table => (table.At.Line, Finding: Of(table)))
            .Concat(handoff.Diagnostics.Where(diagnostic => diagnostic.Code != "table-unread").Select(diagnostic => (diagnostic.At.Line, Finding: Of(diagnostic))));
        foreach (var (_, finding) in told.OrderBy(pair => pair.Line))
            yield return finding;
        foreach (var secret in handoff.Secrets)
            yield return new Finding(FindingLevel.Fault, secret.At.ToString(), $"looks like a secret ({secret.Kind}): take it out of the file and change it");
    }

    private static async Task<Finding> RepositoryAsync(IRepositoryAuditor auditor, LocalPortfolio portfolio, PortfolioSettings settings, RepositoryRef repository, CancellationToken cancellationToken)
    {
        try
        {
            var path = await portfolio.Portfolio.LocateRepositoryAsync(repository.Location, cancellationToken);
            var audit = await auditor.AuditAsync(
                new GitAuditRequest(repository.Location, path, settings.AsOf ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), settings.Thresholds.GitWindowDays, settings.Thresholds.StaleBranchDays, TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone)),
                cancellationToken);
            return audit.Empty
                ? new Finding(FindingLevel.Warning, repository.Location, "the repository has no commit")
                : new Finding(FindingLevel.Good, repository.Location, $"{audit.Commits} commits in the window, read by {audit.Reader}{(audit.Truncated ? ", at least: its history is cut off (shallow clone)" : "")}");
        }
        catch (Exception unreadable) when (unreadable is GitAuditException or TransientException)
        {
            return Finding.Fault($"{repository.At} ({repository.Location})", unreadable.Message, repository.Location);
        }
    }

    private static async Task<IEnumerable<Finding>> DataAsync(string name, Func<Task<IReadOnlyList<string>>> read)
    {
        try
        {
            var gaps = await read();
            return [new Finding(FindingLevel.Good, name, "read"), .. gaps.Select(gap => new Finding(FindingLevel.Warning, name, gap))];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or SourceFileException or AwsException or TransientException)
        {
            return [Finding.Fault(name, unreadable.Message)];
        }
    }

    private static Finding Of(UnreadTable unread)
    {
        var place = unread.Heading.Length == 0 ? "before any heading" : $"under '{unread.Heading}'";
        var rows = unread.Table.Rows.Count == 1 ? "1 row" : $"{unread.Table.Rows.Count} rows";
        return new Finding(FindingLevel.Warning, unread.At.ToString(), $"the table {place} ({string.Join(" | ", unread.Table.Columns)}; {rows}) was not read; {unread.Advice}");
    }

    private static Finding Of(Diagnostic diagnostic) => new(
        diagnostic.Severity switch { DiagnosticSeverity.Error => FindingLevel.Fault, DiagnosticSeverity.Warning => FindingLevel.Warning, _ => FindingLevel.Hint },
        diagnostic.At.ToString(),
        $"{diagnostic.Found}; expected {diagnostic.Expected}");
}
