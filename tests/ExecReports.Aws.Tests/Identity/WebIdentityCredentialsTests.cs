using Amazon.S3;
using Amazon.S3.Model;
using ExecReports.Aws.Clients;
using ExecReports.Aws.Identity;
using ExecReports.Aws.Settings;
using ExecReports.Testing.Aws.Sts;
using ExecReports.Testing.Aws.Wire;

namespace ExecReports.Aws.Tests.Identity;

/// <summary>Credentials without a key, against a token endpoint and an STS on loopback.</summary>
public sealed class WebIdentityCredentialsTests : IAsyncLifetime
{
    private IdentityEndpoint endpoint = null!;
    private StsServer sts = null!;
    private HttpClient http = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        endpoint = await IdentityEndpoint.StartAsync();
        sts = await StsServer.StartAsync();
        http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await sts.DisposeAsync();
        await endpoint.DisposeAsync();
    }

    [Fact]
    public async Task The_identitys_token_becomes_a_session_of_the_role()
    {
        using var credentials = Make(new WebIdentitySettings { RoleArn = "arn:aws:iam::123456789012:role/execreports" });

        var session = await credentials.GetCredentialsAsync();

        Assert.Equal(("ASIATEST1", "secret-1", "session-1"), (session.AccessKey, session.SecretKey, session.Token));
        var exchange = Assert.Single(sts.Wire.Requests);
        Assert.Equal(
            ("arn:aws:iam::123456789012:role/execreports", "execreports", "token-1", "3600"),
            (exchange.Fields["RoleArn"], exchange.Fields["RoleSessionName"], exchange.Fields["WebIdentityToken"], exchange.Fields["DurationSeconds"]));
        Assert.Contains("client_id=app-identity", Assert.Single(endpoint.Wire.Requests).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_is_used_until_shortly_before_its_end_however_many_ask_at_once()
    {
        using var credentials = Make(new WebIdentitySettings { RoleArn = "role" });

        var sessions = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => credentials.GetCredentialsAsync())));

        Assert.All(sessions, session => Assert.Equal("session-1", session.Token));
        Assert.Equal(1, sts.Sessions);
    }

    [Fact]
    public async Task A_session_that_ends_in_mid_run_is_replaced_before_and_no_request_carries_an_ended_one()
    {
        sts.LeastSeconds = 1;
        using var credentials = Make(new WebIdentitySettings { RoleArn = "role", Duration = TimeSpan.FromSeconds(2), Early = TimeSpan.FromSeconds(1), Buffer = TimeSpan.FromSeconds(0.3) });
        var ended = 0;
        await using var s3 = await FaultyServer.StartAsync((request, _) =>
        {
            if (!sts.IsValid(request.Headers.GetValueOrDefault("X-Amz-Security-Token", "")))
                Interlocked.Increment(ref ended);
            return Task.FromResult(new Answer(200, null, []));
        });
        using var clients = new AwsClients(Settings() with { Endpoints = new Dictionary<AwsService, Uri> { [AwsService.S3] = s3.Url } }, credentials);

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var puts = 0;
        while (watch.Elapsed < TimeSpan.FromSeconds(4))
        {
            await clients.S3.PutObjectAsync(new PutObjectRequest { BucketName = "bucket", Key = $"key-{++puts}", ContentBody = "x" }, Token);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
        }

        Assert.Equal(0, ended);
        Assert.InRange(sts.Sessions, 3, 6);
        Assert.Equal(puts, s3.Requests.Count);
        // Tokens are not kept either: each session had one of its own.
        Assert.Equal(sts.Sessions, sts.Wire.Requests.Select(request => request.Fields["WebIdentityToken"]).Distinct().Count());
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    public async Task A_clock_that_is_wrong_by_an_hour_makes_no_ended_session_look_alive_and_no_live_one_ended(int seconds)
    {
        sts.Skew = TimeSpan.FromSeconds(seconds);
        sts.LeastSeconds = 1;
        using var credentials = Make(new WebIdentitySettings { RoleArn = "role", Duration = TimeSpan.FromSeconds(2), Early = TimeSpan.FromSeconds(0.5), Buffer = TimeSpan.FromSeconds(0.2) });

        var first = await credentials.GetCredentialsAsync();
        Assert.Equal(first.Token, (await credentials.GetCredentialsAsync()).Token);
        await Task.Delay(TimeSpan.FromSeconds(2.2), TimeProvider.System, Token);
        var second = await credentials.GetCredentialsAsync();

        Assert.False(sts.IsValid(first.Token));
        Assert.True(sts.IsValid(second.Token));
        Assert.Equal(2, sts.Sessions);
    }

    [Fact]
    public async Task While_the_exchange_is_down_a_session_that_still_lives_is_used()
    {
        sts.LeastSeconds = 1;
        using var credentials = Make(new WebIdentitySettings { RoleArn = "role", Duration = TimeSpan.FromSeconds(30), Early = TimeSpan.FromSeconds(29.9), Buffer = TimeSpan.FromSeconds(0.1) });
        await credentials.GetCredentialsAsync();
        endpoint.Wire.Plan = _ => Fault.Error503;
        await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Token);

        Assert.Equal("session-1", (await credentials.GetCredentialsAsync()).Token);
        Assert.Equal("session-1", (await credentials.GetCredentialsAsync()).Token);

        endpoint.Wire.Plan = _ => Fault.None;
        var deadline = TimeProvider.System.GetTimestamp();
        while ((await credentials.GetCredentialsAsync()).Token == "session-1")
        {
            Assert.True(TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(10), "no new session came");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Token);
        }
    }

    [Fact]
    public async Task A_token_endpoint_that_fails_for_a_moment_is_asked_again()
    {
        endpoint.Wire.Plan = request => request.Number == 1 ? Fault.Error500 : Fault.None;
        using var credentials = Make(new WebIdentitySettings { RoleArn = "role" });

        Assert.Equal("session-1", (await credentials.GetCredentialsAsync()).Token);
        Assert.Equal(2, endpoint.Wire.Requests.Count);
    }

    [Fact]
    public async Task One_that_refuses_says_what_would_mend_it_and_is_asked_once()
    {
        endpoint.Audience = "api://another";
        using var credentials = Make(new WebIdentitySettings { RoleArn = "role" });

        var refused = await Assert.ThrowsAsync<AwsException>(() => credentials.GetCredentialsAsync());

        Assert.Contains("AWS_WEB_IDENTITY_AUDIENCE must be the application ID URI", refused.Message, StringComparison.Ordinal);
        Assert.Single(endpoint.Wire.Requests);
        Assert.DoesNotContain(IdentityEndpoint.Header, refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InvalidIdentityToken", "No OpenIDConnect provider found in your account", "OpenID Connect provider for the token's issuer")]
    [InlineData("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity", "must name the token's audience (aud) and the object ID")]
    public async Task A_refused_exchange_says_what_would_mend_it_and_no_token(string code, string message, string advice)
    {
        sts.Refusal = _ => (code, message);
        using var credentials = Make(new WebIdentitySettings { RoleArn = "role" });

        var refused = await Assert.ThrowsAsync<AwsException>(() => credentials.GetCredentialsAsync());

        Assert.Contains(advice, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("token-1", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_at_the_end_of_its_life_is_a_matter_of_trying_again()
    {
        sts.Refusal = token => token == "token-1" ? ("ExpiredTokenException", "Token must not be expired") : null;
        using var credentials = Make(new WebIdentitySettings { RoleArn = "role" });

        await Assert.ThrowsAsync<TransientException>(() => credentials.GetCredentialsAsync());
        Assert.Equal("session-1", (await credentials.GetCredentialsAsync()).Token);
    }

    private WebIdentityCredentials Make(WebIdentitySettings settings) => new(
        new ManagedIdentityTokens(http, new ManagedIdentitySettings(endpoint.Url, IdentityEndpoint.Header, "api://execreports", "app-identity"), TimeProvider.System),
        WebIdentityCredentials.Exchange(Settings()),
        settings,
        TimeProvider.System);

    private AwsSettings Settings() => new()
    {
        Region = "us-east-1",
        Bucket = "bucket",
        Endpoints = new Dictionary<AwsService, Uri> { [AwsService.Sts] = sts.Url },
    };
}
