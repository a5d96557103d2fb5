using ExecReports.Analysis.Operations;

namespace ExecReports.Reports.VesselDeliveries;

/// <summary>What a delivery report says.</summary>
public sealed record DeliveryModel
{
    /// <summary>The entity's result.</summary>
    public required DeliveryResult Result { get; init; }
    /// <summary>Delivered and not invoiced, in a sentence.</summary>
    public required string NotInvoicedSentence { get; init; }
    /// <summary>On-time rate, in a sentence.</summary>
    public required string OnTimeSentence { get; init; }
}
