using System.Text;
using ExecReports.Delivery;
using ExecReports.Embedded.Files;
using ExecReports.Embedded.Outbox;

namespace ExecReports.Embedded.Tests.Outbox;

public sealed class FileOutboxTests : IDisposable
{
    const string Id = "20261124T193000123Z-ceo-0123456789ab";

    readonly TempFolder _temp = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _temp.Dispose();

    FileOutbox Outbox() => new(_temp.At("outbox"), TimeProvider.System);

    static OutgoingMail Mail(string text, string? bcc = "audit@example.com", string id = Id) =>
        new(id, "reports@example.com", new("0123456789ab", "owner@example.com"), bcc, Encoding.ASCII.GetBytes(text))
        {
            Tags = new Dictionary<string, string> { ["run_id"] = "run-1" },
        };

    [Fact]
    public async Task A_mail_is_a_file_with_the_message_s_bytes_and_its_envelope_stands_beside_it()
    {
        Assert.Equal(new(SendResult.Accepted, Id), await Outbox().SendAsync(Mail("To: owner@example.com\r\n\r\nbody"), Token));

        Assert.Equal("To: owner@example.com\r\n\r\nbody", await File.ReadAllTextAsync(Outbox().PathOf(Id), Token));
        var envelope = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(_temp.At("outbox", $"{Id}.envelope.json"), Token)).RootElement;
        Assert.Equal("reports@example.com", envelope.GetProperty("sender").GetString());
        Assert.Equal(["owner@example.com", "audit@example.com"], envelope.GetProperty("recipients").EnumerateArray().Select(address => address.GetString()!));
        Assert.Equal("run-1", envelope.GetProperty("tags").GetProperty("run_id").GetString());
        Assert.Equal(_temp.At("outbox", $"{Id}.eml"), Assert.Single(Directory.GetFiles(_temp.At("outbox"), "*.eml")));
    }

    [Fact]
    public async Task Without_an_audit_copy_the_envelope_has_the_recipient_alone()
    {
        await Outbox().SendAsync(Mail("x", bcc: null), Token);

        Assert.DoesNotContain("audit@", await File.ReadAllTextAsync(_temp.At("outbox", $"{Id}.envelope.json"), Token));
    }

    [Fact]
    public async Task The_outbox_can_always_tell_whether_a_mail_was_accepted()
    {
        Assert.Equal((Acceptance.NotAccepted, null), await Outbox().WasAcceptedAsync(Id, Token));
        await Outbox().SendAsync(Mail("x"), Token);
        Assert.Equal((Acceptance.Accepted, Id), await Outbox().WasAcceptedAsync(Id, Token));
    }

    [Fact]
    public async Task A_delivery_that_is_sent_twice_is_one_mail_and_the_first_one_stays()
    {
        await Outbox().SendAsync(Mail("first"), Token);

        Assert.Equal(SendResult.Accepted, (await Outbox().SendAsync(Mail("second", bcc: null), Token)).Result);

        Assert.Equal("first", await File.ReadAllTextAsync(Outbox().PathOf(Id), Token));
        Assert.Contains("audit@", await File.ReadAllTextAsync(_temp.At("outbox", $"{Id}.envelope.json"), Token));
    }

    [Fact]
    public async Task A_process_that_died_between_envelope_and_mail_has_not_sent_it()
    {
        Directory.CreateDirectory(_temp.At("outbox"));
        await File.WriteAllTextAsync(_temp.At("outbox", $"{Id}.envelope.json"), "{}", Token);
        await File.WriteAllTextAsync(_temp.At("outbox", $".{Id}.eml.part"), "half", Token);

        Assert.Equal(Acceptance.NotAccepted, (await Outbox().WasAcceptedAsync(Id, Token)).Acceptance);
        await Outbox().SendAsync(Mail("whole"), Token);
        Assert.Equal("whole", await File.ReadAllTextAsync(Outbox().PathOf(Id), Token));
    }

    [Fact]
    public async Task A_delivery_id_that_could_lead_out_of_the_outbox_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Outbox().SendAsync(Mail("x", id: "../mail"), Token));

    [Fact]
    public async Task An_outbox_that_cannot_be_written_is_named()
    {
        await File.WriteAllTextAsync(_temp.At("outbox"), "a file where the folder belongs", Token);

        Assert.Contains(_temp.At("outbox"), (await Assert.ThrowsAsync<OutputFolderException>(() => Outbox().SendAsync(Mail("x"), Token))).Message);
    }
}
