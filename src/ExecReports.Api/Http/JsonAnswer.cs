using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace ExecReports.Api.Http;

/// <summary>A JSON answer. One to a GET has an ETag, and is 304 without a body where the caller has it already.</summary>
/// <param name="value">What to write.</param>
/// <param name="type">How.</param>
/// <param name="status">HTTP status.</param>
/// <param name="location">The Location header; null: none.</param>
internal sealed class JsonAnswer<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK, string? location = null) : IResult
{
    public T Value => value;

    public int Status => status;

    public string? Location => location;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, type);
        if (location is not null)
            httpContext.Response.Headers.Location = location;
        if (status == StatusCodes.Status200OK)
            await new BytesAnswer(bytes, "application/json").ExecuteAsync(httpContext);
        else
            await WriteAsync(httpContext, bytes);
    }

    private async Task WriteAsync(HttpContext httpContext, byte[] bytes)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = bytes.Length;
        SafeHeaders.Set(response);
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
