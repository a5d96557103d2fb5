using System.Diagnostics;
using System.Text;
using EndToEnd.Samples;
using ExecReports.Embedded;

namespace EndToEnd.Runs;

/// <summary>What makes a run impossible is said before anything is made or mailed, and what is there already is left as it is.</summary>
public class RefusedRunTests(SampleOut sample)
{
    [Theory]
    [InlineData("recipients:\n  ceo: [a@example.com, not an address]\n", "portfolio.yaml:2", "not an address")]
    [InlineData("recipients:\n  ceo: \"a@example.com\\r\\nBcc: b@example.com\"\n", "portfolio.yaml:2", "line break")]
    [InlineData("sender: josé@example.com\n", "portfolio.yaml:1", "not ASCII")]
    [InlineData("time_zone: Mars/Olympus\n", "portfolio.yaml:1", "IANA")]
    public async Task A_setting_that_cannot_be_taken_refuses_the_run_with_its_line(string settings, string where, string what)
    {
        using var portfolio = Portfolio("# Small\n\n## Costs\n\n| Item | Cost |\n|---|---|\n| Dock | $5 |\n");
        File.WriteAllText(portfolio.Under("portfolio.yaml"), settings);

        var run = await Cli.RunAsync("run", "--portfolio", portfolio.Path, "--out", portfolio.Under("out"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(where, run.Errors);
        Assert.Contains(what, run.Errors);
        Assert.False(Directory.Exists(portfolio.Under("out", "outbox")));
        Assert.False(File.Exists(portfolio.Under("out", "journal.db")), "a refused run leaves no journal behind");
    }

    [Fact]
    public async Task Parts_that_cannot_be_made_give_the_output_folder_free_again()
    {
        using var portfolio = Portfolio("# Small\n");
        var options = new LocalOptions(portfolio.Path, portfolio.Under("out"));

        Assert.Equal("no mailer", Assert.Throws<InvalidOperationException>(() => LocalReports.Open(options, _ => throw new InvalidOperationException("no mailer"))).Message);

        await using var local = LocalReports.Open(options);
    }

    [Fact]
    public async Task An_empty_handoff_folder_is_refused_and_says_what_belongs_there()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Under("agent_handoffs", "projects"));

        var run = await Cli.RunAsync("run", "--portfolio", folder.Path, "--out", folder.Under("out"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("agent_handoffs/projects", run.Errors);
        Assert.Contains("expected", run.Errors);
    }

    [Theory]
    [InlineData("journal.db", false, "damaged")]
    [InlineData("journal.db", true, "newer")]
    [InlineData("ledger.db", false, "damaged")]
    [InlineData("ledger.db", true, "newer")]
    public async Task A_journal_or_ledger_that_is_damaged_or_newer_is_refused_and_left_as_it_is(string name, bool newer, string found)
    {
        var folder = sample.Fresh();
        var file = Path.Combine(folder, name);
        var bytes = newer ? File.ReadAllBytes(Path.Combine(sample.First, name)) : Encoding.ASCII.GetBytes("this was a database once");
        if (newer)
            bytes[63] = 99; // The last byte of the layout's number in the file's header.
        File.WriteAllBytes(file, bytes);

        var run = await Cli.RunAsync("run", "--portfolio", Cli.SamplePortfolio, "--out", folder);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(file, run.Errors);
        Assert.Contains(found, run.Errors);
        Assert.Equal(bytes, File.ReadAllBytes(file));
        Assert.False(Directory.Exists(Path.Combine(folder, "outbox")));
        Assert.False(Directory.Exists(Path.Combine(folder, "exec-reports")));
    }

    [Fact]
    public async Task A_disk_that_fills_up_is_named_and_with_room_again_resume_finishes_with_nothing_mailed_twice()
    {
        var folder = sample.Fresh();
        Assert.SkipUnless(await SystemAsync("mount", "-t", "tmpfs", "-o", "size=1000k", "tmpfs", folder), "no small file system can be mounted here (that needs Linux and root)");
        try
        {
            Directory.CreateSymbolicLink(Path.Combine(folder, "repositories"), Path.Combine(sample.First, "repositories"));

            var full = await Cli.RunAsync("run", "--portfolio", Cli.SamplePortfolio, "--out", folder);
            Assert.True(await SystemAsync("mount", "-o", "remount,size=60m", folder));
            var resumed = await Cli.RunAsync("run", "--resume", "--portfolio", Cli.SamplePortfolio, "--out", folder);

            Assert.NotEqual(0, full.ExitCode);
            Assert.Contains(folder, full.Errors + full.Output);
            Assert.DoesNotContain("   at ", full.Errors);
            Assert.True(resumed.ExitCode == 0, resumed.Errors + resumed.Output);
            Assert.Equal((await RunState.DeliveriesAsync(sample.First)).Count, (await RunState.DeliveriesAsync(folder)).Count);
            Assert.Equal(
                Directory.GetFiles(Path.Combine(sample.First, "outbox"), "*.eml").Length, Directory.GetFiles(Path.Combine(folder, "outbox"), "*.eml").Length);
        }
        finally
        {
            await SystemAsync("umount", folder);
        }
    }

    [Fact]
    public async Task A_handoff_of_five_megabytes_is_read_to_its_last_row()
    {
        var rows = new StringBuilder("# Long\n\n## Costs\n\n| Item | Cost |\n|---|---|\n| First dock | $5,551 per month |\n\n## Mission\n\n");
        while (rows.Length < 5_000_000)
            rows.Append("We keep boats afloat, and write down at length why that is harder than it looks from the quay.\n");
        rows.Append("\n## Revenue\n\n| Stream | Amount |\n|---|---|\n| Last berth | $5,552 per month |\n");
        using var portfolio = Portfolio(rows.ToString());

        var run = await Cli.RunAsync("render", "accounting", "--portfolio", portfolio.Path, "--out", portfolio.Under("out"));

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("5,551", run.Output);
        Assert.Contains("5,552", run.Output);
    }

    [Fact]
    public async Task A_table_that_no_report_can_hold_is_named_with_its_rows_and_costs_no_other_report()
    {
        var rows = string.Concat(Enumerable.Range(1, 30_000).Select(row => $"| Mooring {row} | $5 per month |\n"));
        using var portfolio = Portfolio("# Long\n\n## Costs\n\n| Item | Cost |\n|---|---|\n" + rows);

        var run = await Cli.RunAsync("run", "--reports", "accounting,cto", "--portfolio", portfolio.Path, "--out", portfolio.Under("out"));

        Assert.True(run.ExitCode == 1, run.Errors);
        Assert.Contains("small.md, line 5, with 30,000 rows", run.Output);
        Assert.Single(Directory.GetFiles(portfolio.Under("out", "exec-reports"), "*-cto.html", SearchOption.AllDirectories));
    }

    private static TemporaryFolder Portfolio(string handoff)
    {
        var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Under("agent_handoffs", "projects"));
        File.WriteAllText(folder.Under("agent_handoffs", "projects", "small.md"), handoff);
        return folder;
    }

    private static async Task<bool> SystemAsync(string program, params string[] arguments)
    {
        if (!OperatingSystem.IsLinux())
            return false;

        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
