using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using EndToEnd.Runs;
using MimeKit;

namespace EndToEnd.Judges;

/// <summary>Handoffs that try to be more than text: whatever they hold reaches the reader as text, does nothing, and breaks no page.</summary>
public sealed partial class HostileTextTests : IDisposable
{
    // As they stand in a cell of a handoff, and what a reader must see of them.
    private static readonly (string Written, string Seen)[] Tricks =
    [
        ("Slip <script>alert(1)</script> end", "Slip <script>alert(1)</script> end"),
        // The reader of handoffs resolves tags of formatting and pictures, as it does Markdown's own marks; all others stay text.
        ("Fuel <img src=x onerror=alert(2)> end", "Fuel end"),
        ("Sum {{ 40 + 2 }} {{ include 'nothing' }}", "Sum {{ 40 + 2 }} {{ include 'nothing' }}"),
        (@"{% raise %} {{ r.cfo \| object.keys }}", "{% raise %} {{ r.cfo | object.keys }}"),
        ("Call [here](javascript:alert(3)) now", "Call here now"),
        ("Style <style>body{display:none}</style> end", "Style <style>body{display:none}</style> end"),
        (@"Pipes \| and \| more", "Pipes | and | more"),
        (@"Stars \*\*not bold\*\* \![x](chart:burn)", "Stars **not bold**"),
        ("Quote \" onmouseover=\"alert(4)", "Quote \" onmouseover=\"alert(4)"),
        ("::: warning ::: # heading", "::: warning ::: # heading"),
        ("تكلفة المرسى الشهرية", "تكلفة المرسى الشهرية"),
        ("עלות המעגן", "עלות המעגן"),
        ("Crew 👩‍👩‍👧 ⛵🏴‍☠️ day", "Crew 👩‍👩‍👧 ⛵🏴‍☠️ day"),
        ("Turned \u202Eaid\u202C back", "Turned aid back"),
        ("日本語の長い説明文がここにあります", "日本語の長い説明文がここにあります"),
    ];

    private const int Long = 10_000;

    private readonly string folder = Directory.CreateTempSubdirectory("execreports-hostile-").FullName;

    [Fact]
    public async Task It_reaches_the_reader_as_text_and_does_nothing()
    {
        var output = await RunAsync(rows: 40);
        var pages = Directory.GetFiles(Path.Combine(output, "exec-reports"), "*.html", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText);
        var mails = Directory.GetFiles(Path.Combine(output, "outbox"), "*.eml").Select(file => MimeMessage.Load(file, TestContext.Current.CancellationToken)).ToList();

        Assert.True(pages.Count >= 6);

        var shown = pages.Values.Select(html => Shown(html)).ToList();
        var text = mails.Select(mail => Folded(mail.TextBody!)).ToList();
        Assert.Empty(Tricks.Where(trick => !shown.Exists(page => page.Contains(trick.Seen, StringComparison.Ordinal))).Select(trick => $"no page shows {trick.Seen}"));
        Assert.Empty(Tricks.Where(trick => !text.Exists(mail => mail.Contains(Folded(trick.Seen), StringComparison.Ordinal))).Select(trick => $"no text part shows {trick.Seen}"));

        Assert.Contains(shown, page => page.Contains(new string('W', Long), StringComparison.Ordinal));
        foreach (var html in pages.Values.Concat(mails.Select(mail => mail.HtmlBody!)))
        {
            var tags = Tag().Matches(html).Select(tag => tag.Value).ToList();
            Assert.DoesNotContain(tags, tag => Forbidden().IsMatch(tag));
        }

        Assert.All(mails, mail => Assert.True(Encoding.UTF8.GetByteCount(mail.HtmlBody!) < 102_400, mail.Subject));
    }

    [Fact]
    public async Task It_breaks_no_page_on_a_phone_and_no_rule_of_accessibility()
    {
        var judged = await Judgement.OfAsync(await RunAsync(rows: 40));
        var pages = judged.InABrowser();

        Assert.True(pages.Count >= 12);
        Assert.All(pages, page => Assert.Equal(0, page.Dialogs));
        Assert.All(pages, page => Assert.True(page.Widest is { Scroll: <= 400, Right: <= 400 }, $"{page.File}: {page.Widest}"));
        Assert.Empty(pages.SelectMany(page => page.Violations.Select(found => $"{Path.GetFileName(page.File)}, {found.Scheme}: {found.Id} ({found.Help}); first {found.First}")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<string> RunAsync(int rows)
    {
        var handoffs = Directory.CreateDirectory(Path.Combine(folder, "agent_handoffs", "projects")).FullName;
        await File.WriteAllTextAsync(Path.Combine(handoffs, "charter.md"), Charter(rows), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(handoffs, "agency.md"), Agency(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "portfolio.yaml"), "name: '<b>Bold</b> & {{ 1 }} Ltd'\nrecipients:\n  default: [one@example.com]\n", TestContext.Current.CancellationToken);
        var output = Path.Combine(folder, "out");
        var run = await Cli.RunAsync("run", "--portfolio", folder, "--out", output);
        Assert.True(run.ExitCode == 0, run.Errors + run.Output);
        return output;
    }

    private static string Charter(int rows)
    {
        var text = new StringBuilder("---\nname: '<i>Sail</i> | {{ 1 }} [x](javascript:alert(9))'\nkind: charter\n---\n\n## Costs\n\n| Item | Category | Expected | Note |\n|---|---|---:|---|\n");
        foreach (var (written, _) in Tricks)
            text.Append(CultureInfo.InvariantCulture, $"| {written} | {written} | $100 | {written} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| {new string('W', Long)} | Wide | $100 | {string.Concat(Enumerable.Repeat("many words ", Long / 11))} |\n");
        text.Append("\n## Shortfalls\n\n| Shortfall | Urgency | Money per month | Owner | Due |\n|---|---|---:|---|---|\n");
        foreach (var (written, _) in Tricks)
            text.Append(CultureInfo.InvariantCulture, $"| {written} | critical | $100 | {written} | 2026-12-15 |\n");
        for (var row = 0; row < rows; row++)
            text.Append(CultureInfo.InvariantCulture, $"| Row {row} of a huge table https://example.com/{new string('a', 90)} | high | $10 | Operator | 2026-12-15 |\n");
        text.Append("\n## Channels\n\n| Channel | State | Commission |\n|---|---|---:|\n");
        foreach (var (written, _) in Tricks)
            text.Append(CultureInfo.InvariantCulture, $"| {written} | absent | 10% |\n");
        // Wider than any table should be.
        text.Append("\n## Fancies\n\n|").Append(string.Concat(Enumerable.Range(1, 60).Select(n => $" C{n} |"))).Append("\n|").Append(string.Concat(Enumerable.Repeat("---|", 60)));
        for (var row = 0; row < 30; row++)
            text.Append("\n|").Append(string.Concat(Enumerable.Range(1, 60).Select(n => $" {row * n} <u>x</u> |")));
        return text.Append('\n').ToString();
    }

    private static string Agency()
    {
        var text = new StringBuilder("---\nkind: agency\n---\n\n# Studio\n\n## Clients\n\n| Client | Contract | Work done | Invoiced |\n|---|---|---:|---:|\n");
        foreach (var (written, _) in Tricks)
            text.Append(CultureInfo.InvariantCulture, $"| {written} | active | $500 | $100 |\n");
        text.Append("\n## Invoices\n\n| Invoice | Client | Sent | Due | Amount |\n|---|---|---|---|---:|\n");
        foreach (var (written, _) in Tricks)
            text.Append(CultureInfo.InvariantCulture, $"| {written} | {new string('M', 60)} | 2026-09-01 | 2026-10-01 | $100 |\n");
        return text.ToString();
    }

    /// <summary>What a page shows: tags and styles gone, entities read.</summary>
    private static string Shown(string html) => WebUtility.HtmlDecode(Tag().Replace(Styles().Replace(html, ""), ""));

    // A terminal breaks lines; a word or a name may stand on two of them.
    private static string Folded(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Styles();

    [GeneratedRegex("<[a-zA-Z/!](?:\"[^\"]*\"|[^\">])*>")]
    private static partial Regex Tag();

    // Elements that our pages never have, attributes that act, links that run.
    [GeneratedRegex("""^<(script|iframe|object|embed|form|input|link|base|svg|b|i|u)\b|\son\w+\s*=|(href|src)="\s*(javascript|vbscript|data:text)""", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
