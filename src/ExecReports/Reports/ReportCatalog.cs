using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports;

/// <summary>The reports there are: those that ship with the product, and those dropped into the portfolio's <c>reports/</c> folder.</summary>
/// <param name="Templates">Built-in ones first, officers' before domains'; then the portfolio's in the order of their files' names.</param>
/// <param name="Diagnostics">Dropped-in templates that cannot be used, each with its place and what would be right; each costs only itself.</param>
public sealed record ReportCatalog(IReadOnlyList<ReportTemplate> Templates, IReadOnlyList<Diagnostic> Diagnostics)
{
    private static readonly Lazy<IReadOnlyList<ReportTemplate>> s_builtIn = new(ReadBuiltIn);

    /// <summary>The templates that ship with the product.</summary>
    public static IReadOnlyList<ReportTemplate> BuiltIn => s_builtIn.Value;

    /// <summary>Reads the catalog; <paramref name="portfolioFolder"/> null: the built-in reports alone.</summary>
    /// <param name="portfolioFolder">The portfolio's folder; its <c>reports/*.md</c> are read, if there are any.</param>
    /// <param name="engine">Parses dropped-in templates, so that an error in one is known before a run.</param>
    public static ReportCatalog Load(string? portfolioFolder, TemplateEngine engine)
    {
        var templates = new List<ReportTemplate>(BuiltIn);
        var diagnostics = new List<Diagnostic>();
        var folder = portfolioFolder is null ? null : Path.Combine(portfolioFolder, "reports");
        if (folder is not null && Directory.Exists(folder))
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal))
                Add("reports/" + Path.GetFileName(path), path);
        }

        return new ReportCatalog(templates, diagnostics);

        void Add(string file, string path)
        {
            try
            {
                var template = ReportTemplateReader.Read(file, File.ReadAllText(path), builtIn: false);
                if (templates.FirstOrDefault(other => other.Id == template.Id) is { } other)
                    throw new TemplateException(file, 1, $"id '{template.Id}' is taken by {(other.BuiltIn ? "a report of the product" : other.File)}; expected an id of its own");
                engine.Check(template);
                templates.Add(template);
            }
            catch (TemplateException broken)
            {
                diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, "template-unusable", new SourceLine(broken.File, broken.Line), broken.Problem, "a template that can be rendered"));
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, "template-unreadable", new SourceLine(file, 1), $"the file cannot be read ({unreadable.Message})", "a readable file"));
            }
        }
    }

    /// <summary>The template of that id; null if there is none.</summary>
    public ReportTemplate? Find(string id) => Templates.FirstOrDefault(template => template.Id == id);

    /// <summary>The reports that a template makes over some entities: one for an officer, one per entity (of its kind, among those it names) for a domain.</summary>
    public static IEnumerable<(string ReportType, Handoff? Entity)> ReportsOf(ReportTemplate template, IEnumerable<Handoff> entities) =>
        template.Group == ReportGroup.Executive
            ? [(template.ReportTypeFor(null), null)]
            : entities
                .Where(entity => template.SpeaksAbout(entity.Id, entity.Kind))
                .Select(entity => (template.ReportTypeFor(entity.Id), (Handoff?)entity));

    private static List<ReportTemplate> ReadBuiltIn() =>
        [.. EmbeddedText.Names.Where(name => name.StartsWith("Reports/", StringComparison.Ordinal) && !name.StartsWith("Reports/Parts/", StringComparison.Ordinal))
            .Select(name => ReportTemplateReader.Read(name, EmbeddedText.Read(name), builtIn: true))
            .OrderBy(template => ReportBuilders.PlaceOf(template.Id))];
}
