using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ExecReports.Api.Http;

/// <summary>A refusal: <c>application/problem+json</c>.</summary>
public sealed class Problem : IResult
{
    private readonly ProblemBody body;
    private readonly TimeSpan? retryAfter;

    private Problem(ProblemBody body, TimeSpan? retryAfter = null)
    {
        this.body = body;
        this.retryAfter = retryAfter;
    }

    /// <summary>What it says.</summary>
    public ProblemBody Body => body;

    /// <summary>400 with messages by field.</summary>
    public static Problem Invalid(FieldErrors errors) =>
        new(new(ProblemTypes.InvalidRequest, "The request cannot be met", 400, errors.Summary, errors.ByField));

    /// <summary>400 about one field.</summary>
    public static Problem Invalid(string field, string message) => Invalid(new FieldErrors { { field, message } });

    /// <summary>401.</summary>
    public static Problem Unauthorized(string detail) => new(new(ProblemTypes.Unauthorized, "Not signed in", 401, detail));

    /// <summary>403.</summary>
    public static Problem Forbidden(string detail) => new(new(ProblemTypes.Forbidden, "Not allowed", 403, detail));

    /// <summary>404.</summary>
    public static Problem NotFound(string detail) => new(new(ProblemTypes.NotFound, "Not found", 404, detail));

    /// <summary>405.</summary>
    public static Problem MethodNotAllowed(string detail) => new(new(ProblemTypes.MethodNotAllowed, "Another method is expected", 405, detail));

    /// <summary>409.</summary>
    public static Problem Conflict(string detail) => new(new(ProblemTypes.Conflict, "Its state does not allow it", 409, detail));

    /// <summary>413.</summary>
    public static Problem BodyTooLarge(int limit) =>
        new(new(ProblemTypes.BodyTooLarge, "The body is too large", 413, string.Create(CultureInfo.InvariantCulture, $"At most {limit} bytes are read.")));

    /// <summary>415.</summary>
    public static Problem NotJson() => new(new(ProblemTypes.NotJson, "The body is not JSON", 415, "Send a JSON object with the header Content-Type: application/json."));

    /// <summary>421.</summary>
    public static Problem WrongHost() =>
        new(new(ProblemTypes.WrongHost, "Meant for another host", 421, "The Host header names another server. Use the address that `serve` printed."));

    /// <summary>422.</summary>
    public static Problem KeyReused() =>
        new(new(ProblemTypes.KeyReused, "The Idempotency-Key was used before", 422, "This Idempotency-Key started another run, for another request. Use a new key."));

    /// <summary>429.</summary>
    public static Problem TooManyStarts(TimeSpan retryAfter) =>
        new(new(ProblemTypes.TooManyStarts, "Too many runs were started", 429, "Wait as long as Retry-After says; nothing was started."), retryAfter);

    /// <summary>500.</summary>
    public static Problem Internal() => new(new(ProblemTypes.Internal, "The server failed", 500, "The server's log says more."));

    /// <summary>501.</summary>
    public static Problem NotOffered(string detail) => new(new(ProblemTypes.NotOffered, "Not offered here", 501, detail));

    /// <summary>503.</summary>
    public static Problem Busy(TimeSpan retryAfter) => new(new(ProblemTypes.Busy, "Too much at once", 503, "Try again a little later."), retryAfter);

    /// <summary>Writes it.</summary>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = body.Status;
        response.ContentType = "application/problem+json";
        SafeHeaders.Set(response);
        if (retryAfter is { } wait)
            response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Default.ProblemBody);
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
