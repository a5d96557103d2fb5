using System.Text;
using System.Text.Json;

namespace EndToEnd.Runs;

/// <summary>A portfolio with many faults at once: each is told with its place, and costs only itself.</summary>
public class BadInputTests(FaultyPortfolio faulty) : IClassFixture<FaultyPortfolio>
{
    [Fact]
    public void All_eight_reports_and_the_one_dropped_in_are_archived_and_mailed()
    {
        string[] types = ["ceo", "cto", "accounting", "cmo", "cfo", "rental-51st", "delivery-eyd", "clients-dc", "board"];

        Assert.All(types, type => Assert.Contains(faulty.Run.Lines, line => line.Contains($"Z-{type}.html", StringComparison.Ordinal)));
        Assert.All(types, type => Assert.NotEmpty(faulty.Markdown(type)));
        Assert.Equal(types.Length, faulty.Run.Lines.Count(line => line.StartsWith("mailed to: ", StringComparison.Ordinal)));
        Assert.StartsWith("# Board letter", faulty.Markdown("board"));
    }

    [Fact]
    public void A_broken_template_is_told_and_makes_the_exit_code_1()
    {
        Assert.Equal(1, faulty.Run.ExitCode);
        Assert.Contains(faulty.Run.Lines, line => line.StartsWith("Not used: reports/bad.md:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_template_that_fails_when_it_is_rendered_is_told_with_its_line_and_costs_only_itself()
    {
        var place = faulty.Run.Lines.ToList().IndexOf("could not be made");

        Assert.StartsWith("reports/late.md:9: unknown name 'no_such_name'", faulty.Run.Lines[place + 1]);
        Assert.Single(faulty.Run.Lines, "could not be made");
    }

    [Theory]
    [InlineData("Broken dock", "4,321")]
    [InlineData("Wide dock", "4,322")]
    [InlineData("Marked dock", "4,323")]
    [InlineData("Long dock", "4,324")]
    [InlineData("Second table dock", "4,325")]
    [InlineData("Twin dock", "4,326")]
    [InlineData("Leaky dock", "4,327")]
    public void The_readable_rest_of_each_faulty_handoff_is_in_the_reports(string item, string amount) =>
        Assert.Contains(faulty.Markdown("accounting").Split('\n'), line => line.Contains(item, StringComparison.Ordinal) && line.Contains(amount, StringComparison.Ordinal));

    [Theory]
    [InlineData("nowhere")]
    [InlineData("inventory")]
    [InlineData("operations/broken.json")]
    public void A_source_that_cannot_be_read_is_named_with_its_reason(string source) =>
        Assert.Contains(faulty.Run.Lines, line => line.StartsWith($"Not read: {source}:", StringComparison.Ordinal) && line.Length > source.Length + 30);

    [Theory]
    [InlineData("projects/broken-yaml.md:", "front matter that is no YAML")]
    [InlineData("projects/ragged.md:", "$12O")]
    [InlineData("projects/twice.md:", "has already")]
    [InlineData("projects/leaky.md:", "looks like a secret")]
    [InlineData("(nowhere): ", "does not exist")]
    [InlineData("(inventory): ", "is no git repository")]
    [InlineData("inventory/broken.json: ", "lambda")]
    [InlineData("operations/broken.json:1: ", "not JSON")]
    [InlineData("reports/bad.md:", "expected a template that can be rendered")]
    public void Doctor_says_where_and_what_on_one_line(string where, string what) =>
        Assert.Contains(faulty.Doctor.Lines, line => line.Contains(where, StringComparison.Ordinal) && line.Contains(what, StringComparison.Ordinal));

    [Fact]
    public void Doctor_ends_with_1_and_says_the_same_as_JSON()
    {
        Assert.Equal((1, 1), (faulty.Doctor.ExitCode, faulty.DoctorJson.ExitCode));
        var findings = JsonDocument.Parse(faulty.DoctorJson.Output).RootElement.EnumerateArray().ToList();

        Assert.All(findings, finding => Assert.Contains(faulty.Doctor.Lines, line => line.EndsWith(
            $"{finding.GetProperty("where").GetString()}: {finding.GetProperty("what").GetString()!.ReplaceLineEndings(" ")}", StringComparison.Ordinal)));
        Assert.Equal(findings.Count, faulty.Doctor.Lines.Count - 1);
    }

    [Fact]
    public void No_secret_is_in_any_output_or_in_any_file_that_a_run_leaves()
    {
        var files = Directory.GetFiles(faulty.Out, "*", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}repositories{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count > 40);
        foreach (var secret in FaultyPortfolio.Secrets)
        {
            Assert.All(files, file => Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, file));
            Assert.All(
                (string[])[faulty.Run.Output, faulty.Run.Errors, faulty.Doctor.Output, faulty.Doctor.Errors, faulty.DoctorJson.Output],
                output => Assert.DoesNotContain(secret, output));
        }
    }

    [Fact]
    public void A_secret_shows_as_a_finding_in_the_CTO_report() =>
        Assert.Contains(faulty.Markdown("cto").Split('\n'), line => line.Contains("leaky", StringComparison.Ordinal) && line.Contains("secret", StringComparison.OrdinalIgnoreCase));
}
