namespace ExecReports.Testing.Aws.Wire;

/// <summary>Refusals in the words of the service that was asked: query XML, JSON or S3's XML, told apart by the request.</summary>
static class FaultAnswers
{
    public static Answer Throttled(ReceivedRequest request) =>
        IsJson(request) ? Json(400, IsDynamoDb(request) ? "com.amazonaws.dynamodb.v20120810#ThrottlingException" : "ThrottlingException", "Rate exceeded")
        : IsQuery(request) ? Query(400, "Sender", "Throttling", "Maximum sending rate exceeded.")
        : S3(503, "SlowDown", "Please reduce your request rate.");

    public static Answer Failed(ReceivedRequest request, int status) =>
        IsJson(request) ? Json(status, status == 503 ? "ServiceUnavailable" : "InternalServerError", "The request could not be processed.")
        : IsQuery(request) ? Query(status, "Receiver", status == 503 ? "ServiceUnavailable" : "InternalFailure", "The request could not be processed.")
        : S3(status, status == 503 ? "ServiceUnavailable" : "InternalError", "We encountered an internal error. Please try again.");

    /// <summary>Of no service, and not even well-formed.</summary>
    public static Answer Unreadable { get; } = new(200, "text/html", "<html><body>The page you asked for has moved.</body"u8.ToArray());

    /// <summary>Of a proxy on the way: it says nothing about the service.</summary>
    public static Answer ProxyPage { get; } = new(403, "text/html", "<html><body>Access through this network is restricted.</body></html>"u8.ToArray());

    static bool IsJson(ReceivedRequest request) => request.Headers.ContainsKey("X-Amz-Target");

    static bool IsDynamoDb(ReceivedRequest request) => request.Headers["X-Amz-Target"].StartsWith("DynamoDB", StringComparison.Ordinal);

    static bool IsQuery(ReceivedRequest request) => request.Fields.ContainsKey("Action");

    static Answer Json(int status, string type, string message) => Answer.Json(status, $$"""{"__type":"{{type}}","message":"{{message}}"}""");

    static Answer Query(int status, string type, string code, string message) => Answer.Xml(status, $"""
        <ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>{type}</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>fault</RequestId></ErrorResponse>
        """);

    static Answer S3(int status, string code, string message) =>
        Answer.Xml(status, $"""<?xml version="1.0" encoding="UTF-8"?><Error><Code>{code}</Code><Message>{message}</Message><RequestId>fault</RequestId></Error>""");
}
