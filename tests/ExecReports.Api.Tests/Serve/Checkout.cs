namespace ExecReports.Api.Tests.Serve;

/// <summary>Where things are in this checkout.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    /// <summary>Two small companies, which need no repository.</summary>
    public static string SmallPortfolio { get; } = Path.Combine(Root, "tests", "EndToEnd", "Portfolios", "harbour-school-and-shop");

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ExecReports.Functions.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside a checkout.");
        return folder;
    }
}
