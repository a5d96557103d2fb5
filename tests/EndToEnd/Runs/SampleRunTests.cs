using System.Text;
using MimeKit;

namespace EndToEnd.Runs;

/// <summary>The whole run, as somebody at a terminal has it.</summary>
public class SampleRunTests(SampleOut sample)
{
    private static readonly string[] ReportTypes = ["ceo", "cto", "accounting", "cmo", "cfo", "rental-51st", "delivery-eyd", "clients-dc"];

    [Fact]
    public void It_ends_with_exit_code_0_and_prints_the_page_that_links_the_reports_last()
    {
        Assert.True(sample.FirstRun.ExitCode == 0, sample.FirstRun.Errors + sample.FirstRun.Output);
        Assert.EndsWith("index.html", sample.FirstRun.Lines[^1]);
    }

    [Fact]
    public void It_prints_each_report_with_its_recipients_and_its_file()
    {
        foreach (var type in ReportTypes)
            Assert.Contains(sample.FirstRun.Lines, line => line.Contains($"-{type}.html", StringComparison.Ordinal));

        Assert.Equal(ReportTypes.Length, sample.FirstRun.Lines.Count(line => line.StartsWith("mailed to: ", StringComparison.Ordinal) && line.EndsWith(".example.com", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_archive_holds_four_files_for_each_of_eight_reports()
    {
        foreach (var extension in (string[])["html", "md", "json", "eml"])
            Assert.Equal(ReportTypes.Length, Archived(extension).Count);
    }

    [Fact]
    public void Every_link_of_the_index_page_leads_to_a_file()
    {
        var page = File.ReadAllText(Path.Combine(sample.First, "index.html"));
        var links = page.Split("href=\"").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]).ToList();

        Assert.True(links.Count >= 4 * ReportTypes.Length);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(sample.First, link)), link));
    }

    [Fact]
    public void Each_mail_is_for_one_recipient_and_says_so_in_no_header_but_To()
    {
        var mails = Directory.GetFiles(Path.Combine(sample.First, "outbox"), "*.eml");

        Assert.True(mails.Length >= ReportTypes.Length);
        foreach (var mail in mails)
        {
            var message = MimeMessage.Load(mail, TestContext.Current.CancellationToken);
            Assert.Single(message.To.Mailboxes);
            Assert.Empty(message.Cc);
            Assert.Empty(message.Bcc);
            Assert.NotNull(message.TextBody);
            Assert.NotNull(message.HtmlBody);
            // Gmail cuts at 102,400; the sample keeps well away from it, since a real portfolio is larger.
            Assert.True(Encoding.UTF8.GetByteCount(message.HtmlBody) < 90_000, $"{message.Subject}: {message.HtmlBody.Length}");
        }
    }

    [Fact]
    public async Task No_recipients_address_is_in_the_orchestrations_journal()
    {
        var addresses = (await RunState.DeliveriesAsync(sample.First)).Select(delivery => Encoding.UTF8.GetBytes(delivery.Recipient.Address)).ToList();

        Assert.NotEmpty(addresses);
        foreach (var file in Directory.GetFiles(sample.First, "journal*"))
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            Assert.All(addresses, address => Assert.True(bytes.AsSpan().IndexOf(address) < 0, file));
        }
    }

    [Theory]
    [InlineData("cmo", "3,676")]
    [InlineData("cmo", "$10K–50K")]
    [InlineData("cto", "$25")]
    [InlineData("cfo", "$7–9K")]
    [InlineData("cfo", "6 charters")]
    [InlineData("ceo", "8 critical shortfalls")]
    [InlineData("ceo", "9 missing KPIs")]
    [InlineData("cto", "6 security gaps")]
    public void The_headline_figures_stand_in_the_reports(string report, string headline) =>
        Assert.Contains(headline, Unescaped(File.ReadAllText(Archived("md").Single(file => file.EndsWith($"-{report}.md", StringComparison.Ordinal)))), StringComparison.Ordinal);

    [Fact]
    public async Task A_second_run_at_the_same_time_is_refused_and_says_which_file_is_held()
    {
        var folder = sample.Fresh();
        await using var held = new FileStream(Path.Combine(folder, "journal.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var second = await Cli.RunAsync("run", "--portfolio", Cli.SamplePortfolio, "--out", folder);

        Assert.Equal(2, second.ExitCode);
        Assert.Contains("journal.lock", second.Errors);
    }

    [Fact]
    public async Task Resume_says_so_and_does_nothing_when_the_newest_run_is_finished()
    {
        var before = Archived("eml").Count;

        var resumed = await Cli.RunAsync("run", "--resume", "--portfolio", Cli.SamplePortfolio, "--out", sample.First);

        Assert.Equal(0, resumed.ExitCode);
        Assert.Contains("nothing to resume", resumed.Errors);
        Assert.Equal(before, Archived("eml").Count);
    }

    [Fact]
    public async Task Runs_history_and_ledger_show_what_happened()
    {
        string[] places = ["--portfolio", Cli.SamplePortfolio, "--out", sample.First];
        var runs = await Cli.RunAsync(["runs", .. places]);
        var history = await Cli.RunAsync(["history", "last", .. places]);
        var ledger = await Cli.RunAsync(["ledger", "--state", "sent", .. places]);

        Assert.Contains("completed", runs.Output);
        Assert.Contains("DeliverReports", history.Output);
        Assert.Contains("rental-51st", ledger.Output);
    }

    [Fact]
    public async Task A_dry_run_archives_and_mails_nothing()
    {
        var folder = sample.Fresh();

        var run = await Cli.RunAsync("run", "--dry-run", "--reports", "cfo", "--portfolio", Cli.SamplePortfolio, "--out", folder);

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.False(Directory.Exists(Path.Combine(folder, "exec-reports")));
        Assert.Empty(await RunState.DeliveriesAsync(folder));
        Assert.Contains("rendered only", run.Output);
    }

    [Fact]
    public async Task To_mails_to_that_address_alone()
    {
        var folder = sample.Fresh();

        await Cli.RunAsync("run", "--reports", "cfo", "--to", "one@example.com", "--portfolio", Cli.SamplePortfolio, "--out", folder);

        Assert.Equal(["one@example.com"], (await RunState.DeliveriesAsync(folder)).Select(delivery => delivery.Recipient.Address));
    }

    [Fact]
    public async Task Render_prints_one_report_and_leaves_nothing()
    {
        var folder = sample.Fresh();

        var rendered = await Cli.RunAsync("render", "cfo", "--portfolio", Cli.SamplePortfolio, "--out", folder);

        Assert.True(rendered.ExitCode == 0, rendered.Errors);
        Assert.StartsWith("# ", rendered.Output);
        Assert.Equal(["repositories"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("run --reports nonsense", "There is no report 'nonsense'")]
    [InlineData("run --entities nobody", "There is no entity 'nobody'")]
    [InlineData("run --group nobody", "There is no group 'nobody'")]
    [InlineData("run --as-of yesterday", "'yesterday' is no date")]
    [InlineData("run --to nobody", "nobody")]
    [InlineData("run --env /no/such/repos.env", "There is no settings file")]
    [InlineData("run --nonsense", "--nonsense")]
    [InlineData("history nonsense", "There is no run 'nonsense'")]
    public async Task Bad_usage_is_exit_code_2_with_a_message_that_says_what(string line, string message)
    {
        var result = await Cli.RunAsync([.. line.Split(' '), "--portfolio", Cli.SamplePortfolio, "--out", sample.First]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Errors);
    }

    [Fact]
    public async Task A_folder_without_handoffs_is_exit_code_2_and_says_what_belongs_there()
    {
        var result = await Cli.RunAsync("run", "--portfolio", sample.First, "--out", sample.Fresh());

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("agent_handoffs", result.Errors);
    }

    [Fact]
    public async Task An_output_folder_that_cannot_be_made_is_exit_code_2_and_named()
    {
        var file = Path.Combine(sample.Fresh(), "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var result = await Cli.RunAsync("run", "--portfolio", Cli.SamplePortfolio, "--out", file);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(file, result.Errors);
    }

    [Fact]
    public async Task A_control_character_in_a_recipient_is_refused()
    {
        var result = await Cli.RunAsync("run", "--to", "a@example.com\r\nBcc: b@example.com", "--portfolio", Cli.SamplePortfolio, "--out", sample.Fresh());

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--to", result.Errors);
    }

    private List<string> Archived(string extension) => [.. Directory.EnumerateFiles(Path.Combine(sample.First, "exec-reports"), "*." + extension, SearchOption.AllDirectories)];

    private static string Unescaped(string markdown) => markdown.Replace("\\", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal);
}
