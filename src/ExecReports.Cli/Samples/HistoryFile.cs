namespace ExecReports.Cli.Samples;

/// <summary>
/// A git repository's history as readable text, from which <see cref="HistoryRepository"/> builds the repository. Repeats are already expanded.
/// The format is described beside the sample's histories, in <c>samples/portfolio/histories/README.md</c>.
/// </summary>
/// <param name="DefaultBranch">Name of the default branch.</param>
/// <param name="Events">Commits and tags in the order of their times; those of one moment in the order of their lines.</param>
public sealed record HistoryFile(string DefaultBranch, IReadOnlyList<HistoryEvent> Events)
{
    /// <summary>Reads a history; <paramref name="file"/> is the name for messages.</summary>
    /// <exception cref="HistoryFormatException">A line cannot be read.</exception>
    public static HistoryFile Parse(string file, string text) => new HistoryParser(file).Parse(text);
}
