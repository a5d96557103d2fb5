using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ExecReports.Api.Http;

/// <summary>Reads a request's body as a JSON object, within bounds.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>The object, or why there is none. No body at all counts as an empty object.</summary>
    public static async Task<(JsonElement Body, Problem? Fault)> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
            return (default, Problem.BodyTooLarge(limit));

        byte[]? bytes;
        try
        {
            bytes = await ReadAsync(request.Body, limit, cancellationToken);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            bytes = null;
        }

        if (bytes is null)
            return (default, Problem.BodyTooLarge(limit));
        if (bytes.Length == 0)
            return (JsonDocument.Parse("{}").RootElement, null);
        // A form of another site may send text without being asked, JSON never: so only JSON is taken.
        if (!request.HasJsonContentType())
            return (default, Problem.NotJson());

        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (document.RootElement.Clone(), null)
                : (default, Problem.Invalid("$", "The body must be one JSON object, such as {\"reports\":[\"ceo\"],\"dryRun\":true}."));
        }
        catch (JsonException broken)
        {
            return (default, Problem.Invalid("$", $"The body is no JSON that can be read: {broken.Message}"));
        }
    }

    private static async Task<byte[]?> ReadAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        var buffer = new byte[4096];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (read.Length + count > limit)
                return null;
            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }
}
