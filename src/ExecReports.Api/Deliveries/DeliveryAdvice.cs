using ExecReports.Delivery;

namespace ExecReports.Api.Deliveries;

/// <summary>What an operator can do about a delivery that did not arrive.</summary>
internal static class DeliveryAdvice
{
    public static string? For(LedgerItem item, LedgerDelivery delivery, DateTimeOffset now) => delivery.State switch
    {
        SendState.Failed => "The mail service refused it, so it was surely not sent. Mend the cause (address, sender, suppression list), then resend the run: only what failed goes out again.",
        SendState.Unknown => "It may have been sent: the mail service gave no answer. Ask the recipient or look into the mail service's events first; resend it only if it did not arrive.",
        SendState.Pending when item.Held => "Held because the report's sources have gaps. Mend the sources and start a new run.",
        SendState.Pending when delivery.Attempts > 0 => "Refused for now. The run tries it again by itself; if the run has ended, resend it.",
        SendState.Sending when delivery.LeaseUntil <= now => "Its attempt ended without a word. It is settled when the run goes on; if the run has ended, resend it.",
        _ => null,
    };
}
