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

    /// <summary>Takes an id apart; false if it is not exactly one that <see cref="Of"/> makes.</summary>
    public static bool TryParse(string deliveryId, out LedgerKey key, out string recipientId)
    {
        (key, recipientId) = (default, "");
        var dash = deliveryId.LastIndexOf('-');
        // The front is a report's file name in the archive.
        if (dash < 0 || !ArchiveKeys.TryParseStem(deliveryId[..dash], out var reportType, out var moment))
            return false;
        (key, recipientId) = (new(reportType, moment), deliveryId[(dash + 1)..]);
        return Recipients.IsId(recipientId);
    }

    /// <summary>Message-ID of a delivery, without angle brackets; its domain is the sender's.</summary>
    public static string MessageId(string deliveryId, string sender) => $"{deliveryId}@{sender[(sender.LastIndexOf('@') + 1)..]}";
}
