namespace ExecReports.Portfolio;

/// <summary>Whether a listed thing is still to do.</summary>
public enum WorkState
{
    /// <summary>To do, in progress, or nothing said.</summary>
    Open,
    /// <summary>Done, closed, fixed, <c>[x]</c>.</summary>
    Done,
    /// <summary>Cancelled, dropped, void.</summary>
    Cancelled,
    /// <summary>Marked as not known (<c>?</c>); counts as open, marked.</summary>
    Unknown,
}
