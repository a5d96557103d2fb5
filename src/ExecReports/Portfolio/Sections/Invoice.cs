namespace ExecReports.Portfolio.Sections;

/// <summary>An invoice to a client (section Invoices).</summary>
public sealed record Invoice : HandoffRow
{
    /// <summary>Its number.</summary>
    public required string Number { get; init; }
    /// <summary>The client's name.</summary>
    public required string Client { get; init; }
    /// <summary>The day it was sent.</summary>
    public DateOnly? Sent { get; init; }
    /// <summary>The day it is due; null if unknown.</summary>
    public DateOnly? Due { get; init; }
    /// <summary>Its amount; null if unknown.</summary>
    public Amount? Amount { get; init; }
    /// <summary>The day it was paid; null if it is not.</summary>
    public DateOnly? Paid { get; init; }
    /// <summary>Done: paid (the day perhaps unknown). Cancelled: void, credited, written off.</summary>
    public WorkState State { get; init; }
}
