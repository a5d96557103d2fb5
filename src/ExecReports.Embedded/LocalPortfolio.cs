using ExecReports.Git.Lines;
using ExecReports.Inventory;
using ExecReports.Operations;
using ExecReports.Orchestration.Activities;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using ExecReports.Reports;

namespace ExecReports.Embedded;

/// <summary>What a portfolio's folder holds: handoffs, templates, inventory and operations files.</summary>
/// <param name="Portfolio">Settings and handoffs.</param>
/// <param name="Catalog">Templates of the product and those dropped into the portfolio.</param>
/// <param name="Templates">Parses and renders templates; keeps those parsed.</param>
/// <param name="Sources">Inventory and operations files, by path relative to the portfolio, or what is collected in their place and beside them.</param>
public sealed record LocalPortfolio(IPortfolioSource Portfolio, ReportCatalog Catalog, TemplateEngine Templates, RunSources Sources)
{
    /// <summary>Opens a portfolio's folder; nothing is read yet but the names of its files and the templates.</summary>
    public static LocalPortfolio Open(LocalOptions options)
    {
        var templates = new TemplateEngine();
        var files = new RunSources(
            Files(options.Portfolio, "inventory").ToDictionary(file => file.Name, file => (IInventoryCollector)new InventoryFile(file.Path, file.Name)),
            Files(options.Portfolio, "operations").ToDictionary(file => file.Name, file => (IOperationsSource)new OperationsFile(file.Path, file.Name)));
        return new LocalPortfolio(
            new PortfolioWithMailSettings(Source(options), options.Mail),
            ReportCatalog.Load(options.Portfolio, templates),
            templates,
            options.Other?.Collected(options.Portfolio, files) ?? files);
    }

    private static IPortfolioSource Source(LocalOptions options)
    {
        var lines = new LineHistory();
        return options.Origin is { } origin
            ? new FollowedPortfolio(origin, fetched => new PortfolioFolder(fetched.Folder, options.Repositories, lines, fetched.Committed))
            : new PortfolioFolder(options.Portfolio, options.Repositories, lines);
    }

    private static IEnumerable<(string Name, string Path)> Files(string portfolio, string folder)
    {
        var path = Path.Combine(portfolio, folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.json").Select(file => ($"{folder}/{Path.GetFileName(file)}", file))
            : [];
    }
}
