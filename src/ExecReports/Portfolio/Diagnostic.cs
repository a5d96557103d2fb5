namespace ExecReports.Portfolio;

/// <summary>How much a <see cref="Diagnostic"/> costs the reader.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Something was not read: a value is unknown, a row or a file is missing.</summary>
    Error,
    /// <summary>Something was read, but disagrees with something else or looks like a slip.</summary>
    Warning,
    /// <summary>Something near a known name was not matched, or could be written better.</summary>
    Hint,
}

/// <summary>
/// One thing in the input that could not be taken as it stands: where it is, what was found there and what was expected.
/// Shown in the reports' "Data gaps" and by <c>execreports doctor</c>; nothing else is lost because of it.
/// </summary>
/// <param name="Severity">What it costs.</param>
/// <param name="Code">A stable short name, such as <c>amount-unreadable</c>.</param>
/// <param name="At">File and line.</param>
/// <param name="Found">What stands there, redacted where it looks like a secret.</param>
/// <param name="Expected">What would be right, with an example where that helps.</param>
public sealed record Diagnostic(DiagnosticSeverity Severity, string Code, SourceLine At, string Found, string Expected)
{
    /// <inheritdoc/>
    public override string ToString() => $"{At}: {Found}; expected {Expected}";
}
