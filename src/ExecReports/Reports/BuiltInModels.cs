using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using ExecReports.Reports.Changes;

namespace ExecReports.Reports;

/// <summary>The models of the built-in reports by id, each computed when it is first asked for.</summary>
/// <param name="facts">The run's facts.</param>
/// <param name="entity">The entity that the asking report speaks about; null: the group.</param>
/// <param name="builders">Builders of the built-in reports.</param>
/// <param name="templates">Their templates, which say what each is made for.</param>
internal sealed class BuiltInModels(PortfolioFacts facts, Handoff? entity, IReadOnlyList<IReportBuilder> builders, IReadOnlyList<ReportTemplate> templates) : ITemplateNames
{
    private readonly Dictionary<string, IReadOnlyList<ReportContent>> _built = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, Figure> _named = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => [.. builders.Select(builder => builder.Id), "handoffs"];

    /// <summary>The figures that were asked for by name, in the order in which they first were.</summary>
    public IReadOnlyList<Figure> Named => [.. _named.Values];

    /// <summary>What the reports that were asked for so far follow from one report to the next, each key with its report's id in front.</summary>
    public IReadOnlyList<OpenItem> Open =>
    [
        .. _built.Keys.Order(StringComparer.Ordinal).SelectMany(id => Reports(id).SelectMany(report => OpenItems.Of(id, facts, report.Entity)).Select(item => item with { Key = $"{id}:{item.Key}" }))
            .DistinctBy(item => item.Key),
    ];

    /// <summary>The figures of the reports that were asked for so far, their ids with the report's in front: <c>cfo:burn.gross</c>.</summary>
    public IReadOnlyList<Figure> Figures =>
        [.. _built.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value.SelectMany(content => content.Figures.Select(figure => WithReport(pair.Key, figure))))];

    /// <inheritdoc/>
    public bool TryGet(string name, out object? value)
    {
        if (name == "handoffs")
        {
            value = facts.Handoffs;
            return true;
        }

        value = null;
        if (Contents(name) is not { } contents)
            return false;
        value = Template(name).Group == ReportGroup.Executive || entity is not null ? contents.FirstOrDefault()?.Model : contents.Select(content => content.Model).ToArray();
        return true;
    }

    /// <summary>A figure by report and id (<c>cfo:burn.gross</c>); null if there is none.</summary>
    public Figure? Find(string id)
    {
        var colon = id.IndexOf(':');
        if (colon < 0 || Contents(id[..colon]) is not { } contents)
            return null;
        if (contents.SelectMany(content => content.Figures).FirstOrDefault(figure => figure.Id == id[(colon + 1)..]) is not { } found)
            return null;
        var named = WithReport(id[..colon], found);
        _named.TryAdd(id, named);
        return named;
    }

    private IReadOnlyList<ReportContent>? Contents(string id)
    {
        if (_built.TryGetValue(id, out var built))
            return built;
        if (builders.FirstOrDefault(builder => builder.Id == id) is not { } builder)
            return null;
        return _built[id] = [.. Reports(id).Select(report => builder.Build(facts, report.Entity))];
    }

    private IEnumerable<(string ReportType, Handoff? Entity)> Reports(string id) =>
        ReportCatalog.ReportsOf(Template(id), Template(id).Group == ReportGroup.Executive || entity is null ? facts.Handoffs : [entity]);

    private ReportTemplate Template(string id) => templates.First(template => template.Id == id);

    private static Figure WithReport(string report, Figure figure) => figure with { Id = $"{report}:{figure.Id}" };
}
