using System.Net;
using Amazon.Runtime;

namespace ExecReports.Aws;

/// <summary>Puts what the SDK throws into the product's words: what passes by itself is a <see cref="TransientException"/>, what does not an <see cref="AwsException"/> with advice.</summary>
static class AwsFaults
{
    static readonly HashSet<string> s_throttled = new(StringComparer.Ordinal)
    {
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "TooManyRequestsException", "ProvisionedThroughputExceededException", "RequestLimitExceeded",
        "SlowDown", "LimitExceededException", "RequestTimeout", "RequestTimeoutException", "ServiceUnavailable", "InternalError", "InternalFailure", "InternalServerError",
    };

    /// <summary>Whether the SDK threw it for what service, network or credentials did.</summary>
    public static bool IsOfAws(Exception fault) => fault is AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException or IOException;

    /// <summary>Whether it may pass by itself.</summary>
    public static bool IsTransient(Exception fault) => fault switch
    {
        AmazonServiceException service => (int)service.StatusCode >= 500 || (int)service.StatusCode == 429 || s_throttled.Contains(service.ErrorCode ?? "") || service.StatusCode == 0,
        AmazonClientException => false,
        HttpRequestException or TimeoutException or IOException => true,
        _ => false,
    };

    /// <summary>Whether the caller's policy lacks the action.</summary>
    public static bool IsDenied(Exception fault) =>
        fault is AmazonServiceException { ErrorCode: "AccessDenied" or "AccessDeniedException" or "UnauthorizedOperation" } or AmazonServiceException { StatusCode: HttpStatusCode.Forbidden, ErrorCode: null or "" or "Forbidden" };

    /// <summary>The same fault in the product's words.</summary>
    /// <param name="fault">What the SDK threw (<see cref="IsOfAws"/>).</param>
    /// <param name="permission">The action in IAM's words, such as <c>s3:PutObject</c>: it names the call and, where it was denied, what is missing.</param>
    /// <param name="resource">Bucket, table or queue that the call was about; no address.</param>
    public static Exception Of(Exception fault, string permission, string resource) => IsTransient(fault)
        ? new TransientException($"{permission} on {resource} failed for now: {Words(fault)}.", fault)
        : new AwsException($"{permission} on {resource} was refused: {Words(fault)}.{Advice(fault, permission, resource)}", fault);

    /// <summary>Error code and message in one line.</summary>
    public static string Words(Exception fault) => fault switch
    {
        AmazonServiceException { ErrorCode: { Length: > 0 } code } service => $"{code}, {OneLine(service.Message)}",
        AmazonServiceException { StatusCode: not 0 } service => $"HTTP {(int)service.StatusCode}, {OneLine(service.Message)}",
        _ => OneLine(fault.Message),
    };

    static string Advice(Exception fault, string permission, string resource) => fault switch
    {
        _ when IsDenied(fault) =>
            $" Allow {permission} on {resource} in the policy of the role that runs this.",
        AmazonServiceException { ErrorCode: "SignatureDoesNotMatch" or "InvalidSignatureException" } => " The secret key does not belong to the access key: correct AWS_SECRET_ACCESS_KEY, or the profile.",
        AmazonServiceException { ErrorCode: "InvalidAccessKeyId" or "UnrecognizedClientException" or "InvalidClientTokenId" } => " AWS does not know this access key, or its secret is wrong: correct AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the profile.",
        AmazonServiceException { ErrorCode: "ExpiredToken" or "ExpiredTokenException" or "RequestExpired" } => " Sign in again (`aws sso login`), or take fresh keys.",
        AmazonServiceException { ErrorCode: "RequestTimeTooSkewed" } => " Set this machine's clock.",
        AmazonServiceException { ErrorCode: "NoSuchBucket" } => $" Create {resource}, or correct REPORT_BUCKET.",
        AmazonServiceException { ErrorCode: "ResourceNotFoundException" } => $" Create {resource} (`execreports doctor --deliver aws --create`), or correct its name and AWS_REGION.",
        AmazonServiceException => "",
        AmazonClientException when fault.Message.Contains("credential", StringComparison.OrdinalIgnoreCase) => " Give credentials: a profile (AWS_PROFILE), keys, or a role of the machine.",
        _ => "",
    };

    /// <summary>A message in one line, without its full stop.</summary>
    internal static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim().TrimEnd('.');
}
