using Azure.Core;
using ExecReports.Aws.Identity;

namespace ExecReports.Functions.Telemetry;

/// <summary>Tokens of the app's managed identity for Azure Monitor, where it takes nothing else.</summary>
internal sealed class MonitorCredential(IIdentityTokens tokens) : TokenCredential
{
    private const string Audience = "https://monitor.azure.com";

    /// <summary>By the settings of the platform; null: it has set none, or asks for no token.</summary>
    public static MonitorCredential? Of(Func<string, string?> setting) =>
        setting("APPLICATIONINSIGHTS_AUTHENTICATION_STRING")?.Contains("Authorization=AAD", StringComparison.OrdinalIgnoreCase) == true
            && Uri.TryCreate(setting("IDENTITY_ENDPOINT"), UriKind.Absolute, out var endpoint) && setting("IDENTITY_HEADER") is { Length: > 0 } header
            ? new MonitorCredential(new ManagedIdentityTokens(new HttpClient { Timeout = TimeSpan.FromSeconds(10) }, new ManagedIdentitySettings(endpoint, header, Audience, setting("AZURE_CLIENT_ID")), TimeProvider.System))
            : null;

    /// <inheritdoc/>
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => GetTokenAsync(requestContext, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        return new AccessToken(token.Value, token.ExpiresAt);
    }
}
