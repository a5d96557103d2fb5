using System.Text;
using ExecReports.Delivery;
using ExecReports.Embedded.Archive;
using ExecReports.Embedded.Ledger;
using ExecReports.Embedded.Outbox;

namespace ExecReports.Embedded.Tests.Delivery;

/// <summary>Delivery over the real folders and the real ledger file.</summary>
public sealed class LocalDeliveryTests : IDisposable
{
    static readonly Recipient[] Two = [Recipients.Parse("owner@example.com"), Recipients.Parse("partner@example.com")];

    readonly TempFolder _temp = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _temp.Dispose();

    static ReportToDeliver Report(int number) => new($"report-{number}", _ => Task.FromResult(new ReportPackage
    {
        ReportType = $"report-{number}",
        GeneratedTimestamp = new(2026, 11, 24, 19, 30, 0, 123, TimeSpan.Zero),
        RunId = "run-1",
        AsOf = new(2026, 11, 24),
        Subject = "subject",
        TemplateVersion = "abc",
        Html = Encoding.UTF8.GetBytes($"<p>{number}</p>"),
        Markdown = [],
        Json = "{}"u8.ToArray(),
        Eml = Encoding.UTF8.GetBytes($"Subject: {number}\r\n\r\nbody"),
        Recipients = Two,
        Sender = "reports@example.com",
    }));

    static byte[] Address(ReadOnlyMemory<byte> archived, string address, string messageId) =>
        Encoding.UTF8.GetBytes($"To: {address}\r\nMessage-ID: <{messageId}>\r\n{Encoding.UTF8.GetString(archived.Span)}");

    async Task<IReadOnlyList<DeliveryReceipt>> DeliverAsync(string process)
    {
        using var ledger = new SqliteLedger(_temp.At("ledger.db"));
        var delivery = new ReportDelivery(
            new FolderArchive(_temp.Path, TimeProvider.System), ledger, new FileOutbox(_temp.At("outbox"), TimeProvider.System), Address, TimeProvider.System, new());
        return await delivery.DeliverAsync([.. Enumerable.Range(1, 8).Select(Report)], new(process, "1"), Token);
    }

    [Fact]
    public async Task Six_who_deliver_the_same_reports_at_once_leave_each_mail_once_and_the_ledger_knows_it()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(() => DeliverAsync($"process-{number}"))));

        var receipts = await DeliverAsync("process-last");

        Assert.All(receipts, receipt => Assert.Equal((0, null), (receipt.Remaining, receipt.Error)));
        Assert.All(receipts.SelectMany(receipt => receipt.Recipients), line => Assert.Equal((SendState.Sent, 1), (line.State, line.Attempts)));
        Assert.Equal(
            receipts.SelectMany(receipt => receipt.Recipients).Select(line => $"{line.DeliveryId}.eml").Order(),
            Directory.GetFiles(_temp.At("outbox"), "*.eml").Select(Path.GetFileName).Order());
        Assert.Equal(32, Directory.GetFiles(_temp.At("exec-reports", "2026", "11"), "2026*").Length);
    }

    [Fact]
    public async Task An_outbox_that_could_not_be_written_is_filled_when_it_can_be()
    {
        await File.WriteAllTextAsync(_temp.At("outbox"), "a file where the folder belongs", Token);
        var hindered = await DeliverAsync("process-1");
        File.Delete(_temp.At("outbox"));
        var receipts = await DeliverAsync("process-2");

        Assert.All(hindered, receipt => Assert.Equal(2, receipt.Remaining));
        Assert.All(hindered.SelectMany(receipt => receipt.Recipients), line => Assert.Contains($"Cannot write to the folder {_temp.At("outbox")}", line.Error));
        Assert.All(receipts, receipt => Assert.Equal(0, receipt.Remaining));
        Assert.Equal(16, Directory.GetFiles(_temp.At("outbox"), "*.eml").Length);
    }
}
