using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;
using ExecReports.Rendering;
using static ExecReports.Tests.Rendering.RenderingCases;

namespace ExecReports.Tests.Rendering;

public class TemplateEngineTests
{
    public sealed record Row(string Name, decimal? Price, Level Effort = Level.High, TrustedMarkdown? Link = null)
    {
        public string Secret() => "method";
    }

    public sealed record Model(IReadOnlyList<Row> Rows, string? Note = null);

    private static readonly Model s_model = new([new("Diesel | oil", 12.5m), new("*Mooring*", null)]);

    [Fact]
    public void A_table_shows_values_as_text_and_unknown_in_words() => Assert.Equal(
        """
        | Item | Price |
        |---|---:|
        | Diesel \| oil | $12.50 |
        | \*Mooring\* | unknown |

        """,
        Markdown("""
        | Item | Price |
        |---|---:|
        {{~ for row in r.rows ~}}
        | {{ row.name }} | {{ money row.price }} |
        {{~ end ~}}
        """, s_model));

    [Fact]
    public void Trusted_markdown_is_written_as_it_is() => Assert.Equal(
        "[a](https://example.com)\n", Markdown("{{ r.link }}", new Row("x", 1, Link: new("[a](https://example.com)"))));

    [Fact]
    public void Enums_days_flags_and_null_have_words_of_their_own() => Assert.Equal(
        "high, 24 Nov 2026, yes, -\n", Markdown("{{ r.effort }}, {{ as_of }}, {{ 1 == 1 }}, {{ entity }}-", new Row("x", 1)));

    [Fact]
    public void An_unknown_member_names_file_line_and_the_nearest_one()
    {
        var error = Assert.Throws<TemplateException>(() => Markdown("first\n\n{{ r.nmae }}", new Row("x", 1)));
        Assert.Equal(("cfo.md", 8, "Row has no 'nmae'; did you mean 'name'?"), (error.File, error.Line, error.Problem));
    }

    [Fact]
    public void An_unknown_name_names_the_nearest_one()
    {
        var error = Assert.Throws<TemplateException>(() => Markdown("{{ mony 3 }}"));
        Assert.Equal("cfo.md:6: unknown name 'mony'; did you mean 'money'?", error.Message);
    }

    [Fact]
    public void An_unknown_figure_and_an_unknown_part_name_what_there_is()
    {
        var figure = Figure("burn.gross", FigureUnit.MoneyPerMonth, 7020, 8985);
        Assert.Equal("$7–9K/month\n", Markdown("{{ fig (figure 'burn.gross') }}", null, figure));
        Assert.Contains("no figure 'burn.gros'; did you mean 'burn.gross'?", Assert.Throws<TemplateException>(() => Markdown("{{ figure 'burn.gros' }}", null, figure)).Message, StringComparison.Ordinal);
        Assert.Contains("no part 'openin'; did you mean 'opening'?", Assert.Throws<TemplateException>(() => Markdown("{{ include 'openin' }}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_syntax_error_is_told_before_anything_is_rendered()
    {
        var error = Assert.Throws<TemplateException>(() => new TemplateEngine().Check(Template("one\n{{ if }}\n{{ end }}")));
        Assert.Equal(7, error.Line);
    }

    [Theory]
    [InlineData("{{ r.secret }}")]
    [InlineData("{{ r.name.length2 }}")]
    [InlineData("{{ r.get_type }}")]
    [InlineData("{{ as_of.day_number.max_value }}")]
    [InlineData("{{ import r }}")]
    [InlineData("{{ include '/etc/passwd' }}")]
    [InlineData("{{ object.eval '1' }}")]
    [InlineData("{{ date.now }}")]
    [InlineData("{{ math.random 1 9 }}")]
    [InlineData("{{ title = 'other' }}")]
    public void Nothing_but_the_properties_of_records_can_be_reached(string body) =>
        Assert.Throws<TemplateException>(() => Markdown(body, new Row("x", 1)));

    [Theory]
    [InlineData("{{ while true }}x{{ end }}")]
    [InlineData("{{ for i in 1..9999999 }}x{{ end }}")]
    [InlineData("{{ for i in 1..9000 }}{{ for j in 1..9000 }}xxxxxxxxxxxxxxxxxxxxxxxx{{ end }}{{ end }}")]
    [InlineData("{{ func f(x); f x; end; f 1 }}")]
    [InlineData("{{ 'xxxxxxxxxx' * 900000000 }}")]
    public void Endless_templates_are_refused(string body) => Assert.Throws<TemplateException>(() => Markdown(body));

    [Fact]
    public void A_long_report_is_not_cut()
    {
        var rows = Enumerable.Range(0, 60_000).Select(i => new Row("A row with some text in it", i)).ToArray();
        var markdown = Markdown("{{ for row in r.rows }}{{ row.name }} {{ row.price }}\n{{ end }}", new Model(rows));
        Assert.EndsWith("A row with some text in it 59,999\n", markdown, StringComparison.Ordinal);
        Assert.True(markdown.Length > 1_900_000);
    }

    [Fact]
    public void Standard_functions_of_lists_and_texts_are_there() => Assert.Equal(
        "2 1 OIL\n", Markdown("{{ r.rows.size }} {{ r.rows | array.map 'price' | array.compact | array.size }} {{ string.upcase 'oil' }}", s_model));

    [Fact]
    public void Opening_and_closing_show_tiles_gaps_and_sources()
    {
        var content = Content(null, Figure("burn.gross", FigureUnit.MoneyPerMonth, 7020, 8985, target: 8000)) with
        {
            Gaps = [new("b/qos.md:14", "The cost is unknown."), new("site", "It has no commit."), new("b/qos.md:12", "The price `?` is unknown.")],
            Sources =
            [
                new("Handoff", "a/one.md", new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero)),
                new("Handoff", "a/two.md", new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero)),
                new("Handoff", "qos.md", new DateTimeOffset(2026, 11, 1, 9, 30, 0, TimeSpan.Zero)),
                new("Git", "site", null),
            ],
        };
        Assert.Equal(
            """
            # Cash and burn

            Harbor Group, as of 24 Nov 2026

            ::: kpis
            - **$7–9K/month** Gross burn · target $8K/month
            :::

            Costs are above income; two guardrails are broken.

            ## Body

            ## Data gaps

            | Where | Line | What |
            |---|---:|---|
            | qos.md | 12 | The price \`?\` is unknown. |
            |  | 14 | The cost is unknown. |
            | site |  | It has no commit. |

            ## Sources

            | Kind | Source | Time |
            |---|---|---|
            | Handoffs | a/one.md, two.md | 1 Nov 2026 |
            | Handoff | qos.md | 1 Nov 2026 09:30 UTC |
            | Git | site | not known |

            """,
            new TemplateEngine().Render(Template("{{ include 'opening' }}\n## Body\n{{ include 'closing' }}"), content, Context()));
    }

    [Fact]
    public void Pairs_of_extra_columns_can_be_listed() => Assert.Equal(
        "Berth: 14;\n",
        Markdown("{{ for pair in r.extra }}{{ pair.key }}: {{ pair.value }}; {{ end }}", new Asset { At = new("a.md", 1), Name = "Boat", Category = "boat", Extra = new Dictionary<string, string> { ["Berth"] = "14" } }));
}
