using ExecReports.Api.Http;
using ExecReports.Delivery;
using ExecReports.Orchestration;
using ExecReports.Orchestration.Planning;
using Microsoft.AspNetCore.Http;

namespace ExecReports.Api.Archive;

/// <summary>The archive: which reports there are, their editions, their files.</summary>
/// <param name="parts">What it stands on.</param>
public sealed class ReportsApi(ApiParts parts)
{
    private const int AtOnce = 8;

    /// <summary><c>GET /api/reports</c>: the portfolio's reports, each with its newest edition.</summary>
    public async Task<IResult> ListAsync(CancellationToken cancellationToken)
    {
        var outline = await parts.Portfolio.OutlineAsync(cancellationToken);
        IReadOnlyList<SelectedReport> reports;
        try
        {
            reports = ReportSelection.Resolve(new RunRequest(), parts.Catalog.Templates, outline.Entities);
        }
        catch (RunRequestException)
        {
            reports = []; // there is not one report to make: an empty list says so
        }

        var entries = new ReportListEntry[reports.Count];
        await Parallel.ForAsync(0, reports.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (place, token) =>
        {
            var report = reports[place];
            var newest = await parts.Archive.ListFiguresAsync(report.ReportType, FromNow(), 1, token);
            var title = outline.Settings.Titles.GetValueOrDefault(report.ReportType) ?? outline.Settings.Titles.GetValueOrDefault(report.Template.Id) ?? report.Template.Title;
            entries[place] = new ReportListEntry(
                report.ReportType,
                report.Entity is null ? title : $"{report.Entity.Name}: {Uncapitalized(title)}",
                report.Template.Group.ToString().ToLowerInvariant(),
                report.Template.Audience,
                report.Entity?.Id,
                newest.Count > 0 ? Edition(newest[0]) : null,
                $"/api/reports/{report.ReportType}");
        });
        return new JsonAnswer<ReportList>(new(entries), ApiJson.Default.ReportList);
    }

    /// <summary><c>GET /api/reports/{id}</c>: its editions, the newest first.</summary>
    public async Task<IResult> EditionsAsync(string id, HttpRequest request, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var query = PageQuery.Read(request, parts.Limits, errors);
        if (errors.Any)
            return Problem.Invalid(errors);
        if (!ReportTypes.IsValid(id))
            return NoSuchReport();

        var keys = await parts.Archive.ListFiguresAsync(id, query.After?.Time ?? FromNow(), query.Limit + 1, cancellationToken);
        if (keys.Count == 0 && query.After is null && !await ExistsAsync(id, cancellationToken))
            return NoSuchReport();
        var editions = keys.Take(query.Limit).Select(Edition).ToList();
        var next = keys.Count > query.Limit ? query.Next(request, new PagePlace(editions[^1].GeneratedAt, id)) : null;
        return new JsonAnswer<ReportEditions>(new(id, editions, next), ApiJson.Default.ReportEditions);
    }

    /// <summary><c>GET /api/reports/{id}/{file}</c>: an archived file, such as <c>20261124T143000000Z.html</c>.</summary>
    public async Task<IResult> FileAsync(string id, string file, CancellationToken cancellationToken)
    {
        // Only a key that the archive itself would make is ever looked up.
        var dot = file.LastIndexOf('.');
        if (!ReportTypes.IsValid(id) || dot < 8 || ReportFile.Kind(file[(dot + 1)..]) is not { } kind || !file[..8].All(char.IsAsciiDigit))
            return NoSuchFile();
        var key = $"{ArchiveKeys.Root}/{file[..4]}/{file[4..6]}/{file[..dot]}-{id}.{kind.Extension}";
        return ArchiveKeys.TryParse(key, out var type, out _) && type == id && await parts.Archive.GetAsync(key, cancellationToken) is { } content
            ? kind.Answer(content, $"{id}-{file}")
            : NoSuchFile();
    }

    // Archives may look through their months from there backwards, so not the end of time.
    private DateTimeOffset FromNow() => parts.Time.GetUtcNow().AddDays(1);

    private async Task<bool> ExistsAsync(string id, CancellationToken cancellationToken)
    {
        var outline = await parts.Portfolio.OutlineAsync(cancellationToken);
        return parts.Catalog.Templates.Any(template =>
            template.ReportTypeFor(null) == id && template.Group == Reports.ReportGroup.Executive
            || outline.Entities.Any(entity => template.SpeaksAbout(entity.Id, entity.Kind) && template.ReportTypeFor(entity.Id) == id));
    }

    private static ReportEdition Edition(string figures)
    {
        ArchiveKeys.TryParse(figures, out var type, out var moment);
        var keys = ArchiveKeys.Of(type, moment);
        return new ReportEdition(
            ArchiveKeys.Timestamp(moment),
            moment,
            new[] { keys.Html, keys.Markdown, keys.Json, keys.Eml }.ToDictionary(ReportFile.ExtensionOf, ReportFile.AddressOf));
    }

    // Behind a name it goes on as a sentence would; a word in capitals stays one.
    private static string Uncapitalized(string title) => title.Length > 1 && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;

    private static Problem NoSuchReport() => Problem.NotFound("There is no such report. GET /api/reports lists them.");

    private static Problem NoSuchFile() => Problem.NotFound("There is no such file. GET /api/reports/{id} lists a report's editions with the addresses of their files.");
}
