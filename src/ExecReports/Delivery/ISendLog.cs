namespace ExecReports.Delivery;

/// <summary>One attempt to send a mail, and what came of it.</summary>
/// <param name="Time">When it ended, UTC.</param>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="ReportType">The report; null: the mail does not say.</param>
/// <param name="RunId">The run; null: the mail does not say.</param>
/// <param name="Recipient">Who gets it. A log shows the id, which derives from the address, and the address only where it is set to.</param>
/// <param name="Outcome">What came of it; no address in its reason.</param>
/// <param name="Took">How long the mail service took.</param>
public sealed record SendLogEntry(DateTimeOffset Time, string DeliveryId, string? ReportType, string? RunId, Recipient Recipient, SendOutcome Outcome, TimeSpan Took);

/// <summary>A log of sends. It is told of each and never hinders one: writing returns at once and does not throw.</summary>
public interface ISendLog
{
    /// <summary>Writes an entry.</summary>
    void Write(SendLogEntry entry);
}
