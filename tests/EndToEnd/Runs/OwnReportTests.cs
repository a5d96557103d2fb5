using MimeKit;

namespace EndToEnd.Runs;

/// <summary>Reports that a portfolio adds as files.</summary>
public sealed class OwnReportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("execreports-own-").FullName;

    private string Portfolio => Path.Combine(folder, "portfolio");

    private string Out => Path.Combine(folder, "out");

    public OwnReportTests() => Copy(OtherPortfolio.Folder, Portfolio);

    [Fact]
    public async Task A_report_dropped_in_as_a_file_runs_is_mailed_and_archived_beside_the_others()
    {
        // The example of docs/reports.md, as somebody copies it from there.
        Directory.CreateDirectory(Path.Combine(Portfolio, "reports"));
        await File.WriteAllTextAsync(Path.Combine(Portfolio, "reports", "berths.md"), ExampleOfTheDocs(), TestContext.Current.CancellationToken);
        var usual = (await Cli.RunAsync("reports", "--portfolio", OtherPortfolio.Folder)).Lines.Count - 1;

        var run = await Cli.RunAsync("run", "--portfolio", Portfolio, "--out", Out);

        Assert.True(run.ExitCode == 0, run.Errors + run.Output);
        foreach (var extension in (string[])["html", "md", "json", "eml"])
        {
            var archived = Directory.GetFiles(Path.Combine(Out, "exec-reports"), "*." + extension, SearchOption.AllDirectories);
            Assert.Equal(usual + 1, archived.Length);
            Assert.Single(archived, file => file.EndsWith($"-berths.{extension}", StringComparison.Ordinal));
        }

        var recorded = await Cli.RunAsync("ledger", "--state", "sent", "--portfolio", Portfolio, "--out", Out);
        Assert.Single(recorded.Lines, line => line.Contains("berths", StringComparison.Ordinal));
        var mail = Assert.Single(Directory.GetFiles(Path.Combine(Out, "outbox"), "*.eml"), file => Path.GetFileName(file).Contains("-berths-", StringComparison.Ordinal));
        var message = await MimeMessage.LoadAsync(mail, TestContext.Current.CancellationToken);
        Assert.StartsWith("Berths and boats, ", message.Subject, StringComparison.Ordinal);
        Assert.Matches(@"Burn is (at least )?\$\d", message.TextBody);
    }

    [Theory]
    [InlineData("weekly", "", "Weekly")]
    [InlineData("upkeep-shop", "--kind shop --title Upkeep --audience Keeper", "Upkeep")]
    public async Task New_writes_a_template_that_works_as_it_is(string id, string options, string title)
    {
        var made = await Cli.RunAsync(["reports", "new", id, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--portfolio", Portfolio]);
        var run = await Cli.RunAsync("run", "--reports", id, "--portfolio", Portfolio, "--out", Out);
        var again = await Cli.RunAsync("reports", "new", id, "--portfolio", Portfolio);

        Assert.True(made.ExitCode == 0, made.Errors);
        Assert.True(run.ExitCode == 0, run.Errors + run.Output);
        var markdown = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(Out, "exec-reports"), "*.md", SearchOption.AllDirectories)), TestContext.Current.CancellationToken);
        Assert.Contains(title, markdown.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("$", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", markdown, StringComparison.Ordinal);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains($"There is a report '{id}' already", again.Errors);
    }

    [Theory]
    [InlineData("weekly", "")]
    [InlineData("upkeep-shop", "--kind shop")]
    public async Task The_starter_opens_with_decisions_and_says_what_has_changed_since_its_last_report(string id, string options)
    {
        await Cli.RunAsync(["reports", "new", id, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--portfolio", Portfolio]);
        async Task<string> RunAsync(string day)
        {
            var run = await Cli.RunAsync("run", "--reports", id, "--as-of", day, "--portfolio", Portfolio, "--out", Out);
            Assert.True(run.ExitCode == 0, run.Errors + run.Output);
            return await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(Out, "exec-reports"), "*.md", SearchOption.AllDirectories).MaxBy(file => Path.GetFileName(file), StringComparer.Ordinal)!, TestContext.Current.CancellationToken);
        }

        var first = await RunAsync("2026-11-17");
        var handoff = Directory.GetFiles(Path.Combine(Portfolio, "agent_handoffs", "projects"), "*.md").Order(StringComparer.Ordinal).First();
        await File.AppendAllTextAsync(handoff, "\n\n## Costs\n\n- Storage unit: $777 a month\n", TestContext.Current.CancellationToken);
        var second = await RunAsync("2026-11-24");

        foreach (var report in (string[])[first, second])
        {
            Assert.Single(report.Split('\n'), line => line == "## Decide");
            Assert.Contains("At stake:", report, StringComparison.Ordinal);
            Assert.Single(report.Split('\n'), line => line == "## Since the last report");
        }

        Assert.Contains("first report", first, StringComparison.Ordinal);
        Assert.Matches(@"\| Gross burn [^|]*\|[^|]*\$[^|]*\|[^|]*\$[^|]*\| ▲ \$777", second);
        Assert.Matches(@"\*\*new\*\* cost \| Storage unit \|", second);
    }

    [Theory]
    [InlineData("Weekly!", "", "'Weekly!' is no report id")]
    [InlineData("cfo", "", "There is a report 'cfo' already")]
    [InlineData("lease", "--kind circus", "unknown kind 'circus'")]
    public async Task New_refuses_what_would_not_work_and_writes_nothing(string id, string options, string message)
    {
        var made = await Cli.RunAsync(["reports", "new", id, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--portfolio", Portfolio]);

        Assert.Equal(2, made.ExitCode);
        Assert.Contains(message, made.Errors);
        Assert.False(Directory.Exists(Path.Combine(Portfolio, "reports")));
    }

    [Fact]
    public async Task A_typo_in_a_template_is_told_with_file_line_and_the_nearest_name()
    {
        await Cli.RunAsync("reports", "new", "weekly", "--portfolio", Portfolio);
        var file = Path.Combine(Portfolio, "reports", "weekly.md");
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        var at = Array.FindIndex(lines, line => line.Contains("handoff.costs.size", StringComparison.Ordinal));
        lines[at] = lines[at].Replace("handoff.costs", "handoff.cots", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(file, lines, TestContext.Current.CancellationToken);

        var render = await Cli.RunAsync("render", "weekly", "--portfolio", Portfolio, "--out", Out);

        Assert.Equal(1, render.ExitCode);
        Assert.Contains($"weekly.md:{at + 1}", render.Errors);
        Assert.Contains("cots", render.Errors);
        Assert.Contains("costs", render.Errors);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string ExampleOfTheDocs() => string.Join('\n', File.ReadAllLines(Path.Combine(Cli.Root, "docs", "reports.md"))
        .SkipWhile(line => line != "    ---").TakeWhile(line => line.Length == 0 || line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Length == 0 ? line : line[4..]));

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
