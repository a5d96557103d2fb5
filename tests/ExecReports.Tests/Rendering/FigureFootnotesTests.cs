using ExecReports.Analysis;
using ExecReports.Rendering;
using static ExecReports.Tests.Rendering.RenderingCases;

namespace ExecReports.Tests.Rendering;

public class FigureFootnotesTests
{
    private static Figure Resting(string id, params string[] places) =>
        Figure(id, FigureUnit.Count, 1) with { Label = "Label of " + id, Kpi = true, Sources = [.. places.Select(place => new SourceRef("handoff", place, null))] };

    [Fact]
    public void Numbers_come_in_the_order_of_the_figures_and_the_same_places_share_one()
    {
        Figure[] figures = [Resting("b", "h/b.md:4", "h/b.md:5", "h/b.md:6", "h/b.md:9"), Resting("a", "h/a.md:2"), Resting("c", "h/b.md:9", "h/b.md:4", "h/b.md:5", "h/b.md:6")];

        var notes = FigureFootnotes.Of(figures);

        Assert.Equal([new(1, "Label of b; Label of c", "b.md:4–6, 9"), new(2, "Label of a", "a.md:2")], notes);
        Assert.Equal([1, 2, 1], figures.Select(figure => FigureFootnotes.NumberOf(figure, notes)));
    }

    [Fact]
    public void A_figure_without_sources_or_of_other_places_has_no_number()
    {
        var notes = FigureFootnotes.Of([Resting("none"), Resting("a", "a.md:2")]);

        Assert.Single(notes);
        Assert.Null(FigureFootnotes.NumberOf(Resting("none"), notes));
        Assert.Null(FigureFootnotes.NumberOf(Resting("other", "a.md:3"), notes));
    }

    [Fact]
    public void Thirty_files_are_twelve_and_how_many_more()
    {
        var note = FigureFootnotes.Of([Resting("wide", [.. Enumerable.Range(1, 30).Select(n => $"h/e{n}.md:7")])]).Single();

        Assert.EndsWith("e12.md:7; and 18 more, named in the archived figures", note.Places, StringComparison.Ordinal);
        Assert.DoesNotContain("e13", note.Places, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tile_shows_its_number_behind_the_label_in_html_and_in_text()
    {
        const string Tile = "::: kpis\n- **5** Gross burn \\[2\\] · target 6\n:::\n";

        Assert.Contains("Gross burn&#160;<span class=\"q\" style=\"font-size:11px;", EmailHtml.Archive(Tile, "T", id => id), StringComparison.Ordinal);
        Assert.Contains(">[2]</span></span>", EmailHtml.Archive(Tile, "T", id => id), StringComparison.Ordinal);
        Assert.Contains("Gross burn [2]:", PlainText.Render(Tile), StringComparison.Ordinal);
    }

    [Fact]
    public void Brackets_of_a_label_that_are_no_number_stay_as_they_are() =>
        Assert.Contains(">Gross [net] burn [old]</span>", EmailHtml.Archive("::: kpis\n- **5** Gross \\[net\\] burn \\[old\\]\n:::\n", "T", id => id), StringComparison.Ordinal);
}
