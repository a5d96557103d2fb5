using ExecReports.Delivery;

namespace ExecReports.Contracts;

/// <summary>What holds of a ledger and of what the mail service took, whatever went wrong on the way and however often it was gone on with.</summary>
public static class MailedOnce
{
    /// <summary>How often each delivery was mailed, by the Message-ID under which it was handed in.</summary>
    public static Dictionary<string, int> Count(IEnumerable<string?> messageIds) => messageIds.CountBy(id => id!.Split('@')[0]).ToDictionary();

    /// <summary>
    /// No delivery was mailed twice; what is called sent was mailed, and what is called failed was not; everything else is unknown; each that is not sent says why, and names no address;
    /// no mail is without a delivery.
    /// </summary>
    /// <param name="deliveries">The ledger's.</param>
    /// <param name="mailed">How often each was mailed; of these deliveries alone.</param>
    /// <returns>How many are unknown.</returns>
    public static int Check(IReadOnlyCollection<LedgerDelivery> deliveries, IReadOnlyDictionary<string, int> mailed)
    {
        Assert.Empty(mailed.Keys.Except(deliveries.Select(delivery => delivery.DeliveryId)));
        foreach (var delivery in deliveries)
        {
            var count = mailed.GetValueOrDefault(delivery.DeliveryId);
            Assert.True(count <= 1, $"{delivery.DeliveryId} was mailed {count} times.");
            Assert.True(
                delivery.State switch { SendState.Sent => count == 1, SendState.Failed => count == 0, var state => state == SendState.Unknown },
                $"{delivery.DeliveryId} is {delivery.State} and was mailed {count} times.");
            if (delivery.State != SendState.Sent)
                Assert.False(string.IsNullOrEmpty(delivery.Error), $"{delivery.DeliveryId} is {delivery.State} and does not say why.");
            Assert.DoesNotContain("@", delivery.Error ?? "");
        }

        return deliveries.Count(delivery => delivery.State == SendState.Unknown);
    }
}
