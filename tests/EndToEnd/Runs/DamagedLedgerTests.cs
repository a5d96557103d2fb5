using ExecReports.Embedded.Ledger;
using Microsoft.Data.Sqlite;

namespace EndToEnd.Runs;

/// <summary>What the commands say of a ledger in which one item was changed by something else.</summary>
public class DamagedLedgerTests(SampleOut sample)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_others_are_shown_the_damaged_one_is_named_and_nothing_of_the_run_is_sent_again()
    {
        var folder = sample.Fresh();
        var file = Path.Combine(folder, "ledger.db");
        Assert.Equal(0, (await CliAsync("run", "--reports", "ceo,cfo")).ExitCode);
        string run;
        using (var ledger = new SqliteLedger(file))
            run = (await ledger.ListAsync(new() { Most = 1 }, Token))[0].RunId;
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync(Token);
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE items SET as_of = 'Tuesday' WHERE report_type = 'cfo'";
            Assert.Equal(1, await command.ExecuteNonQueryAsync(Token));
        }

        var shown = await CliAsync("ledger");
        var resent = await CliAsync("resend", run);
        var doctor = await CliAsync("doctor");

        var named = $"{file}: the item cfo ";
        Assert.Equal(1, shown.ExitCode);
        Assert.Contains("ceo ", shown.Output);
        Assert.DoesNotContain("cfo ", shown.Output);
        Assert.StartsWith(named, shown.Errors);
        Assert.Equal(2, resent.ExitCode);
        Assert.Contains(named, resent.Errors);
        Assert.Equal(1, doctor.ExitCode);
        Assert.Single(doctor.Lines, line => line.StartsWith("FAULT", StringComparison.Ordinal) && line.Contains(named, StringComparison.Ordinal));

        Task<CliResult> CliAsync(params string[] arguments) => Cli.RunAsync([.. arguments, "--portfolio", Cli.SamplePortfolio, "--out", folder]);
    }
}
