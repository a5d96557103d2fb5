namespace ExecReports.Cli.Preview;

/// <summary>Tells whether anything that a report is made from has changed: names, sizes and times of the portfolio's files. Looking works on every file system; being told does not.</summary>
internal static class PortfolioStamp
{
    private static readonly string[] Folders = ["agent_handoffs", "reports", "inventory", "operations", "facts"];

    /// <summary>A text that differs when a file was changed, added or removed.</summary>
    public static string Of(string portfolio)
    {
        var files = Folders.Select(folder => new DirectoryInfo(Path.Combine(portfolio, folder))).Where(folder => folder.Exists)
            .SelectMany(folder => folder.EnumerateFiles("*", SearchOption.AllDirectories))
            .Concat(new DirectoryInfo(portfolio).EnumerateFiles("portfolio.y*ml"));
        return string.Join('\n', files.OrderBy(file => file.FullName, StringComparer.Ordinal).Select(file => $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}"));
    }
}
