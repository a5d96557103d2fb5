using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EndToEnd.Runs;

/// <summary><c>init</c>, and what somebody who begins with it sees.</summary>
public sealed partial class InitTests : IDisposable
{
    // The blanks of docs/start.md: section, row, column, value.
    private static readonly (string Section, string Row, string Column, string Value)[] Blanks =
    [
        ("Costs", "Berth", "Expected", "$900"),
        ("Costs", "Insurance", "Expected", "$2,400"),
        ("Costs", "Maintenance", "Expected", "$300–500"),
        ("Costs", "Software", "Expected", "$60"),
        ("Costs", "Phone and internet", "Expected", "$80"),
        ("Costs", "Bookkeeping", "Expected", "$450"),
        ("Costs", "Marketing", "Expected", "$210"),
        ("Revenue", "Charters", "Price per unit", "$1,000"),
        ("Revenue", "Charters", "Variable cost per unit", "$350"),
        ("Revenue", "Charters", "Units per month", "4"),
        ("Cash", "Bank account", "Balance", "$12,000"),
        ("Cash", "Bank account", "Date", "2026-11-20"),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("execreports-init-").FullName;

    private string Out => Path.Combine(folder, "out");

    [Fact]
    public async Task In_an_empty_folder_it_writes_a_portfolio_of_which_a_run_makes_reports_that_say_what_to_fill_in_first()
    {
        var init = await Cli.RunAsync("init", folder);
        var run = await Cli.RunAsync("run", "--portfolio", folder, "--out", Out);

        Assert.True(init.ExitCode == 0, init.Errors);
        Assert.True(run.ExitCode == 0, run.Errors + run.Output);
        var reports = Directory.GetFiles(Path.Combine(Out, "exec-reports"), "*.md", SearchOption.AllDirectories);
        Assert.Equal(8, reports.Length);
        foreach (var report in reports)
        {
            var markdown = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);
            var told = FirstBlank().Matches(markdown);
            Assert.Contains("Fill this in first", markdown, StringComparison.Ordinal);
            Assert.True(told.Count > 0 || markdown.Contains("agent_handoffs/projects: ", StringComparison.Ordinal), report);
            Assert.All(markdown.Split('\n').Where(line => !line.StartsWith('|')), line => Assert.DoesNotMatch(SentenceWithABlank(), line));
            Assert.All(told, blank => Assert.True(LineOf(blank) is ['|' or '#', ..], $"{blank.Value}: {LineOf(blank)}"));
        }
    }

    [Fact]
    public async Task Twelve_blanks_filled_give_burn_break_even_and_runway_as_by_hand()
    {
        await Cli.RunAsync("init", folder, "--kinds", "charter");
        var handoff = Path.Combine(folder, "agent_handoffs", "projects", "charter.md");
        await File.WriteAllTextAsync(handoff, Filled(await File.ReadAllTextAsync(handoff, TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);

        var render = await Cli.RunAsync("render", "cfo", "--format", "json", "--portfolio", folder, "--out", Out);
        var markdown = await Cli.RunAsync("render", "cfo", "--portfolio", folder, "--out", Out);

        Assert.True(render.ExitCode == 0, render.Errors);
        var figures = JsonDocument.Parse(render.Output).RootElement.GetProperty("figures").EnumerateArray()
            .Where(figure => figure.TryGetProperty("low", out _))
            .ToDictionary(figure => figure.GetProperty("id").GetString()!, figure => (Low: figure.GetProperty("low").GetDecimal(), High: figure.GetProperty("high").GetDecimal()),
                StringComparer.Ordinal);
        // A month: 900 + 2,400/12 + 300..500 + 60 + 80 + 450/3 + 210.
        Assert.Equal((1900m, 2100m), figures["burn.gross"]);
        Assert.Equal((1900m, 2100m), figures["burn.net"]);
        // 1,000 − 350 = 650 a charter; 1,900/650 = 2.92 and 2,100/650 = 3.23, rounded up.
        Assert.Equal((650m, 650m), figures["breakeven.contribution"]);
        Assert.Equal((3m, 4m), figures["breakeven.units"]);
        // 12,000/2,100 = 5.71 to 12,000/1,900 = 6.32 months.
        Assert.Equal((5.7m, 6.3m), figures["runway"]);
        Assert.DoesNotContain("Fill this in first", markdown.Output, StringComparison.Ordinal);
        Assert.Contains("3 to 4 charters a month", markdown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_guide_for_beginners_names_the_same_blanks()
    {
        var guide = File.ReadAllText(Path.Combine(Cli.Root, "docs", "start.md"));

        Assert.All(Blanks, blank => Assert.Contains($"| {blank.Section} | {blank.Row} | {blank.Column} | {blank.Value} |", guide, StringComparison.Ordinal));
        Assert.Equal(Blanks.Length, guide.Split('\n').Count(line => line.StartsWith("| Costs |", StringComparison.Ordinal) || line.StartsWith("| Revenue |", StringComparison.Ordinal) || line.StartsWith("| Cash |", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_kind_of_handoff_is_read_without_a_fault_a_warning_or_a_hint()
    {
        await Cli.RunAsync("init", folder, "--kinds", "charter,rental,delivery,agency,school,equipment-rental,shop");

        var doctor = await Cli.RunAsync("doctor", "--portfolio", folder, "--out", Out);

        Assert.Equal(7, Directory.GetFiles(Path.Combine(folder, "agent_handoffs", "projects")).Length);
        Assert.Equal("0 faults, 0 warnings, 0 hints", doctor.Lines[^1]);
    }

    [Fact]
    public async Task It_never_overwrites_and_writes_nothing_if_something_stands_in_the_way()
    {
        var settings = Path.Combine(folder, "portfolio.yaml");
        await File.WriteAllTextAsync(settings, "name: Mine", TestContext.Current.CancellationToken);

        var init = await Cli.RunAsync("init", folder);

        Assert.Equal(2, init.ExitCode);
        Assert.Contains("portfolio.yaml", init.Errors);
        Assert.Equal("name: Mine", await File.ReadAllTextAsync(settings, TestContext.Current.CancellationToken));
        Assert.Equal([settings], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_folder_with_handoffs_is_left_alone()
    {
        await Cli.RunAsync("init", folder, "--kinds", "shop");
        File.Delete(Path.Combine(folder, "portfolio.yaml"));
        File.Delete(Path.Combine(folder, "repos.env.example"));

        var init = await Cli.RunAsync("init", folder);

        Assert.Equal(2, init.ExitCode);
        Assert.Contains("is a portfolio already", init.Errors);
        Assert.Equal(["agent_handoffs"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task An_unknown_kind_is_exit_code_2_and_the_kinds_are_named()
    {
        var init = await Cli.RunAsync("init", folder, "--kinds", "charter,circus");

        Assert.Equal(2, init.ExitCode);
        Assert.Contains("There is no kind 'circus'. Kinds: charter, rental", init.Errors);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task Each_setting_of_the_example_is_documented()
    {
        await Cli.RunAsync("init", folder, "--kinds", "shop");

        var names = SettingName().Matches(await File.ReadAllTextAsync(Path.Combine(folder, "repos.env.example"), TestContext.Current.CancellationToken)).Select(match => match.Groups[1].Value).ToList();
        var documented = await File.ReadAllTextAsync(Path.Combine(Cli.Root, "docs", "settings.md"), TestContext.Current.CancellationToken);

        Assert.True(names.Count >= 5);
        Assert.All(names, name => Assert.Contains($"`{name}`", documented, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Fills the blanks in, each in the cell of its row and column.</summary>
    private static string Filled(string handoff)
    {
        var lines = handoff.Split('\n');
        foreach (var (section, row, column, value) in Blanks)
        {
            var top = Array.IndexOf(lines, $"## {section}");
            var head = Array.FindIndex(lines, top, line => line.StartsWith('|'));
            var at = Array.FindIndex(lines, head, line => line.StartsWith($"| {row} |", StringComparison.Ordinal));
            var place = Array.FindIndex(lines[head].Split('|'), cell => cell.Trim() == column);
            var cells = lines[at].Split('|');
            Assert.Equal("", cells[place].Trim());
            cells[place] = $" {value} ";
            lines[at] = string.Join('|', cells);
        }

        return string.Join('\n', lines);
    }

    private string LineOf(Match blank)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, "agent_handoffs", "projects", blank.Groups[1].Value));
        return lines[int.Parse(blank.Groups[2].Value, CultureInfo.InvariantCulture) - 1];
    }

    // "Gross burn is unknown a month", "a net burn of **unknown**", "pay unknown together".
    [GeneratedRegex(@"(of|pay|for|by|costs?|spends?) \W*unknown\b|unknown\** (a|each|per) ", RegexOptions.IgnoreCase)]
    private static partial Regex SentenceWithABlank();

    [GeneratedRegex(@"^- (\w+\.md):(\d+): ", RegexOptions.Multiline)]
    private static partial Regex FirstBlank();

    [GeneratedRegex(@"^#? ?([A-Z_]+)=", RegexOptions.Multiline)]
    private static partial Regex SettingName();
}
