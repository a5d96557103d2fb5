namespace ExecReports.Aws.Identity;

/// <summary>Where a managed identity's tokens come from and for whom they are meant.</summary>
/// <param name="Endpoint">The endpoint of the platform (IDENTITY_ENDPOINT).</param>
/// <param name="Header">The secret that it wants to see (IDENTITY_HEADER); never logged.</param>
/// <param name="Audience">For whom the token is: the application ID URI that AWS trusts.</param>
/// <param name="ClientId">Which identity, where the app has several; null: the only one.</param>
public sealed record ManagedIdentitySettings(Uri Endpoint, string Header, string Audience, string? ClientId)
{
    /// <summary>Says where and for whom, and no secret.</summary>
    public override string ToString() => $"tokens for {Audience} from {Endpoint.Host}";
}
