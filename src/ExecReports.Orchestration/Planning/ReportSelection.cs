using ExecReports.Portfolio;
using ExecReports.Reports;

namespace ExecReports.Orchestration.Planning;

/// <summary>Which reports a request means: a pure function of the request, the templates and the entities.</summary>
public static class ReportSelection
{
    /// <summary>
    /// Resolves the request: an officer's template makes one report, a domain template one per entity of its kind (or of those that it names).
    /// Throws <see cref="RunRequestException"/> with one message per fault for names that are not there.
    /// </summary>
    public static IReadOnlyList<SelectedReport> Resolve(RunRequest request, IReadOnlyList<ReportTemplate> templates, IReadOnlyList<EntityOutline> entities)
    {
        var faults = new List<RunRequestFault>();
        foreach (var id in request.Entities.Where(id => entities.All(entity => !Same(entity.Id, id))))
            faults.Add(new(nameof(RunRequest.Entities), $"There is no entity '{id}'. The portfolio has: {List(entities.Select(entity => entity.Id))}."));

        var chosen = request.Entities.Count == 0
            ? entities
            : [.. entities.Where(entity => request.Entities.Any(id => Same(entity.Id, id)))];

        var all = Expand(templates, entities).ToList();
        var possible = Expand(templates, chosen).ToList();
        foreach (var name in request.Reports.Where(name => !possible.Any(report => report.IsNamed(name))))
        {
            faults.Add(new(nameof(RunRequest.Reports),
                all.Any(report => report.IsNamed(name)) ? $"Report '{name}' speaks about none of the entities that were asked for."
                : templates.FirstOrDefault(template => Same(template.Id, name)) is { Kind: { } kind } ? $"Report '{name}' is made for entities of kind {kind.ToString().ToLowerInvariant()}, and the portfolio has none."
                : $"There is no report '{name}'. There are: {List(all.Select(report => report.ReportType))}."));
        }

        if (faults.Count > 0)
            throw new RunRequestException(faults);

        var wanted = possible
            .Where(report => request.Group is null || report.Template.Group == request.Group)
            .Where(report => request.Reports.Count == 0 || request.Reports.Any(name => report.IsNamed(name)))
            .ToList();
        return wanted.Count > 0 ? wanted : throw new RunRequestException([new RunRequestFault(null, "Nothing to do: no report is left of what was asked for (reports, group and entities together).")]);
    }

    /// <summary>The entities that a request speaks about.</summary>
    public static IReadOnlyList<EntityOutline> Entities(RunRequest request, IReadOnlyList<EntityOutline> entities) =>
        request.Entities.Count == 0 ? entities : [.. entities.Where(entity => request.Entities.Any(id => Same(entity.Id, id)))];

    private static IEnumerable<SelectedReport> Expand(IReadOnlyList<ReportTemplate> templates, IReadOnlyList<EntityOutline> entities)
    {
        foreach (var template in templates)
        {
            if (template.Group == ReportGroup.Executive)
            {
                yield return new SelectedReport(template.ReportTypeFor(null), template, null);
                continue;
            }

            foreach (var entity in entities.Where(entity => template.SpeaksAbout(entity.Id, entity.Kind)))
                yield return new SelectedReport(template.ReportTypeFor(entity.Id), template, entity);
        }
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string List(IEnumerable<string> names) => string.Join(", ", names);
}

/// <summary>A report that was asked for.</summary>
/// <param name="ReportType">The ledger's <c>report_type</c>.</param>
/// <param name="Template">Its template.</param>
/// <param name="Entity">Its entity; null for an officer's report.</param>
public sealed record SelectedReport(string ReportType, ReportTemplate Template, EntityOutline? Entity)
{
    /// <summary>The names that a request and the settings may call it by, the narrower first: its type (<c>rental-cove</c>), and its template's id (<c>rental</c>), which stands for all reports of that template.</summary>
    public IReadOnlyList<string> Names => [ReportType, Template.Id];

    /// <summary>Whether that is one of its names, case aside.</summary>
    public bool IsNamed(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
