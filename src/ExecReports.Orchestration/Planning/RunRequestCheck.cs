using ExecReports.Delivery;
using ExecReports.Portfolio;
using ExecReports.Reports;

namespace ExecReports.Orchestration.Planning;

/// <summary>Says before a run is started whether it can be met by the portfolio as it is now.</summary>
/// <param name="portfolio">The portfolio.</param>
/// <param name="catalog">Its reports.</param>
/// <param name="sender">Whether a run that mails needs a sender.</param>
public sealed class RunRequestCheck(IPortfolioSource portfolio, ReportCatalog catalog, SenderRule sender)
{
    /// <summary>
    /// Checks a request. A setting that cannot be taken refuses the run: a recipient left out for a slip in an address would miss the report silently.
    /// </summary>
    /// <returns>The reports that it means.</returns>
    /// <exception cref="RunRequestException">It cannot be met; one message per fault.</exception>
    public async Task<IReadOnlyList<SelectedReport>> CheckAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var outline = await portfolio.OutlineAsync(cancellationToken);
        var faults = outline.Settings.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()).ToList();
        if (!request.DryRun && sender.Fault(outline.Settings.Sender) is { } unnamed)
            faults.Add(unnamed);
        if (faults.Count > 0)
            throw new RunRequestException(faults);

        try
        {
            return ReportSelection.Resolve(request, catalog.Templates, outline.Entities);
        }
        catch (RunRequestException refused) when (catalog.Diagnostics.Count > 0)
        {
            // The report that was asked for may be one of them.
            throw new RunRequestException([.. refused.Details, .. catalog.Diagnostics.Select(template => new RunRequestFault(null, template.ToString()))]);
        }
    }
}
