using System.Text.Json;
using Amazon.S3.Model;
using EndToEnd.Runs;
using ExecReports.Delivery;
using ExecReports.Testing.Aws;
using ExecReports.Testing.Aws.Emulators;

namespace EndToEnd.Aws;

/// <summary>
/// The sample run with <c>--deliver aws</c> on servers that had no part in making the product: a second opinion on what it asks of AWS. What such a server does not look at is not shown here: docs/testing.md.
/// </summary>
public sealed class IndependentServersTests(SampleOut sample)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ledger_on_dynalite_archive_on_fauxqs_and_mail_to_aws_ses_v2_local()
    {
        Assert.SkipUnless(FullEmulators.AreWanted, "only with ./dev test --full");
        Assert.SkipWhen(Emulator.Missing is not null, Emulator.Missing ?? "");
        await using var dynamo = await Emulator.DynaliteAsync();
        await using var s3 = await Emulator.FauxqsAsync();
        await using var ses = await Emulator.SesAsync();
        await using var aws = await AwsSample.StartAsync(dynamo.Url, s3.Url, ses: ses.Url);

        var items = await RunAsync(aws);

        using var client = new HttpClient { BaseAddress = ses.Url };
        using var store = JsonDocument.Parse(await client.GetStringAsync(new Uri("store", UriKind.Relative), Stop));
        var mails = store.RootElement.GetProperty("emails").EnumerateArray().ToDictionary(mail => mail.GetProperty("messageId").GetString()!);
        Assert.Equal(8, mails.Count);
        foreach (var item in items)
        {
            // It knows a mail by its headers alone: To and Subject are there, the copy is not; and its parser finds both parts.
            var delivery = Assert.Single(item.Deliveries);
            var mail = mails[delivery.MessageId!];
            Assert.Equal([delivery.Recipient.Address], mail.GetProperty("destination").GetProperty("to").EnumerateArray().Select(to => to.GetString()));
            Assert.Empty(mail.GetProperty("destination").GetProperty("cc").EnumerateArray());
            Assert.Empty(mail.GetProperty("destination").GetProperty("bcc").EnumerateArray());
            Assert.Equal(item.Subject, mail.GetProperty("subject").GetString());
            Assert.Contains("</html>", mail.GetProperty("body").GetProperty("html").GetString());
            Assert.True(mail.GetProperty("body").GetProperty("text").GetString()!.Length > 1000);
        }

        Assert.Empty(aws.StandIns.Ses.Mails);
        Assert.Empty(aws.StandIns.Dynamo.Wire.Requests);
        Assert.Empty(aws.StandIns.S3.Wire.Requests);
    }

    [Fact]
    public async Task Ledger_on_DynamoDB_Local_and_archive_on_Ceph()
    {
        Assert.SkipWhen(FullEmulators.DynamoDbLocalMissing is not null, FullEmulators.DynamoDbLocalMissing ?? "");
        Assert.SkipWhen(FullEmulators.RgwMissing is not null, FullEmulators.RgwMissing ?? "");
        await using var dynamo = await FullEmulators.DynamoDbLocalAsync();
        await using var s3 = await FullEmulators.RgwAsync(AwsStandIns.AccessKeyId, AwsStandIns.Secret);
        await using var aws = await AwsSample.StartAsync(dynamo.Url, s3.Url);

        var items = await RunAsync(aws);

        Assert.Equal(items.Select(item => item.Deliveries[0].MessageId).Order(), aws.StandIns.Ses.Mails.Select(mail => mail.MessageId).Order());
        Assert.All(aws.StandIns.Ses.Mails, mail => Assert.Equal(PreparedRun.Audit, mail.Destinations[1]));
        Assert.Empty(aws.StandIns.Dynamo.Wire.Requests);
        Assert.Empty(aws.StandIns.S3.Wire.Requests);
    }

    // The run ends well, and on the servers are eight items whose deliveries are sent, and the four objects that each of them names.
    private async Task<IReadOnlyList<LedgerItem>> RunAsync(AwsSample aws)
    {
        await aws.Clients.S3.PutBucketAsync(new PutBucketRequest { BucketName = "reports" }, Stop);
        var ended = await aws.RunAsync(aws.Fresh(sample), "run", "--yes");

        Assert.True(ended.ExitCode == 0, ended.Errors + ended.Output);
        var items = await aws.Ledger.ListAsync(new LedgerFilter(), Stop);
        Assert.Equal(8, items.Count);
        Assert.All(items.SelectMany(item => item.Deliveries), delivery => Assert.Equal(SendState.Sent, delivery.State));
        var objects = (await aws.Clients.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "reports" }, Stop)).S3Objects;
        Assert.Equal(items.SelectMany(item => item.Files).Select(file => (file.Key, (long?)file.Bytes)).Order(), objects.Select(found => (found.Key, found.Size)).Order());
        return items;
    }
}
