using ExecReports.Api.Http;
using Microsoft.AspNetCore.Http;

namespace ExecReports.Api;

/// <summary>The API's description, OpenAPI 3.1: <c>openapi.json</c> beside this file. A test holds it equal to the routes.</summary>
public static class OpenApiDocument
{
    private static readonly Lazy<byte[]> Content = new(() => EmbeddedFile.Read("openapi.json"));

    /// <summary><c>GET /api/openapi.json</c></summary>
    public static IResult Answer() => new BytesAnswer(Content.Value, "application/json");
}
