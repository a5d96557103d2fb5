namespace ExecReports.Api.Http;

/// <summary>The kinds of problem; a caller may rely on them.</summary>
public static class ProblemTypes
{
    /// <summary>400: the request cannot be met as it stands; <c>errors</c> says which fields.</summary>
    public const string InvalidRequest = "urn:execreports:problem:invalid-request";
    /// <summary>401: no token, or a wrong one.</summary>
    public const string Unauthorized = "urn:execreports:problem:unauthorized";
    /// <summary>403: the caller's roles do not reach so far, or the request comes from another site.</summary>
    public const string Forbidden = "urn:execreports:problem:forbidden";
    /// <summary>404: there is no such thing.</summary>
    public const string NotFound = "urn:execreports:problem:not-found";
    /// <summary>405: the address knows other methods.</summary>
    public const string MethodNotAllowed = "urn:execreports:problem:method-not-allowed";
    /// <summary>409: its state does not allow it.</summary>
    public const string Conflict = "urn:execreports:problem:conflict";
    /// <summary>413: the body is too large.</summary>
    public const string BodyTooLarge = "urn:execreports:problem:body-too-large";
    /// <summary>415: the body is not JSON.</summary>
    public const string NotJson = "urn:execreports:problem:not-json";
    /// <summary>421: the request was meant for another host.</summary>
    public const string WrongHost = "urn:execreports:problem:wrong-host";
    /// <summary>422: the Idempotency-Key was used for another request.</summary>
    public const string KeyReused = "urn:execreports:problem:idempotency-key-reused";
    /// <summary>429: too many run starts.</summary>
    public const string TooManyStarts = "urn:execreports:problem:too-many-starts";
    /// <summary>500: the server's fault; its log says more.</summary>
    public const string Internal = "urn:execreports:problem:internal";
    /// <summary>501: the host of the orchestrations does not offer it.</summary>
    public const string NotOffered = "urn:execreports:problem:not-offered";
    /// <summary>503: too much at once; later it may be served.</summary>
    public const string Busy = "urn:execreports:problem:busy";
}
