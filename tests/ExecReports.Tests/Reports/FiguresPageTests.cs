using System.Text.RegularExpressions;
using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Reports;

namespace ExecReports.Tests.Reports;

/// <summary>docs/figures.md, the operators' page of what each figure means, against the figures that the built-in reports make of the sample.</summary>
public partial class FiguresPageTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(OfficerReportsTests.FindRepository(), "docs", "figures.md"));

    public static TheoryData<string> Reports => [.. ReportBuilders.BuiltIn.Select(builder => builder.Id)];

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Every_figure_of_a_report_has_an_entry_and_every_entry_is_a_figure(string report)
    {
        var made = (await FiguresAsync(report)).Select(figure => figure.Id.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        var entries = EntriesOf(report);

        Assert.Equal([], made.Where(id => !entries.Any(entry => Names(entry, id))).Order(StringComparer.Ordinal));
        Assert.Equal([], entries.Where(entry => !made.Any(id => Names(entry, id))));
        Assert.Equal(entries.Distinct(), entries);
    }

    [Fact]
    public void Every_threshold_that_can_be_set_is_named_with_its_default()
    {
        var named = Threshold().Matches(s_page).Select(match => match.Groups[1].Value);

        Assert.Equal(PortfolioSettingsReader.ThresholdNames.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    private static async Task<IReadOnlyList<Figure>> FiguresAsync(string report)
    {
        var facts = await OfficerReportsTests.SampleAsync();
        var builder = ReportBuilders.BuiltIn.Single(one => one.Id == report);
        EntityKind? kind = report switch { "rental" => EntityKind.Rental, "delivery" => EntityKind.Delivery, "clients" => EntityKind.Agency, _ => null };
        return builder.Build(facts, kind is null ? null : facts.Handoffs.First(entity => entity.Kind == kind)).Figures;
    }

    /// <summary>The ids in the first cells of the tables under the report's heading, such as "## CEO report (`ceo`)".</summary>
    private static IReadOnlyList<string> EntriesOf(string report)
    {
        var section = s_page.Split("\n## ").Single(part => part.Split('\n')[0].Contains($"(`{report}`)", StringComparison.Ordinal));
        return [.. Entry().Matches(section).Select(match => match.Groups[1].Value)];
    }

    /// <summary>Whether an entry is a figure's: "ageing.over90", or "plan.gap.&lt;month&gt;" for one of every month.</summary>
    private static bool Names(string entry, string id)
    {
        var open = entry.IndexOf('<', StringComparison.Ordinal);
        var rest = open < 0 ? "" : entry[(entry.IndexOf('>', open) + 1)..];
        return open < 0 ? entry == id : id.Length > open + rest.Length && id.StartsWith(entry[..open], StringComparison.Ordinal) && id.EndsWith(rest, StringComparison.Ordinal);
    }

    /// <summary>A threshold's row: its name and a default that is a number.</summary>
    [GeneratedRegex(@"^\| `([a-z_]+)` \| [0-9]+%? \|", RegexOptions.Multiline)]
    private static partial Regex Threshold();

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
