using System.Security.Cryptography;
using System.Text;

namespace ExecReports.Testing.Aws.Wire;

/// <summary>Checks a request's Signature Version 4. A path is taken as it was written, as S3 does.</summary>
public static class SignatureCheck
{
    /// <summary>The error code that AWS refuses it with; null: it is right.</summary>
    public static string? Fault(ReceivedRequest request, string service, string accessKeyId, string secret)
    {
        if (!request.Headers.TryGetValue("Authorization", out var authorization) || !authorization.StartsWith("AWS4-HMAC-SHA256 ", StringComparison.Ordinal))
            return "MissingAuthenticationToken";
        var parts = authorization["AWS4-HMAC-SHA256 ".Length..].Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var scope = parts["Credential"].Split('/');
        if (scope[0] != accessKeyId)
            return "InvalidClientTokenId";
        var (day, region) = (scope[1], scope[2]);
        if (scope[3] != service)
            return "SignatureDoesNotMatch";
        var signedHeaders = parts["SignedHeaders"].Split(';');
        var payload = request.Headers.TryGetValue("X-Amz-Content-SHA256", out var given) ? given : Hex(SHA256.HashData(request.Body));
        if (payload != Hex(SHA256.HashData(request.Body)))
            return "SignatureDoesNotMatch";
        var (path, rest) = request.Target.IndexOf('?') is >= 0 and var mark ? (request.Target[..mark], request.Target[(mark + 1)..]) : (request.Target, "");
        var query = string.Join('&', rest.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Contains('=') ? pair : pair + "=").Order(StringComparer.Ordinal));
        var canonical = $"{request.Method}\n{path}\n{query}\n{string.Concat(signedHeaders.Select(name => $"{name}:{request.Headers[name].Trim()}\n"))}\n{parts["SignedHeaders"]}\n{payload}";
        var toSign = $"AWS4-HMAC-SHA256\n{request.Headers["X-Amz-Date"]}\n{day}/{region}/{service}/aws4_request\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = new[] { day, region, service, "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes("AWS4" + secret), (current, part) => HMACSHA256.HashData(current, Encoding.UTF8.GetBytes(part)));
        return Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign))) == parts["Signature"] ? null : "SignatureDoesNotMatch";
    }

    static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
