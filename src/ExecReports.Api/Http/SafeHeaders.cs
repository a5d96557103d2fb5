using Microsoft.AspNetCore.Http;

namespace ExecReports.Api.Http;

/// <summary>Headers that every answer has: nothing of it is guessed at, framed, cached by others or told to other sites.</summary>
public static class SafeHeaders
{
    /// <summary>Policy of an answer that is data: a browser that shows it may load and run nothing.</summary>
    public const string DataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>Sets them, with the policy for data unless the answer brings its own.</summary>
    public static void Set(HttpResponse response, string? policy = null)
    {
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = policy ?? DataPolicy;
        if (!headers.ContainsKey("Cache-Control"))
            headers.CacheControl = "private, no-cache";
    }
}
