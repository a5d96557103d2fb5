using System.Text;
using System.Xml.Linq;
using ExecReports.Rendering;

namespace ExecReports.Tests.Rendering;

public class EmailHtmlTests
{
    private static string TableOf(string name, int rows) =>
        $"## {name}\n\n| Item | Amount |\n|---|---:|\n" + string.Concat(Enumerable.Range(1, rows).Select(i => $"| {name} {i} | ${i} |\n"));

    private static string Detail(string name, int rows) => $"::: detail\n{TableOf(name, rows)}:::\n\n";

    [Fact]
    public void A_short_mail_shows_its_full_lists()
    {
        var mail = EmailHtml.Mail("# T\n\n" + Detail("First", 20), "T", "exec-reports/x.html", id => id);
        Assert.Contains("First 20", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("archived", mail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_mail_leaves_the_last_lists_to_the_archive_and_says_so()
    {
        var markdown = "# T\n\n" + Detail("First", 300) + Detail("Second", 300) + Detail("Third", 1500);
        var mail = EmailHtml.Mail(markdown, "T", "exec-reports/2026/11/x.html", id => id);
        Assert.True(Encoding.UTF8.GetByteCount(mail) <= 100_000);
        Assert.Contains("First 300", mail, StringComparison.Ordinal);
        Assert.Contains("Second 300", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Third 1<", mail, StringComparison.Ordinal);
        Assert.Contains("The full list (1,500 rows) stands in the archived report, exec-reports/2026/11/x.html.", mail, StringComparison.Ordinal);
        XDocument.Parse(mail);
        Assert.Contains("Third 1500", EmailHtml.Archive(markdown, "T", id => id), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_outside_of_full_lists_follow_where_that_is_not_enough()
    {
        var mail = EmailHtml.Mail("# T\n\n" + TableOf("First", 300) + "\n" + TableOf("Second", 1500) + "\n" + Detail("Third", 900), "T", "x.html", id => id);
        Assert.True(Encoding.UTF8.GetByteCount(mail) <= 100_000);
        Assert.Contains("First 300", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Second 1<", mail, StringComparison.Ordinal);
        Assert.Contains(">Second</h2>", mail, StringComparison.Ordinal);
        XDocument.Parse(mail);
    }

    [Fact]
    public void Five_hundred_rows_of_six_columns_fit_into_a_mail()
    {
        var rows = string.Concat(Enumerable.Range(1, 500).Select(i => $"| Item {i} | Harbor | $1,200 | $1,450 | monthly | qos.md:{i} |\n"));
        var mail = EmailHtml.Mail("# T\n\n| A | B | C | D | E | F |\n|---|---|---:|---:|---|---|\n" + rows, "T", "x.html", id => id);
        Assert.Contains("Item 500", mail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wide_table_shows_what_explains_a_row_below_it_and_loses_nothing_but_blank_columns()
    {
        const string Markdown = """
            | # | Item | Entity | Cost | Owner | Due | What to do | Blank | Source |
            |---:|---|---|---:|---|---|---|---|---|
            | 1 | Cover | JADA | $240 | Captain | 15 Nov 2026 | sew it | | jada.md:122 |
            | 2 | Roof | House | $900 | Handyman | 15 Dec 2026 | | | 51st.md:144 |
            """;
        var table = XDocument.Parse(EmailHtml.Archive(Markdown, "T", id => id)).Descendants("table").Single(one => ((string?)one.Attribute("class"))?.StartsWith('t') == true);
        var rows = table.Descendants("tr").Select(row => row.Elements().Select(cell => cell.Value).ToArray()).ToList();
        Assert.Equal(["#", "Item", "Entity", "Cost", "Owner", "Due"], rows[0]);
        Assert.Equal(["1", "Cover", "JADA", "$240", "Captain", "15 Nov 2026"], rows[1]);
        Assert.Equal(["", "To do: sew it · jada.md:122"], rows[2]);
        Assert.Equal(["", "51st.md:144"], rows[4]);
    }

    [Theory]
    [InlineData("DangerousCentaur", "$1,073–1,363", "$5,676–7,641", true)]
    [InlineData("Moorage", "$1,690", "2", false)]
    public void Four_columns_become_cards_where_a_phone_would_cut_the_last_one(string name, string first, string second, bool cards)
    {
        var page = EmailHtml.Archive($"| Entity | Gross | Contracted | Net |\n|---|---:|---:|---:|\n| {name} | {first} | $0 | {second} |\n", "T", id => id);

        Assert.Equal(cards, page.Contains("class=\"t y\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("C-190", "AB-20", "<th scope=\"col\" style=\"min-width:40px\">Trip</th>")]
    [InlineData("C-190", "C-190 birthday", "<th scope=\"col\">Trip</th>")]
    [InlineData("C190", "C191", "<th scope=\"col\">Trip</th>")]
    public void A_short_number_is_not_broken_at_its_hyphen_in_a_wide_table(string first, string second, string heading)
    {
        var mail = EmailHtml.Mail($"# T\n\n| Trip | Kind | Entity | Boat | Guests |\n|---|---|---|---|---|\n| {first} | a | b | c | d |\n| {second} | a | b | c | d |\n", "T", "x.html", id => id);
        Assert.Contains(heading, mail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_name_in_a_crowded_table_may_break_before_a_capital()
    {
        var crowded = EmailHtml.Archive("| Recommendation | Responsibility | Accountability | Interdependence | QuickDumpNow | JADA |\n|---|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | on DynamoDB for ShipCaptainCrew | 7 |\n", "T", id => id);
        var roomy = EmailHtml.Archive("| A | B | C | D | QuickDumpNow | JADA |\n|---|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 | 6 |\n", "T", id => id);

        Assert.Contains(">Quick<wbr />Dump<wbr />Now</th>", crowded, StringComparison.Ordinal);
        Assert.Contains(">JADA</th>", crowded, StringComparison.Ordinal);
        Assert.Contains(">on DynamoDB for Ship<wbr />Captain<wbr />Crew</td>", crowded, StringComparison.Ordinal);
        Assert.Contains(">QuickDumpNow</th>", roomy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_does_not_know_how_to_name_cards_makes_none()
    {
        var page = EmailHtml.Archive("| A | B | C | D | E |\n|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 |\n", "T", id => id);
        var cards = XDocument.Parse(page).Descendants("style").Last().Value;
        var rules = cards[(cards.IndexOf('{', StringComparison.Ordinal) + 1)..^1].Split('}', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(rules.Length > 10);
        Assert.All(rules.SelectMany(rule => rule[..rule.IndexOf('{', StringComparison.Ordinal)].Split(',')), selector => Assert.Contains(":nth-child(", selector, StringComparison.Ordinal));
    }

    [Fact]
    public void A_heading_cannot_leave_the_style_that_names_it_on_narrow_screens()
    {
        var page = EmailHtml.Archive("| A | B | C | D | E\"}body{display:none}</style> |\n|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 |\n", "T", id => id);
        var styles = XDocument.Parse(page).Descendants("style").Select(style => style.Value).ToList();
        Assert.Equal(2, styles.Count);
        Assert.DoesNotContain("body{display:none", styles[1], StringComparison.Ordinal);
        Assert.Contains("td:nth-child(4):before{content:\"D \"}", styles[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_does_not_take_the_colours_of_a_call_out()
    {
        var page = XDocument.Parse(EmailHtml.Archive("| A | B | C | D | E |\n|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 |\n\n::: warning\nLow.\n:::\n\n::: good\nHigh.\n:::\n\n::: note\nOdd.\n:::\n", "T", id => id));
        var classes = page.Descendants().Select(one => (one.Name.LocalName, Names: ((string?)one.Attribute("class") ?? "").Split(' '))).ToList();
        var callOuts = classes.Where(one => one.LocalName == "td").SelectMany(one => one.Names).Intersect(["w", "o", "n"]).ToList();
        Assert.Equal(["w", "o", "n"], callOuts);
        Assert.Empty(classes.Where(one => one.LocalName == "table").SelectMany(one => one.Names).Intersect(callOuts));
    }

    [Fact]
    public void A_tile_keeps_the_words_around_its_value_small()
    {
        var page = XDocument.Parse(EmailHtml.Archive("::: kpis\n- **at least $7–9K/month** Gross burn\n:::\n", "T", id => id));
        var value = page.Descendants("strong").Single();
        Assert.Equal("at least $7–9K/month", value.Value);
        Assert.Equal(["at least ", "$7–9K", "/month"], value.Elements("span").Select(part => part.Value));
    }

    [Fact]
    public void The_preheader_is_the_summary()
    {
        var page = XDocument.Parse(EmailHtml.Archive("# T\n\nHarbor Group, as of today\n\nTwo guardrails are broken.\n\n## More\n\nLast.", "T", id => id));
        Assert.Equal("Two guardrails are broken.", page.Descendants("body").Single().Elements("div").First().Value);
    }

    [Theory]
    [InlineData("#1f2924", "#ffffff")]
    [InlineData("#1f2924", "#f1f3ef")]
    [InlineData("#56625b", "#ffffff")]
    [InlineData("#56625b", "#f1f3ef")]
    [InlineData("#1d5f49", "#ffffff")]
    [InlineData("#5f3c06", "#fdf4e3")]
    [InlineData("#17472f", "#e8f5ed")]
    [InlineData("#1c3c5f", "#e9f1f8")]
    [InlineData("#e3e8e4", "#1b211d")]
    [InlineData("#e3e8e4", "#252d28")]
    [InlineData("#a7b3ab", "#1b211d")]
    [InlineData("#a7b3ab", "#252d28")]
    [InlineData("#86cbaa", "#1b211d")]
    [InlineData("#e3e8e4", "#3a2e14")]
    [InlineData("#e3e8e4", "#17331f")]
    [InlineData("#e3e8e4", "#1b2c3d")]
    public void Text_has_a_contrast_of_at_least_4_5(string ink, string ground)
    {
        var sheet = ExecReports.Rendering.Html.Style.Sheet + "#ffffff" + ExecReports.Rendering.Html.Style.Ink + ExecReports.Rendering.Html.Style.Quiet + ExecReports.Rendering.Html.Style.Ground
            + string.Concat(((string[])["warning", "good", "note"]).Select(kind => ExecReports.Rendering.Html.Style.CallOut(kind).ToString()));
        Assert.Contains(ink, sheet, StringComparison.Ordinal);
        Assert.Contains(ground, sheet, StringComparison.Ordinal);
        var (a, b) = (Luminance(ink), Luminance(ground));
        Assert.True((Math.Max(a, b) + .05) / (Math.Min(a, b) + .05) >= 4.5);
    }

    private static double Luminance(string color)
    {
        double Part(int at) => Convert.ToInt32(color.Substring(at, 2), 16) / 255.0 is var c && c <= .03928 ? c / 12.92 : Math.Pow((c + .055) / 1.055, 2.4);
        return .2126 * Part(1) + .7152 * Part(3) + .0722 * Part(5);
    }
}
