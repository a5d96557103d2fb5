using System.Text.RegularExpressions;
using Amazon.Runtime;
using ExecReports.Delivery;

namespace ExecReports.Aws.Mail;

/// <summary>
/// What follows from a send that threw. A refusal is only an error of the 4xx kind that SES itself wrote, or a failure before a byte was sent; whatever else happened, the mail may be out.
/// </summary>
static partial class SesAnswers
{
    static readonly HashSet<string> s_throttled = new(StringComparer.Ordinal) { "Throttling", "ThrottlingException", "RequestThrottled", "TooManyRequestsException", "RequestLimitExceeded", "SlowDown" };

    /// <summary>What came of it.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="begun">The request was handed to the network.</param>
    /// <param name="mail">The mail: its addresses are taken out of what is said.</param>
    public static SendOutcome Of(Exception fault, bool begun, OutgoingMail mail)
    {
        var outcome = Classified(fault, begun);
        return outcome with { Reason = WithoutAddresses(outcome.Reason!, mail) };
    }

    static SendOutcome Classified(Exception fault, bool begun) => fault switch
    {
        AmazonServiceException refusal when IsOfSes(refusal) => s_throttled.Contains(refusal.ErrorCode)
            ? new(SendResult.RefusedForNow, Reason: $"throttled by SES ({refusal.ErrorCode}: {AwsFaults.OneLine(refusal.Message)})")
            : new(SendResult.Rejected, Reason: $"refused by SES ({refusal.ErrorCode}: {AwsFaults.OneLine(refusal.Message)}).{Advice(refusal)}"),
        AmazonServiceException { StatusCode: not 0 } unclear => new(SendResult.NoAnswer, Reason: $"SES answered HTTP {(int)unclear.StatusCode} ({AwsFaults.OneLine(unclear.Message)}), which does not say whether it took the mail"),
        _ when NeverConnected(fault) => new(SendResult.RefusedForNow, Reason: $"SES could not be reached, nothing was sent ({AwsFaults.OneLine(Innermost(fault).Message)})"),
        AmazonClientException when !begun => new(SendResult.RefusedForNow, Reason: $"nothing was sent ({AwsFaults.OneLine(fault.Message)})"),
        _ when Chain(fault).OfType<Wire.RepetitionException>().Any() => new(SendResult.NoAnswer, Reason: "no answer from SES (the connection was cut within it)"),
        OperationCanceledException or TimeoutException => new(SendResult.NoAnswer, Reason: "SES did not answer in time"),
        _ => new(SendResult.NoAnswer, Reason: $"no answer from SES ({AwsFaults.OneLine(Innermost(fault).Message)})"),
    };

    // A page of a proxy, or an empty body, has a status too; what SES wrote names the request. 408 is what a server says that has read half of something.
    static bool IsOfSes(AmazonServiceException fault) =>
        (int)fault.StatusCode is >= 400 and < 500 and not 408 && fault.ErrorCode is { Length: > 0 } && fault.RequestId is { Length: > 0 };

    static bool NeverConnected(Exception fault) => Chain(fault).OfType<HttpRequestException>().Any(failure =>
        failure.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError);

    static IEnumerable<Exception> Chain(Exception fault)
    {
        for (var current = fault; current is not null; current = current.InnerException)
            yield return current;
    }

    static Exception Innermost(Exception fault) => Chain(fault).Last();

    static string Advice(AmazonServiceException refusal) => refusal.ErrorCode switch
    {
        "MessageRejected" when refusal.Message.Contains("not verified", StringComparison.OrdinalIgnoreCase) => " Verify it in SES in this region; while the account is in the sandbox, recipients too.",
        "AccountSendingPausedException" or "AccountSendingPaused" => " See the account's reputation in the SES console.",
        "ConfigurationSetDoesNotExist" or "ConfigurationSetDoesNotExistException" => " Create the configuration set, or correct SES_CONFIGURATION_SET.",
        "AccessDenied" or "AccessDeniedException" => " Allow ses:SendRawEmail in the policy of the role that runs this.",
        "SignatureDoesNotMatch" or "InvalidClientTokenId" or "UnrecognizedClientException" or "IncompleteSignature" => " Correct the AWS credentials.",
        "ExpiredToken" or "ExpiredTokenException" or "RequestExpired" => " Sign in again, or take fresh credentials.",
        _ => "",
    };

    static string WithoutAddresses(string text, OutgoingMail mail) => AddressText().Replace(text, found => Named(found.Value, mail));

    static string Named(string address, OutgoingMail mail) =>
        address.Equals(mail.Recipient.Address, StringComparison.OrdinalIgnoreCase) ? mail.Recipient.Id
        : address.Equals(mail.Sender, StringComparison.OrdinalIgnoreCase) ? "the sender"
        : address.Equals(mail.AuditBcc, StringComparison.OrdinalIgnoreCase) ? "the audit copy"
        : "an address";

    [GeneratedRegex(@"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")]
    private static partial Regex AddressText();
}
