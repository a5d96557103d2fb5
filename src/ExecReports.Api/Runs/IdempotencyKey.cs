using System.Security.Cryptography;
using System.Text;
using ExecReports.Api.Http;
using Microsoft.AspNetCore.Http;

namespace ExecReports.Api.Runs;

/// <summary>
/// The <c>Idempotency-Key</c> of a start. The run's id is made of it, so that the task hub itself refuses a second start, whichever process it comes to. It holds as long as the run is
/// in the history.
/// </summary>
internal static class IdempotencyKey
{
    private const int Longest = 200;

    /// <summary>The id of the run that the key stands for; null: there is no key, or it is at fault.</summary>
    public static string? RunId(HttpRequest request, FieldErrors errors)
    {
        if (request.Headers["Idempotency-Key"] is not [_, ..] given)
            return null;
        if (given is [{ Length: > 0 and <= Longest } key] && key.All(letter => letter is >= ' ' and <= '~'))
            return $"key-{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)))[..32]}";

        errors.Add("Idempotency-Key", $"The header Idempotency-Key must hold one text of 1 to {Longest} printable ASCII characters.");
        return null;
    }
}
