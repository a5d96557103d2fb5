using ExecReports.Aws.Archive;
using ExecReports.Aws.Clients;
using ExecReports.Contracts;
using ExecReports.Delivery;
using ExecReports.Testing.Aws.S3;
using ExecReports.Testing.Aws.Wire;

namespace ExecReports.Aws.Tests.Archive;

public sealed class S3ArchiveTests : ArchiveContract, IAsyncLifetime
{
    S3Server _server = null!;
    AwsClients _clients = null!;

    static string Eml => Key("ceo", 2026).Replace(".html", ".eml", StringComparison.Ordinal);

    public async ValueTask InitializeAsync()
    {
        _server = await S3Server.StartAsync();
        _clients = new(TestSettings.Of((AwsService.S3, _server.Url)));
    }

    public async ValueTask DisposeAsync()
    {
        _clients.Dispose();
        await _server.DisposeAsync();
    }

    S3Archive Archive(S3ArchiveOptions? options = null) => new(_clients.S3, (options ?? new(TestSettings.Bucket)) with { Waits = [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero] }, TimeProvider.System);

    protected override Task<IReportArchive> OpenAsync() => Task.FromResult<IReportArchive>(Archive());

    [Fact]
    public async Task A_put_has_condition_checksum_type_and_metadata()
    {
        await Archive().PutOnceAsync(Object(Eml, "report"), Token);

        var stored = _server.Objects()[Eml];
        Assert.Equal("report"u8.ToArray(), stored.Content);
        Assert.Equal("*", stored.Headers["If-None-Match"]);
        Assert.Equal("text/html; charset=utf-8", stored.Headers["Content-Type"]);
        Assert.Equal(("run-1", "ceo", "2026-11-24"), (stored.Headers["x-amz-meta-run-id"], stored.Headers["x-amz-meta-report-type"], stored.Headers["x-amz-meta-as-of"]));
        Assert.Equal("64IRt7JJgTPI6MeYoMlVVBKpXtE4d39tBtXc4fZ0ZAE=".Length, stored.Headers["x-amz-checksum-sha256"].Length);
        Assert.Equal(Convert.ToHexStringLower(Convert.FromBase64String(stored.Headers["x-amz-checksum-sha256"])), stored.Headers["x-amz-meta-sha256"]);
        Assert.False(stored.Headers.ContainsKey("Content-Encoding"));
        Assert.DoesNotContain(stored.Headers.Keys, name => name.StartsWith("x-amz-object-lock", StringComparison.OrdinalIgnoreCase) || name.StartsWith("x-amz-server-side", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Lock_and_key_are_asked_for_where_they_are_set()
    {
        await Archive(new(TestSettings.Bucket) { Lock = new(ObjectLockMode.Compliance, 365), KmsKey = "alias/reports" }).PutOnceAsync(Object(Eml, "report"), Token);

        var headers = _server.Objects()[Eml].Headers;
        Assert.Equal("COMPLIANCE", headers["x-amz-object-lock-mode"]);
        Assert.Equal(365, (DateTimeOffset.Parse(headers["x-amz-object-lock-retain-until-date"], System.Globalization.CultureInfo.InvariantCulture) - TimeProvider.System.GetUtcNow()).TotalDays, 0.1);
        Assert.Equal(("aws:kms", "alias/reports"), (headers["x-amz-server-side-encryption"], headers["x-amz-server-side-encryption-aws-kms-key-id"]));
    }

    [Theory]
    [InlineData(Fault.Throttle)]
    [InlineData(Fault.Error500)]
    [InlineData(Fault.Error503)]
    [InlineData(Fault.CutBefore)]
    [InlineData(Fault.CutAfter)]
    [InlineData(Fault.CutWithin)]
    [InlineData(Fault.Error500After)]
    public async Task A_put_that_fails_once_is_made_again_and_success_even_where_the_first_arrived(Fault fault)
    {
        var faults = 0;
        _server.Wire.Plan = request => request.Method == "PUT" && faults++ == 0 ? fault : Fault.None;

        await Archive().PutOnceAsync(Object(Eml, "report"), Token);

        Assert.Equal("report"u8.ToArray(), _server.Objects()[Eml].Content);
        Assert.Single(_server.Wire.Faults);
    }

    [Fact]
    public async Task Another_writer_in_the_way_is_waited_for()
    {
        var conflicts = 0;
        await using var busy = await FaultyServer.StartAsync((_, _) => Task.FromResult(conflicts++ < 2
            ? Answer.Xml(409, "<Error><Code>ConditionalRequestConflict</Code><Message>A conflicting operation is under way.</Message></Error>")
            : new Answer(200, null, []) { Headers = [KeyValuePair.Create("ETag", "\"1\"")] }));
        using var clients = new AwsClients(TestSettings.Of((AwsService.S3, busy.Url)));

        await new S3Archive(clients.S3, new(TestSettings.Bucket) { Waits = [TimeSpan.Zero, TimeSpan.Zero] }, TimeProvider.System).PutOnceAsync(Object(Eml, "report"), Token);

        Assert.Equal(3, busy.Requests.Count);
    }

    [Fact]
    public async Task A_service_that_stays_down_is_transient_and_names_call_and_bucket()
    {
        _server.Wire.Plan = _ => Fault.Error503;

        var down = await Assert.ThrowsAsync<TransientException>(() => Archive().PutOnceAsync(Object(Eml, "report"), Token));

        Assert.StartsWith("s3:PutObject on bucket reports failed for now: ServiceUnavailable", down.Message);
    }

    [Fact]
    public async Task A_denied_put_names_the_permission_and_is_not_tried_again()
    {
        _server.DeniedActions = new HashSet<string> { "s3:PutObject" };

        var denied = await Assert.ThrowsAsync<AwsException>(() => Archive().PutOnceAsync(Object(Eml, "report"), Token));

        Assert.EndsWith("Allow s3:PutObject on bucket reports in the policy of the role that runs this.", denied.Message);
        Assert.Single(_server.Wire.Requests);
    }

    [Theory]
    [InlineData("secret", "The secret key does not belong to the access key")]
    [InlineData("bucket", "Create bucket reports, or correct REPORT_BUCKET.")]
    public async Task A_wrong_secret_and_a_missing_bucket_say_what_to_mend(string wrong, string advice)
    {
        if (wrong == "secret")
            _server.Secret = "another";
        else
            _server.Buckets.Clear();

        Assert.Contains(advice, (await Assert.ThrowsAsync<AwsException>(() => Archive().PutOnceAsync(Object(Eml, "report"), Token))).Message);
    }

    [Fact]
    public async Task A_lock_on_a_bucket_that_has_none_is_refused_loudly()
    {
        _server.Buckets[TestSettings.Bucket] = new() { ObjectLock = false };

        var refused = await Assert.ThrowsAsync<AwsException>(() => Archive(new(TestSettings.Bucket) { Lock = new(ObjectLockMode.Governance, 1) }).PutOnceAsync(Object(Eml, "report"), Token));

        Assert.Contains("Object Lock", refused.Message);
        Assert.Empty(_server.Objects());
    }

    [Fact]
    public async Task An_object_that_was_changed_behind_the_archive_s_back_is_not_read_as_if_it_were_whole()
    {
        await Archive().PutOnceAsync(Object(Eml, "report"), Token);
        _server.Overwrite(Eml, "another"u8.ToArray());

        Assert.Contains("is damaged", (await Assert.ThrowsAsync<AwsException>(() => Archive().GetAsync(Eml, Token))).Message);
        await Assert.ThrowsAsync<ArchiveConflictException>(() => Archive().PutOnceAsync(Object(Eml, "report"), Token));
    }
}
