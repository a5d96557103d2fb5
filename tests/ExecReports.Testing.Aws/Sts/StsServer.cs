using System.Collections.Concurrent;
using System.Globalization;
using ExecReports.Testing.Aws.Wire;

namespace ExecReports.Testing.Aws.Sts;

/// <summary>AWS STS, API version 2011-06-15, as far as a token is exchanged for a session, and somebody is told who he is.</summary>
public sealed class StsServer : IAsyncDisposable
{
    const string Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    readonly ConcurrentDictionary<string, DateTimeOffset> _sessions = new();
    readonly TimeProvider _time;
    int _count;

    StsServer(TimeProvider time) => _time = time;

    /// <summary>The connection.</summary>
    public FaultyServer Wire { get; private set; } = null!;

    /// <summary>Where it listens.</summary>
    public Uri Url => Wire.Url;

    /// <summary>How far its clock, which its sessions end by, is ahead of the clock of the test.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>Code and message that it refuses a token with; null: it takes it.</summary>
    public Func<string, (string Code, string Message)?> Refusal { get; set; } = _ => null;

    /// <summary>Shorter sessions than those that are asked for cannot be had from AWS; a test has not an hour.</summary>
    public int LeastSeconds { get; set; } = 900;

    /// <summary>The one access key that may ask who it is.</summary>
    public string AccessKeyId { get; set; } = "test";

    /// <summary>Its secret: signatures are checked.</summary>
    public string Secret { get; set; } = "test";

    /// <summary>How many sessions it gave.</summary>
    public int Sessions => _count;

    /// <summary>Starts one.</summary>
    public static async Task<StsServer> StartAsync(TimeProvider? time = null)
    {
        var server = new StsServer(time ?? TimeProvider.System);
        server.Wire = await FaultyServer.StartAsync((request, _) => Task.FromResult(server.Answer(request))).ConfigureAwait(false);
        return server;
    }

    /// <summary>Whether a session is one of this server's and has not ended, by its own clock.</summary>
    public bool IsValid(string sessionToken) => _sessions.TryGetValue(sessionToken, out var end) && end > _time.GetUtcNow() + Skew;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Wire.DisposeAsync();

    Answer Answer(ReceivedRequest request)
    {
        var fields = request.Fields;
        if (request.Action == "GetCallerIdentity")
            return Identity(request);
        if (request.Action != "AssumeRoleWithWebIdentity" || fields.GetValueOrDefault("Version") != "2011-06-15")
            return Refuse(400, "InvalidAction", $"Could not find operation {request.Action}");
        if (request.Headers.ContainsKey("Authorization"))
            return Refuse(400, "ValidationError", "this stand-in wants the exchange unsigned");
        var seconds = int.Parse(fields.GetValueOrDefault("DurationSeconds", "3600"), CultureInfo.InvariantCulture);
        if (seconds < LeastSeconds)
            return Refuse(400, "ValidationError", $"1 validation error detected: Value '{seconds}' at 'durationSeconds' failed to satisfy constraint");
        if (Refusal(fields["WebIdentityToken"]) is { } refusal)
            return Refuse(refusal.Code == "AccessDenied" ? 403 : 400, refusal.Code, refusal.Message);

        var number = Interlocked.Increment(ref _count);
        var end = _time.GetUtcNow() + Skew + TimeSpan.FromSeconds(seconds);
        _sessions[$"session-{number}"] = end;
        return Aws.Wire.Answer.Xml(200, $"""
            <AssumeRoleWithWebIdentityResponse xmlns="{Namespace}"><AssumeRoleWithWebIdentityResult>
            <SubjectFromWebIdentityToken>subject</SubjectFromWebIdentityToken><Audience>audience</Audience>
            <AssumedRoleUser><Arn>{fields["RoleArn"]}/{fields["RoleSessionName"]}</Arn><AssumedRoleId>AROATEST:{fields["RoleSessionName"]}</AssumedRoleId></AssumedRoleUser>
            <Credentials><SessionToken>session-{number}</SessionToken><SecretAccessKey>secret-{number}</SecretAccessKey><Expiration>{end.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}</Expiration><AccessKeyId>ASIATEST{number}</AccessKeyId></Credentials>
            </AssumeRoleWithWebIdentityResult><ResponseMetadata><RequestId>{number}</RequestId></ResponseMetadata></AssumeRoleWithWebIdentityResponse>
            """);
    }

    Answer Identity(ReceivedRequest request) => SignatureCheck.Fault(request, "sts", AccessKeyId, Secret) switch
    {
        null => Aws.Wire.Answer.Xml(200, $"""
            <GetCallerIdentityResponse xmlns="{Namespace}"><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:role/reports</Arn><UserId>AROAEXAMPLE</UserId><Account>123456789012</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetCallerIdentityResponse>
            """),
        "SignatureDoesNotMatch" => Refuse(403, "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided."),
        var code => Refuse(403, code, "The security token included in the request is invalid."),
    };

    static Answer Refuse(int status, string code, string message) =>
        Aws.Wire.Answer.Xml(status, $"""<ErrorResponse xmlns="{Namespace}"><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>refused</RequestId></ErrorResponse>""");
}
