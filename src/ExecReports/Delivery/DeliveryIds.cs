namespace ExecReports.Delivery;

/// <summary>Ids that every retry of a delivery has in common.</summary>
public static class DeliveryIds
{
    /// <summary>
    /// Id of a report's delivery to a recipient: <c>&lt;timestamp&gt;-&lt;report type&gt;-&lt;recipient id&gt;</c>. Timestamp and recipient id have fixed lengths, so no two
    /// deliveries share one. It is a file name, a mail tag and the left part of a Message-ID as it stands, and says nothing of the address.
    /// </summary>
    /// <exception cref="ArgumentException">The report type is not valid (<see cref="ReportTypes"/>).</exception>
    public static string Of(string reportType, DateTimeOffset generatedTimestamp, string recipientId) =>
        $"{ArchiveKeys.Timestamp(generatedTimestamp)}-{ReportTypes.Checked(reportType)}-{recipientId}";

    /// <summary>Message-ID of a delivery, without angle brackets; its domain is the sender's.</summary>
    public static string MessageId(string deliveryId, string sender) => $"{deliveryId}@{sender[(sender.LastIndexOf('@') + 1)..]}";
}
