namespace EndToEnd.Runs;

/// <summary>A portfolio that shares nothing with the sample: a school and a shop, written by people with habits of their own.</summary>
internal static class OtherPortfolio
{
    public static string Folder { get; } = Path.Combine(Cli.Root, "tests", "EndToEnd", "Portfolios", "harbour-school-and-shop");

    /// <summary>The archived Markdown of every report of an output folder.</summary>
    public static IReadOnlyList<string> Reports(string output) =>
        [.. Directory.GetFiles(Path.Combine(output, "exec-reports"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
}
