using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using ExecReports.Aws.Clients;
using ExecReports.Aws.Settings;

namespace ExecReports.Aws.Identity;

/// <summary>
/// AWS credentials without any key: a token of this host's identity is exchanged at STS (AssumeRoleWithWebIdentity) for a short session. The SDK's own refreshing does the rest: a session is replaced
/// in the background some time before its end, and a request that finds it ended waits for the next one.
/// </summary>
/// <remarks>
/// When a session ends is counted from this machine's own clock at the moment before the call, by the duration that was asked for, and not taken from the answer: a clock that is wrong by an hour would
/// else make an ended session look alive. The exchange itself is not signed, so no clock can make it fail.
/// </remarks>
public sealed class WebIdentityCredentials : RefreshingAWSCredentials
{
    private readonly IIdentityTokens tokens;
    private readonly IAmazonSecurityTokenService sts;
    private readonly WebIdentitySettings settings;
    private readonly TimeProvider time;

    /// <summary>Makes them; nothing is called yet.</summary>
    /// <param name="tokens">Say who this host is.</param>
    /// <param name="sts">Exchanges them; needs no credentials.</param>
    /// <param name="settings">Role and times.</param>
    /// <param name="time">The clock.</param>
    public WebIdentityCredentials(IIdentityTokens tokens, IAmazonSecurityTokenService sts, WebIdentitySettings settings, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (this.tokens, this.sts, this.settings, this.time) = (tokens, sts, settings, time);
        PreemptExpiryTime = settings.Early;
        ExpirationBuffer = settings.Buffer;
    }

    /// <summary>A client of STS that signs nothing, in the region and at the endpoint of the settings.</summary>
    public static IAmazonSecurityTokenService Exchange(AwsSettings settings)
    {
        using var clients = new AwsClients(settings);
        return new AmazonSecurityTokenServiceClient(new AnonymousAWSCredentials(), clients.Configured(new AmazonSecurityTokenServiceConfig(), AwsService.Sts));
    }

    /// <inheritdoc/>
    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    /// <inheritdoc/>
    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        var token = await tokens.GetAsync(CancellationToken.None).ConfigureAwait(false);
        var asked = time.GetUtcNow();
        try
        {
            var answer = await sts.AssumeRoleWithWebIdentityAsync(new AssumeRoleWithWebIdentityRequest
            {
                RoleArn = settings.RoleArn,
                RoleSessionName = settings.SessionName,
                WebIdentityToken = token.Value,
                DurationSeconds = (int)settings.Duration.TotalSeconds,
            }).ConfigureAwait(false);
            var session = answer.Credentials;
            return new CredentialsRefreshState(new ImmutableCredentials(session.AccessKeyId, session.SecretAccessKey, session.SessionToken), (asked + settings.Duration).UtcDateTime);
        }
        catch (Exception fault) when (AwsFaults.IsOfAws(fault))
        {
            throw Told(fault);
        }
    }

    private Exception Told(Exception fault) => fault switch
    {
        // The platform gave a token at the end of its life; the next one is a new one.
        ExpiredTokenException or IDPCommunicationErrorException => new TransientException($"sts:AssumeRoleWithWebIdentity failed for now: {AwsFaults.Words(fault)}.", fault),
        InvalidIdentityTokenException => new AwsException(
            $"AWS does not accept this app's token ({AwsFaults.Words(fault)}): the account needs an OpenID Connect provider for the token's issuer (https://sts.windows.net/<tenant>/) with its audience (AWS_WEB_IDENTITY_AUDIENCE).", fault),
        AmazonServiceException { ErrorCode: "AccessDenied" } => new AwsException(
            $"AWS does not let this app be {settings.RoleArn} ({AwsFaults.Words(fault)}): the role's trust policy must name the token's audience (aud) and the object ID of the app's identity (sub).", fault),
        _ => AwsFaults.Of(fault, "sts:AssumeRoleWithWebIdentity", settings.RoleArn),
    };
}
