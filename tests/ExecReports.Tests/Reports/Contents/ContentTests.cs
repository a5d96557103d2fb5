using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using ExecReports.Reports;

namespace ExecReports.Tests.Reports.Contents;

/// <summary>What each report must contain (docs/report-contents.md): one row of the sample is changed, and the cell that it feeds changes. An empty part counts as absent.</summary>
public partial class ContentTests
{
    static readonly ConcurrentDictionary<string, Task<string>> s_unchanged = new(StringComparer.Ordinal);

    public static TheoryData<string> Cases => [.. ContentCases.All.Select(one => one.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_changed_row_changes_its_cell(string id)
    {
        var one = ContentCases.All.Single(known => known.Id == id);
        var before = await s_unchanged.GetOrAdd(one.Report, async report => Render(report, ContentCases.Audits(await OfficerReportsTests.SampleAsync((_, text) => text), audit => audit)));
        var facts = await OfficerReportsTests.SampleAsync((file, text) =>
        {
            if (one.Git is not null || file != one.File)
                return text;
            var at = text.IndexOf(one.From, StringComparison.Ordinal);
            Assert.True(at >= 0, $"the sample's {file} has no '{one.From}'");
            Assert.True(text.IndexOf(one.From, at + 1, StringComparison.Ordinal) < 0, $"the sample's {file} has '{one.From}' more than once");
            return text.Replace(one.From, one.To, StringComparison.Ordinal);
        });
        var after = Render(one.Report, one.Git is { } git ? git(facts) : ContentCases.Audits(facts, audit => audit));

        var (was, now) = (Found(before, one), Found(after, one));
        Assert.Contains(one.Before, was, StringComparison.Ordinal);
        Assert.Contains(one.After, now, StringComparison.Ordinal);
        Assert.NotEqual(was, now);
    }

    [Fact]
    public void The_list_of_contents_names_every_case_with_its_section_and_no_other()
    {
        var page = File.ReadAllText(Path.Combine(OfficerReportsTests.FindRepository(), "docs", "report-contents.md"));
        var listed = ListedCase().Matches(page).Select(match => (Id: match.Groups[2].Value, Section: match.Groups[1].Value.Trim())).ToList();

        Assert.Equal(ContentCases.All.Select(one => one.Id).Order(StringComparer.Ordinal), listed.Select(one => one.Id).Order(StringComparer.Ordinal));
        Assert.All(listed, one => Assert.Equal(ContentCases.All.Single(known => known.Id == one.Id).Section, one.Section));
        // Other tests that the page names exist.
        Assert.All(ListedTest().Matches(page).Select(match => match.Groups[1].Value),
            name => Assert.Contains(typeof(ContentTests).Assembly.GetTypes(), type => type.GetMethod(name) is not null));
    }

    static string Render(string report, PortfolioFacts facts)
    {
        var template = ReportCatalog.BuiltIn.Single(one => one.Id == report);
        var entity = template.Kind is { } kind ? facts.Handoffs.First(one => one.Kind == kind) : null;
        return new TemplateEngine().Render(template, ReportBuilders.Content(template, facts, entity), new RenderContext
        {
            AsOf = facts.AsOf, GeneratedTimestamp = facts.CollectedAt, RunId = "run", ReportType = template.ReportTypeFor(entity?.Id), Settings = facts.Settings, Entity = entity,
        });
    }

    /// <summary>The cell, or the text of the part. A table under the heading, up to the next heading, whose columns have the name.</summary>
    static string Found(string markdown, ContentCase one)
    {
        var lines = markdown.Split('\n').Select(Plain).ToList();
        var heading = lines.FindIndex(line => line.StartsWith("## ", StringComparison.Ordinal) && line[3..] == one.Section || line.StartsWith("### ", StringComparison.Ordinal) && line[4..] == one.Section);
        Assert.True(heading >= 0, $"no heading '{one.Section}'");
        var part = lines.Skip(heading + 1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal) && !line.StartsWith("### ", StringComparison.Ordinal)).Where(line => line.Length > 0).ToList();
        Assert.NotEmpty(part);
        if (one.Row is null)
            return string.Join(' ', part);
        for (var i = 0; i + 1 < part.Count; i++)
        {
            if (!part[i].StartsWith('|') || !part[i + 1].StartsWith("|---", StringComparison.Ordinal))
                continue;
            var column = Array.FindIndex(Cells(part[i]), cell => cell == one.Column);
            var row = part.Skip(i + 2).TakeWhile(line => line.StartsWith('|')).Select(Cells).FirstOrDefault(cells => cells.Any(cell => cell == one.Row || cell.StartsWith(one.Row + ", ", StringComparison.Ordinal) || cell.StartsWith(one.Row + ": ", StringComparison.Ordinal)));
            if (column >= 0 && row is not null)
                return row[column];
        }

        Assert.Fail($"under '{one.Section}' no table has the column '{one.Column}' and a row '{one.Row}'");
        return "";
    }

    static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];

    static string Plain(string line) => Escape().Replace(line.Replace("**", "", StringComparison.Ordinal), "$1").Trim();

    [GeneratedRegex(@"\\([^\w\s])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"^\|[^|]*\|([^|]*)\| `([a-z]+\.[a-z0-9-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex ListedCase();

    [GeneratedRegex(@"`([A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+)`")]
    private static partial Regex ListedTest();
}
