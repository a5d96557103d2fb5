using ExecReports.Portfolio;

namespace ExecReports.Tests.Portfolio;

/// <summary>What a folder's portfolio keeps, and when it reads again.</summary>
public sealed class PortfolioFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("execreports-portfolio-").FullName;

    public PortfolioFolderTests()
    {
        Directory.CreateDirectory(Path.Combine(_root, "agent_handoffs", "projects"));
        Write(Bay, "# Bay\n\n## Costs\n\n- Hosting: 20\n");
    }

    private static string Bay => "agent_handoffs/projects/bay.md";

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("portfolio.yaml")]
    [InlineData("portfolio.yml")]
    public async Task An_edit_of_the_settings_is_seen_under_both_names(string name)
    {
        Write(name, "name: Harbour\ncurrency: USD\n");
        var folder = new PortfolioFolder(_root);
        Assert.Equal("Harbour", (await OutlineAsync(folder)).Settings.Name);
        var before = await ReadAsync(folder);

        Write(name, "name: Harbour group\ncurrency: EUR\n");

        // The handoff first: it is kept for as long as the settings stay as they were.
        Assert.NotSame(before, await ReadAsync(folder));
        Assert.Equal("Harbour group", (await OutlineAsync(folder)).Settings.Name);
    }

    [Fact]
    public async Task A_settings_file_that_comes_to_stand_before_another_or_goes_is_seen()
    {
        Write("portfolio.yml", "name: Old\n");
        var folder = new PortfolioFolder(_root);
        Assert.Equal("Old", (await OutlineAsync(folder)).Settings.Name);

        Write("portfolio.yaml", "name: New\n");
        Assert.Equal("New", (await OutlineAsync(folder)).Settings.Name);

        File.Delete(Path.Combine(_root, "portfolio.yaml"));
        Assert.Equal("Old", (await OutlineAsync(folder)).Settings.Name);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_read_again()
    {
        var folder = new PortfolioFolder(_root);
        Assert.Same(await ReadAsync(folder), await ReadAsync(folder));
    }

    private static Task<PortfolioOutline> OutlineAsync(PortfolioFolder folder) => folder.OutlineAsync(TestContext.Current.CancellationToken);

    private static Task<Handoff> ReadAsync(PortfolioFolder folder) => folder.ReadAsync(Bay, TestContext.Current.CancellationToken);

    private void Write(string file, string content) => File.WriteAllText(Path.Combine([_root, .. file.Split('/')]), content);
}
