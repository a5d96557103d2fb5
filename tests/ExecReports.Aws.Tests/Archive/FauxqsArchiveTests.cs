using ExecReports.Aws.Archive;
using ExecReports.Aws.Clients;
using ExecReports.Aws.Workspace;
using ExecReports.Delivery;
using ExecReports.Testing.Aws.Emulators;

namespace ExecReports.Aws.Tests.Archive;

/// <summary>Archive and workspace on a server that is not ours. It does not keep conditions: those are proven on our own and on Ceph RGW.</summary>
public class FauxqsArchiveTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Objects_and_snapshots_are_put_read_and_listed()
    {
        Assert.SkipWhen(Emulator.Missing is not null, Emulator.Missing ?? "");
        await using var server = await Emulator.FauxqsAsync();
        using var clients = new AwsClients(TestSettings.Of((AwsService.S3, server.Url)));
        await clients.S3.PutBucketAsync(TestSettings.Bucket, Token);
        var archive = new S3Archive(clients.S3, new(TestSettings.Bucket), TimeProvider.System);
        var workspace = new S3Workspace(clients.S3, TestSettings.Bucket, S3Workspace.DefaultPrefix);
        var keys = ArchiveKeys.Of("ceo", new(2026, 11, 24, 19, 30, 0, 123, TimeSpan.Zero));

        await archive.PutOnceAsync(new(keys.Json, "{}"u8.ToArray(), "application/json", new Dictionary<string, string> { ["run-id"] = "run-1" }), Token);
        var snapshot = await workspace.PutAsync("run-1", "plan", "json", "{}"u8.ToArray(), Token);

        Assert.Equal("{}"u8.ToArray(), await archive.GetAsync(keys.Json, Token));
        Assert.Null(await archive.GetAsync(keys.Html, Token));
        Assert.Equal([keys.Json], await archive.ListFiguresAsync("ceo", new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), 5, Token));
        Assert.Equal("{}"u8.ToArray(), await workspace.GetAsync(snapshot, Token));
    }
}
