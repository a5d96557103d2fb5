using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ExecReports.Api.Http;

/// <summary>Bytes with a strong ETag (their SHA-256); 304 where the caller has them already.</summary>
/// <param name="content">The bytes.</param>
/// <param name="contentType">Their media type.</param>
/// <param name="policy">Content security policy; null: that for data.</param>
/// <param name="download">File name under which a browser saves it instead of showing it; null: it shows it.</param>
internal sealed class BytesAnswer(ReadOnlyMemory<byte> content, string contentType, string? policy = null, string? download = null) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content.Span))[..32]}\"");
        response.Headers.ETag = tag.ToString();
        SafeHeaders.Set(response, policy);
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known == EntityTagHeaderValue.Any))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = contentType;
        response.ContentLength = content.Length;
        if (download is not null)
            response.Headers.ContentDisposition = $"attachment; filename=\"{download}\"";
        if (!HttpMethods.IsHead(request.Method))
            await response.Body.WriteAsync(content, httpContext.RequestAborted);
    }
}
