namespace ExecReports.Aws.Identity;

/// <summary>A token that says who this host is.</summary>
/// <param name="Value">The token: a secret.</param>
/// <param name="ExpiresAt">When it ends, by the clock of the service that gave it.</param>
public sealed record IdentityToken(string Value, DateTimeOffset ExpiresAt)
{
    /// <summary>Says when it ends, and not what it is.</summary>
    public override string ToString() => $"a token until {ExpiresAt:u}";
}
