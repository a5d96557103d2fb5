using System.Runtime.CompilerServices;
using ExecReports.Portfolio.Reading;

namespace ExecReports.Tests.Portfolio;

/// <summary>docs/handoffs.md and the code list the same names: every alias of one stands in the other.</summary>
public class HandoffDocsTests
{
    private static string[] Page([CallerFilePath] string path = "") =>
        File.ReadAllLines(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "docs", "handoffs.md"));

    // Tables of names: "| **Name** | other names |" under a heading "### Section" or "## ...".
    private static Dictionary<string, string[]> Names(string heading, IReadOnlyList<string> page)
    {
        var start = page.ToList().IndexOf(heading);
        Assert.True(start >= 0, $"docs/handoffs.md has no heading \"{heading}\"");
        return page.Skip(start + 1).TakeWhile(line => !line.StartsWith('#')).Where(line => line.StartsWith("| **", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToDictionary(cells => cells[1].Trim('*'), cells => cells[2].Length == 0 ? [] : cells[2].Split(", "));
    }

    [Fact]
    public void Every_heading_stands_in_the_docs_and_in_the_code()
    {
        var documented = Names("## Headings", Page());
        Assert.Equal(SectionCatalogue.All.Select(schema => schema.Heading), documented.Keys);
        foreach (var schema in SectionCatalogue.All)
            Assert.Equal(schema.Names.Skip(1), documented[schema.Heading]);
    }

    [Fact]
    public void Every_column_stands_in_the_docs_and_in_the_code()
    {
        var page = Page();
        foreach (var schema in SectionCatalogue.All.Where(schema => schema.Columns.Length > 0))
        {
            var documented = Names($"### {schema.Heading}", page);
            Assert.Equal(schema.Columns.Select(column => column.Name), documented.Keys);
            foreach (var column in schema.Columns)
                Assert.Equal(column.Names.Skip(1), documented[column.Name]);
        }
    }

    [Fact]
    public void Every_front_matter_key_stands_in_the_docs_and_in_the_code()
    {
        var documented = Names("## Front matter", Page());
        foreach (var (key, names) in FrontMatterReader.Known)
            Assert.Equal(names.Order(), documented[key].Append(key).Select(name => FoldedName.Of(name)).Distinct().Order());
        Assert.Equal(FrontMatterReader.Known.Count(), documented.Count);
    }

    [Fact]
    public void No_heading_means_two_sections()
    {
        var twice = SectionCatalogue.All.SelectMany(schema => schema.Names.Select(name => FoldedName.Of(name)).Distinct()).GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key);
        Assert.Empty(twice);
    }

    [Fact]
    public void Every_heading_finds_its_own_section() =>
        Assert.All(SectionCatalogue.All, schema => Assert.All(schema.Names, name =>
        {
            Assert.Same(schema, SectionCatalogue.Match(name));
            Assert.Same(schema, SectionCatalogue.Match($"{name.ToUpperInvariant()} (as of 2026-10-01):"));
        }));

    [Fact]
    public void Every_column_is_found_by_each_of_its_names_unless_another_column_owns_the_name() =>
        Assert.All(SectionCatalogue.All.Where(schema => schema.Columns.Length > 0), schema => Assert.All(schema.Columns, column =>
        {
            Assert.Same(column, ColumnUse.Of(column.Name, schema).Column);
            Assert.All(column.Names, name => Assert.Contains(column, schema.ByName[FoldedName.Of(name, keepSymbols: true)]));
        }));
}
