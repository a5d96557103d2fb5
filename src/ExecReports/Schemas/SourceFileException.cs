namespace ExecReports.Schemas;

/// <summary>A file of the portfolio cannot be read at all; the message says what, where, and what would be right.</summary>
public sealed class SourceFileException(string message, Exception? inner = null) : Exception(message, inner);
