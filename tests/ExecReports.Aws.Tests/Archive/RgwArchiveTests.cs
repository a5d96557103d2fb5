using Amazon.S3.Model;
using ExecReports.Aws.Archive;
using ExecReports.Aws.Clients;
using ExecReports.Contracts;
using ExecReports.Delivery;
using ExecReports.Testing.Aws.Emulators;

namespace ExecReports.Aws.Tests.Archive;

/// <summary>The archive's contract on Ceph RGW, which keeps conditions, signatures and locks; sixteen racing writers among it.</summary>
public sealed class RgwArchiveTests(RgwArchiveTests.Server server) : ArchiveContract, IClassFixture<RgwArchiveTests.Server>
{
    const string Locked = "locked-reports";

    public sealed class Server : IAsyncLifetime
    {
        Emulator? _server;

        public AwsClients Clients => field ??= new(TestSettings.Of((AwsService.S3, _server!.Url)));

        public async ValueTask InitializeAsync()
        {
            if (FullEmulators.RgwMissing is not null)
                return;
            _server = await FullEmulators.RgwAsync();
            await Clients.S3.PutBucketAsync(TestSettings.Bucket);
            await Clients.S3.PutBucketAsync(new PutBucketRequest { BucketName = Locked, ObjectLockEnabledForBucket = true });
        }

        public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    protected override Task<IReportArchive> OpenAsync()
    {
        Assert.SkipWhen(FullEmulators.RgwMissing is not null, FullEmulators.RgwMissing ?? "");
        // Each of the sixteen writers that is refused may leave a connection on which RGW takes the rest of that put for the next request: a put may meet them all.
        return Task.FromResult<IReportArchive>(new S3Archive(server.Clients.S3, new(TestSettings.Bucket) { Waits = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(50), 20)] }, TimeProvider.System));
    }

    [Fact]
    public async Task An_object_has_its_type_and_metadata_and_no_encoding_of_the_transfer()
    {
        await (await OpenAsync()).PutOnceAsync(Object(Key("cto", 2011), "report"), Token);

        using var found = await server.Clients.S3.GetObjectAsync(TestSettings.Bucket, Key("cto", 2011), Token);
        Assert.Equal("text/html; charset=utf-8", found.Headers.ContentType);
        Assert.True(string.IsNullOrEmpty(found.Headers.ContentEncoding), found.Headers.ContentEncoding);
        Assert.Equal("run-1", found.Metadata["run-id"]);
    }

    [Fact]
    public async Task A_locked_object_cannot_be_deleted()
    {
        await OpenAsync();
        var archive = new S3Archive(server.Clients.S3, new(Locked) { Lock = new(ObjectLockMode.Compliance, 1) }, TimeProvider.System);
        await archive.PutOnceAsync(Object(Key("cto", 2012), "report"), Token);
        var version = (await server.Clients.S3.GetObjectMetadataAsync(Locked, Key("cto", 2012), Token)).VersionId;

        await Assert.ThrowsAsync<Amazon.S3.AmazonS3Exception>(() => server.Clients.S3.DeleteObjectAsync(Locked, Key("cto", 2012), version, Token));
        Assert.Equal("report"u8.ToArray(), await archive.GetAsync(Key("cto", 2012), Token));
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_with_what_to_mend()
    {
        await OpenAsync();
        var settings = server.Clients.Settings;
        using var clients = new AwsClients(settings with { Credentials = settings.Credentials with { SecretAccessKey = "another" } });

        var refused = await Assert.ThrowsAsync<AwsException>(() => new S3Archive(clients.S3, new(TestSettings.Bucket), TimeProvider.System).PutOnceAsync(Object(Key("cto", 2013), "report"), Token));

        Assert.Contains("SignatureDoesNotMatch", refused.Message);
    }
}
