using System.Text.Json;
using ExecReports.Delivery;
using ExecReports.Embedded.Ledger;

namespace EndToEnd.Runs;

/// <summary><c>resend</c> and <c>ledger resolve</c> on a run whose one mail failed, or is unknown.</summary>
public class OperatorCommandTests(SampleOut sample)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // A run of one report; its delivery is then put where a mail service that fails would have put it, and its mail is taken away.
    private async Task<(string Folder, LedgerItem Item, LedgerDelivery Delivery)> RunAsync(SendState state)
    {
        var folder = sample.Fresh();
        var run = await Cli.RunAsync("run", "--reports", "cfo", "--portfolio", Cli.SamplePortfolio, "--out", folder);
        Assert.True(run.ExitCode == 0, run.Errors);
        using var ledger = new SqliteLedger(Path.Combine(folder, "ledger.db"));
        var item = Assert.Single(await ledger.ListAsync(new(), Token));
        var delivery = Assert.Single(item.Deliveries);
        Assert.True(await ledger.TryMoveAsync(item.Key, delivery with { State = state, MessageId = null, Error = "as planned", Revision = delivery.Revision + 1 }, Token));
        File.Delete(Mail(folder, delivery));
        return (folder, item, delivery);
    }

    private static string Mail(string folder, LedgerDelivery delivery) => Path.Combine(folder, "outbox", $"{delivery.DeliveryId}.eml");

    private static Task<CliResult> CliAsync(string folder, params string[] arguments) => Cli.RunAsync([.. arguments, "--portfolio", Cli.SamplePortfolio, "--out", folder]);

    [Fact]
    public async Task What_failed_is_sent_again_and_the_ledger_says_by_whose_word()
    {
        var (folder, item, delivery) = await RunAsync(SendState.Failed);

        var shown = await CliAsync(folder, "ledger", "--state", "failed", "--to", delivery.Recipient.Address.ToUpperInvariant());
        var resent = await CliAsync(folder, "resend", item.RunId, "--by", "ann", "--why", "mailbox is free again");
        var ledger = JsonSerializer.Deserialize<JsonElement>((await CliAsync(folder, "ledger", "--json")).Output)[0];

        Assert.Contains($"`execreports resend {item.RunId}` sends again", shown.Output);
        Assert.Equal((0, $"{delivery.DeliveryId}: failed -> sent"), (resent.ExitCode, Assert.Single(resent.Lines)));
        Assert.True(File.Exists(Mail(folder, delivery)));
        Assert.Equal(("sent", delivery.DeliveryId), (ledger.GetProperty("state").GetString(), ledger.GetProperty("deliveryId").GetString()));
        var decision = ledger.GetProperty("decisions")[0];
        Assert.Equal(("failed", "ann", "mailbox is free again", "as planned"), (decision.GetProperty("from").GetString(), decision.GetProperty("by").GetString(), decision.GetProperty("why").GetString(), decision.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task What_is_unknown_is_sent_again_only_by_a_word()
    {
        var (folder, item, delivery) = await RunAsync(SendState.Unknown);

        var run = await CliAsync(folder, "resend", item.RunId);
        var refused = await CliAsync(folder, "resend", "--unknown", delivery.DeliveryId);
        Assert.False(File.Exists(Mail(folder, delivery)));
        var resent = await CliAsync(folder, "resend", "--unknown", delivery.DeliveryId, "--yes");

        Assert.Contains($"{delivery.DeliveryId} is unknown and was left alone.", run.Output);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("the recipient gets it a second time", refused.Errors);
        Assert.Contains("--yes", refused.Errors);
        Assert.Equal((0, $"{delivery.DeliveryId}: unknown -> sent"), (resent.ExitCode, Assert.Single(resent.Lines)));
        Assert.True(File.Exists(Mail(folder, delivery)));
    }

    [Fact]
    public async Task What_is_unknown_is_resolved_with_a_reason()
    {
        var (folder, _, delivery) = await RunAsync(SendState.Unknown);

        var without = await CliAsync(folder, "ledger", "resolve", delivery.DeliveryId, "--sent");
        var both = await CliAsync(folder, "ledger", "resolve", delivery.DeliveryId, "--sent", "--not-sent", "--why", "x");
        var other = await CliAsync(folder, "ledger", "resolve", "20261124T193000123Z-cfo-0123456789ab", "--sent", "--why", "x");
        var resolved = await CliAsync(folder, "ledger", "resolve", delivery.DeliveryId, "--not-sent", "--why", "she never got it", "--by", "ann");
        var again = await CliAsync(folder, "ledger", "resolve", delivery.DeliveryId, "--sent", "--why", "x");

        Assert.Equal((2, 2, 2, 2), (without.ExitCode, both.ExitCode, other.ExitCode, again.ExitCode));
        Assert.Contains("It must be said why", without.Errors);
        Assert.Contains("The ledger holds no delivery", other.Errors);
        Assert.Equal((0, $"{delivery.DeliveryId}: unknown -> failed (not sent, says ann: she never got it)"), (resolved.ExitCode, Assert.Single(resolved.Lines)));
        Assert.Contains("only one that is unknown can be resolved", again.Errors);
        Assert.False(File.Exists(Mail(folder, delivery)));
    }
}
