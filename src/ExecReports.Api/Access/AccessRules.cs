using System.Security.Cryptography;
using System.Text;

namespace ExecReports.Api.Access;

/// <summary>Who may talk to a server that stands alone.</summary>
/// <param name="Hosts">Values of the Host header that mean this server, such as <c>127.0.0.1:8088</c>, in lower case. Another one means that a browser was led here under a foreign name.</param>
/// <param name="Token">The token that callers must show; null: none is needed.</param>
public sealed record AccessRules(IReadOnlySet<string> Hosts, AccessToken? Token);

/// <summary>A secret that callers show as <c>Authorization: Bearer …</c>. It is kept as its hash, and compared in constant time.</summary>
public sealed class AccessToken
{
    private readonly byte[] hash;

    /// <summary>Least characters of a token.</summary>
    public const int Shortest = 32;

    /// <summary>Takes the secret.</summary>
    /// <exception cref="FormatException">It is too short, or holds something else than printable ASCII characters.</exception>
    public AccessToken(string secret)
    {
        if (secret.Length < Shortest || !secret.All(letter => letter is > ' ' and <= '~'))
            throw new FormatException($"a token must have at least {Shortest} characters, letters, digits and signs without spaces; `openssl rand -hex 32` makes one");
        hash = Hash(secret);
    }

    /// <summary>Whether an Authorization header shows it.</summary>
    public bool IsShownBy(string? authorization) =>
        authorization is not null && authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(hash, Hash(authorization["Bearer ".Length..].Trim()));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
