namespace ExecReports;

/// <summary>A failure that may pass by itself (throttling, a busy file, a service that does not answer). Only activities that fail with it are retried.</summary>
public sealed class TransientException(string message, Exception? inner = null) : Exception(message, inner);
