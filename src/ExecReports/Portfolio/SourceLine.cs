namespace ExecReports.Portfolio;

/// <summary>Where a fact was written: a file, relative to the portfolio's root with forward slashes, and its line, counted from 1.</summary>
/// <param name="File">The file, relative to the portfolio's root, with forward slashes.</param>
/// <param name="Line">The line, counted from 1.</param>
public sealed record SourceLine(string File, int Line)
{
    /// <summary>The day that its facts date from, in the portfolio's zone: the line's last commit, else what <see cref="DatedBy"/> says; null: not known.</summary>
    public DateOnly? Changed { get; init; }

    /// <summary>What <see cref="Changed"/> was taken from; null where that is not known.</summary>
    public LineDate? DatedBy { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}";
}
