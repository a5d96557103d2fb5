using ExecReports.Portfolio;

namespace ExecReports.Cli.Starter;

/// <summary>The portfolio that somebody new begins with: a handoff for each kind of company, settings, and an example of a settings file.</summary>
internal static class StarterPortfolio
{
    /// <summary>The kinds of companies that there is a handoff for.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["charter", "rental", "delivery", "agency", "school", "equipment-rental", "shop"];

    /// <summary>The kinds that make all eight reports.</summary>
    public static IReadOnlyList<string> UsualKinds { get; } = ["charter", "rental", "delivery", "agency"];

    /// <summary>The files for companies of these kinds.</summary>
    public static IReadOnlyList<StarterFile> Files(IReadOnlyList<string> kinds) =>
    [
        .. kinds.Select(kind => new StarterFile($"{PortfolioReader.HandoffFolder}/{kind}.md", StarterText.Read($"handoffs/{kind}.md"))),
        new StarterFile(PortfolioReader.SettingsFile, StarterText.Read("portfolio.yaml")),
        new StarterFile("repos.env.example", StarterText.Read("repos.env.example")),
    ];

    /// <summary>Writes files into a folder, which is made if it is missing. Nothing that is there is overwritten: if anything stands in the way, nothing is written.</summary>
    /// <exception cref="UsageException">The folder is a portfolio already, or holds one of the files.</exception>
    public static void Write(string folder, IReadOnlyList<StarterFile> files)
    {
        var handoffs = Path.Combine(folder, PortfolioReader.HandoffFolder);
        if (Directory.Exists(handoffs) && Directory.EnumerateFiles(handoffs, "*.md").Any())
            throw new UsageException($"{folder} is a portfolio already: there are handoffs in {handoffs}. Nothing was written; expected a folder without any.");
        var taken = files.Where(file => Path.Exists(Path.Combine(folder, file.Path))).Select(file => file.Path).ToList();
        if (taken.Count > 0)
            throw new UsageException($"{folder} already holds {string.Join(", ", taken)}. Nothing was written, and nothing is overwritten; expected an empty folder.");

        foreach (var file in files)
            StarterText.WriteNew(Path.Combine(folder, file.Path), file.Text);
    }
}
