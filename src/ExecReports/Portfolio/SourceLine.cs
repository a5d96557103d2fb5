namespace ExecReports.Portfolio;

/// <summary>Where a fact was written: a file, relative to the portfolio's root with forward slashes, and its line, counted from 1.</summary>
public sealed record SourceLine(string File, int Line)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}";
}
