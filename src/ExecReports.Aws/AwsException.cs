namespace ExecReports.Aws;

/// <summary>An AWS service refused a call, or cannot be used as it is set up; the message says which call, on what, and what would mend it. It does not pass by itself.</summary>
public sealed class AwsException(string message, Exception? inner = null) : Exception(message, inner);
