namespace ExecReports.Portfolio.Sections;

/// <summary>How far a delivery has come.</summary>
public enum VesselDeliveryState
{
    /// <summary>Agreed, not begun.</summary>
    Queued,
    /// <summary>Under way.</summary>
    UnderWay,
    /// <summary>Arrived.</summary>
    Delivered,
    /// <summary>Cancelled.</summary>
    Cancelled,
    /// <summary>Not said, or a word that is not known.</summary>
    Unknown,
}

/// <summary>The delivery of a vessel (section Deliveries).</summary>
public sealed record VesselDelivery : HandoffRow
{
    /// <summary>The vessel.</summary>
    public required string Vessel { get; init; }
    /// <summary>Where from.</summary>
    public string? From { get; init; }
    /// <summary>Where to.</summary>
    public string? To { get; init; }
    /// <summary>Who ordered it.</summary>
    public string? Client { get; init; }
    /// <summary>How far it has come.</summary>
    public VesselDeliveryState State { get; init; } = VesselDeliveryState.Unknown;
    /// <summary>The day of arrival that was agreed.</summary>
    public DateOnly? Agreed { get; init; }
    /// <summary>The day it left.</summary>
    public DateOnly? Departed { get; init; }
    /// <summary>The day it arrived.</summary>
    public DateOnly? Arrived { get; init; }
    /// <summary>Days at sea or on the road that were quoted.</summary>
    public Amount? QuotedDays { get; init; }
    /// <summary>Days that it took; null: arrived − departed where both are known.</summary>
    public Amount? ActualDays { get; init; }
    /// <summary>Cost that was quoted internally.</summary>
    public Amount? QuotedCost { get; init; }
    /// <summary>Cost that it had.</summary>
    public Amount? Cost { get; init; }
    /// <summary>Price to the client.</summary>
    public Amount? Price { get; init; }
    /// <summary>Number of crew.</summary>
    public Amount? Crew { get; init; }
    /// <summary>Whether it was invoiced; null if unknown.</summary>
    public bool? Invoiced { get; init; }
    /// <summary>The day it was invoiced.</summary>
    public DateOnly? InvoicedOn { get; init; }
    /// <summary>Whether it was paid; null if unknown.</summary>
    public bool? Paid { get; init; }
    /// <summary>The day it was paid.</summary>
    public DateOnly? PaidOn { get; init; }
    /// <summary>The client's mark, as written (4.5, or 4 of 5).</summary>
    public Amount? Satisfaction { get; init; }
}
