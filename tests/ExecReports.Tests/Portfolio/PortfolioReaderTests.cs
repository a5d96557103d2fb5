using System.Text;
using ExecReports.Portfolio;

namespace ExecReports.Tests.Portfolio;

public sealed class PortfolioReaderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("portfolio").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Write(string name, string text)
    {
        var path = Path.Combine([_root, .. name.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static PortfolioSettings Settings(string yaml) => PortfolioSettingsReader.Read("portfolio.yaml", Encoding.UTF8.GetBytes(yaml));

    [Fact]
    public void A_folder_that_is_not_there_has_no_handoffs_or_is_empty_is_said_so()
    {
        Assert.Contains("There is no portfolio folder", Assert.Throws<PortfolioException>(() => new PortfolioReader(Path.Combine(_root, "nowhere")).List()).Message);
        Assert.Contains("has no folder agent_handoffs/projects", Assert.Throws<PortfolioException>(() => new PortfolioReader(_root).List()).Message);
        Directory.CreateDirectory(Path.Combine(_root, "agent_handoffs", "projects"));
        Assert.Contains("is empty", Assert.Throws<PortfolioException>(() => new PortfolioReader(_root).List()).Message);
    }

    [Fact]
    public void Handoffs_are_found_by_listing_in_ordinal_order()
    {
        foreach (var name in new[] { "b.md", "a.MD", "Z.md", "notes.txt", ".hidden.md" })
            Write("agent_handoffs/projects/" + name, "# x");
        Assert.Equal(["agent_handoffs/projects/Z.md", "agent_handoffs/projects/a.MD", "agent_handoffs/projects/b.md"], new PortfolioReader(_root).List().Select(file => file.RelativePath));
    }

    [Fact]
    public void Two_files_of_one_id_both_say_so_and_the_second_is_called_by_its_file()
    {
        Write("agent_handoffs/projects/a.md", "---\nid: same\naws: [\"x-*\"]\n---\n");
        Write("agent_handoffs/projects/b.md", "---\nid: same\naws: [\"x-*\"]\n---\n");
        var handoffs = new PortfolioReader(_root).ReadAll(new PortfolioSettings());
        Assert.Equal(["same", "b"], handoffs.Select(handoff => handoff.Id));
        Assert.All(handoffs, handoff => Assert.Contains(handoff.Diagnostics, diagnostic => diagnostic.Code == "id-duplicate"));
        Assert.Contains(handoffs[1].Diagnostics, diagnostic => diagnostic.Code == "aws-rule-clash");
    }

    [Fact]
    public void A_file_that_cannot_be_read_costs_only_itself()
    {
        Write("agent_handoffs/projects/a.md", "## Costs\n- Slip: $300");
        var gone = new HandoffFile("agent_handoffs/projects/gone.md", Path.Combine(_root, "gone.md"));
        var handoff = new PortfolioReader(_root).Read(gone, new PortfolioSettings());
        Assert.Equal(("gone", "file-unreadable"), (handoff.Id, Assert.Single(handoff.Diagnostics).Code));
    }

    [Fact]
    public void Settings_are_read_in_full()
    {
        var settings = Settings("""
            name: Harbour Group
            time_zone: America/Los_Angeles
            currency: eur
            as_of: 2026-11-24
            break_even_stream: charters
            titles: { ceo: The week }
            recipients:
              default: captain@example.com
              ceo: [a@example.com, b@example.com]
            audit_bcc: audit@example.com
            operators: ops@example.com
            hold_on_gaps: [cfo]
            thresholds:
              low_cost_capital: 750
              guardrail_near: 5%
            """);
        Assert.Empty(settings.Diagnostics);
        Assert.Equal(("Harbour Group", "America/Los_Angeles", "EUR", new DateOnly(2026, 11, 24), "charters"), (settings.Name, settings.TimeZone, settings.Currency, settings.AsOf!.Value, settings.BreakEvenStream));
        Assert.Equal(["a@example.com", "b@example.com"], settings.Recipients["ceo"]);
        Assert.Equal(["captain@example.com"], settings.Recipients["default"]);
        Assert.Equal((750m, 0.05m, 90), (settings.Thresholds.LowCostCapital, settings.Thresholds.GuardrailNear, settings.Thresholds.GitWindowDays));
    }

    [Theory]
    [InlineData("name: x\ntime_zone: Mars/Olympus", "settings-time-zone", 2)]
    [InlineData("currency: dollars", "settings-currency", 1)]
    [InlineData("recipients:\n  ceo: nobody", "settings-address", 2)]
    [InlineData("recipients:\n  ceo: [\"a@example.com\\r\\nBcc: b@example.com\"]", "settings-address", 2)]
    [InlineData("recipients:\n  ceo: \"a@example.com\\n\"", "settings-address", 2)]
    [InlineData("name: [", "settings-broken", 1)]
    [InlineData("as_of: 11/10/2026", "settings-date", 1)]
    [InlineData("thresholds:\n  agenda_days: soon", "settings-threshold", 2)]
    [InlineData("recipents:\n  ceo: a@example.com", "settings-key", 2)]
    public void A_fault_in_the_settings_is_named_by_line_and_costs_only_itself(string yaml, string code, int line)
    {
        var diagnostic = Assert.Single(Settings(yaml).Diagnostics);
        Assert.Equal(code, diagnostic.Code);
        Assert.InRange(diagnostic.At.Line, line, line + 1);
    }

    [Fact]
    public void An_unknown_key_names_the_nearest_one() => Assert.Contains("nearest is recipients", Settings("recipents: a@example.com").Diagnostics[0].Expected);

    [Fact]
    public void More_than_fifty_recipients_of_one_report_are_refused()
    {
        string Many(int count) => "recipients:\n  ceo: [" + string.Join(", ", Enumerable.Range(0, count).Select(i => $"r{i}@example.com")) + "]";
        Assert.Equal(50, Settings(Many(50)).Recipients["ceo"].Count);
        var refused = Settings(Many(51));
        Assert.Empty(refused.Recipients["ceo"]);
        Assert.Equal("settings-recipients", Assert.Single(refused.Diagnostics).Code);
    }

    [Fact]
    public void Every_threshold_can_be_set() =>
        Assert.Equal(typeof(Thresholds).GetProperties().Where(property => property.CanWrite).Select(property => property.Name.ToLowerInvariant()).Order(),
            PortfolioSettingsReader.ThresholdNames.Select(name => name.Replace("_", "")).Order());
}
