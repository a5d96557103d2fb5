using System.Text;
using System.Xml.Linq;
using CsCheck;
using ExecReports.Rendering;
using static ExecReports.Tests.Rendering.RenderingCases;

namespace ExecReports.Tests.Rendering;

/// <summary>Whatever an operator writes stands in the page as exactly that text, and makes no element and no attribute.</summary>
public class EscapingTests
{
    public sealed record Model(string A, string B);

    private const string Body = """
        # {{ r.a }}

        {{ r.a }}

        - {{ r.a }}
          {{ r.b }}

        Before {{ r.a }} between {{ r.b }} after

        {{ r.a }}{{ r.b }}

        | {{ r.a }} | Two |
        |---|---:|
        | {{ r.b }} | {{ r.a }} |
        | {{ r.a }} | {{ r.b }} |

        ::: note
        {{ r.b }}
        :::

        ## {{ r.b }}
        """;

    private static readonly Gen<string> s_hostile = Gen.OneOf(
        Gen.OneOf([.. ((string[])[
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "![x](chart:burn)", "<https://example.com>", "www.example.com", "https://example.com/?a=1&b=2",
            "a | b", "\\|", "\\", "\\\\", "`code`", "``", "```", "~~~", "~~~html", "**bold**", "_em_", "__init__", "snake_case_name", "# heading", "C#", "C #", "#", "- item", "+ item", "* item", "1. item", "1) item", "123456789. x",
            "> quote", "---", "===", "- - -", "***", "::: warning", ":::", "a::b::c", ":-:", "|---|", "&amp;", "&lt;b&gt;", "&#x3C;", "&copy;", "\n\n# x", "a\n---", "a\r\n| b |", "\tcode", "    code", "\u202Eabc", "\u0000", "\u200B", "{{ 1 }}", "{% x %}",
            "[x]: http://a", "[x]", "[ ] todo", "[^1]", "a  \nb", "<!-- x -->", "<?php ?>", "<![CDATA[x]]>", "]]>", "'\"", "$1,234", "7–9K", "日本語 | テスト", "👩‍👩‍👧", "\uD800", "e\u0301", "_", "*", "a*b*c", "*a", "a*", "!", "!x", "^a^", "==a==", "{.class}", "(c)", "...", "--", "a@example.com", "mailto:a@example.com", ""]).Select(text => Gen.Const(text))]),
        Gen.String[Gen.Char["\\`*_{}[]()<>#+-.!|~&:=;'\"/ \n\t\r1aZ0é$%^@"], 0, 14],
        Gen.String[0, 12]);

    [Fact]
    public void Hostile_text_comes_out_as_that_text_and_as_nothing_else() => Gen.Select(s_hostile, s_hostile, Gen.Select(s_hostile, s_hostile, (x, y) => x + y)).Sample((a, b, c) =>
    {
        AssertShown(a, b);
        AssertShown(c, a);
    }, iter: 1000);

    private static void AssertShown(string a, string b)
    {
        var page = XDocument.Parse(EmailHtml.Archive(Markdown(Body, new Model(a, b)), "t", _ => null), LoadOptions.PreserveWhitespace);
        var (x, y) = (MarkdownText.Clean(a), MarkdownText.Clean(b));
        Assert.Equal(x, Text(page.Descendants("h1").Single()));
        Assert.Equal(Norm($"{x} {y}"), Norm(Text(page.Descendants("li").Single())));
        string[] paragraphs = [x, $"Before {x} between {y} after", x + y, y];
        Assert.Equal(paragraphs.Where(text => text.Length > 0).Select(Norm), page.Descendants("p").Select(p => Norm(Text(p))));
        // A heading without a text is a td: it heads nothing.
        var table = page.Descendants("table").Single(one => one.Descendants("tr").FirstOrDefault()?.Element("th") is not null);
        var cells = table.Descendants("tr").SelectMany(row => row.Elements()).Select(Text).ToList();
        Assert.Equal([x, "Two", y, x, x, y], cells);
        Assert.Equal(y, Text(page.Descendants("h2").Single()));
        string[] allowed = ["html", "head", "meta", "title", "style", "body", "div", "table", "tbody", "tr", "td", "th", "h1", "h2", "p", "ul", "li"];
        Assert.All(page.Descendants(), element => Assert.Contains(element.Name.LocalName, allowed));
    }

    private static string Text(XElement element) => element.Value;

    private static string Norm(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("a\r\nb\tc", "a b c")]
    [InlineData("  x  ", "x")]
    [InlineData("a\u202Eb\u200Fc\u0007d\uFEFF", "abcd")]
    [InlineData("a\u0301 👩‍👧", "a\u0301 👩‍👧")]
    public void Clean_text_is_one_line_without_anything_invisible(string text, string expected) => Assert.Equal(expected, MarkdownText.Clean(text));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() => Assert.Equal("\uFFFDx", MarkdownText.Clean("\uD800x"));

    [Theory]
    [InlineData("snake_case stays", "snake_case stays")]
    [InlineData("10:30, C#, $1,234 (x)", "10:30, C#, $1,234 (x)")]
    [InlineData("_x_ | y", "\\_x\\_ \\| y")]
    [InlineData("1. one", "1\\. one")]
    [InlineData("3.5 of 6", "3.5 of 6")]
    public void What_cannot_be_markup_is_left_readable(string text, string expected) => Assert.Equal(expected, MarkdownText.Escape(text));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//example.com")]
    [InlineData("http:example.com")]
    [InlineData("java&#115;cript:alert(1)")]
    public void Links_of_other_schemes_are_text(string url)
    {
        var page = XDocument.Parse(EmailHtml.Archive($"[word]({url}) and ![picture]({url}) and <{url}>", "t", id => id));
        Assert.Empty(page.Descendants("a"));
        Assert.Empty(page.Descendants("img"));
        Assert.Contains("word", page.Root!.Value, StringComparison.Ordinal);
        Assert.Contains("picture", page.Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Raw_HTML_in_a_template_is_text() =>
        Assert.Contains("&lt;b onclick=&quot;x&quot;&gt;", EmailHtml.Archive("<b onclick=\"x\">y</b>\n\n<script>z</script>", "t", id => id), StringComparison.Ordinal);

    [Fact]
    public void The_size_of_the_page_is_counted_in_bytes_of_UTF8() =>
        Assert.True(Encoding.UTF8.GetByteCount(EmailHtml.Mail(string.Concat(Enumerable.Repeat("::: detail\n| a |\n|---|\n" + string.Concat(Enumerable.Repeat("| 日本語日本語 |\n", 400)) + ":::\n\n", 8)), "t", "x.html", id => id)) <= EmailHtml.MailLimit);
}
