namespace ExecReports.Portfolio;

/// <summary>A portfolio folder that cannot be used at all; the message says what is missing, where, and what would be right.</summary>
public sealed class PortfolioException(string message, Exception? inner = null) : Exception(message, inner);
