namespace ExecReports.Portfolio.Sections;

/// <summary>Money taken before the service is rendered (section Deposits).</summary>
public sealed record Deposit : HandoffRow
{
    /// <summary>What it is for: trip, booking, client.</summary>
    public required string Reference { get; init; }
    /// <summary>The stream it belongs to, as written.</summary>
    public string? Stream { get; init; }
    /// <summary>Money taken; null if unknown.</summary>
    public Amount? Taken { get; init; }
    /// <summary>The day it was taken.</summary>
    public DateOnly? TakenOn { get; init; }
    /// <summary>The day the service is rendered and the deposit earned.</summary>
    public DateOnly? ServiceOn { get; init; }
    /// <summary>Money given back.</summary>
    public Amount? Refunded { get; init; }
    /// <summary>The day it was given back.</summary>
    public DateOnly? RefundedOn { get; init; }
    /// <summary>Whether it still stands.</summary>
    public WorkState State { get; init; }
}
