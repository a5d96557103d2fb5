namespace ExecReports.Delivery;

/// <summary>Somebody who gets a report. The id stands in the orchestration history and in logs, the address never does.</summary>
/// <param name="Id">Derived from the address (first 12 hex digits of its SHA-256, lower case), so that it is stable and says nothing.</param>
/// <param name="Address">The mail address; no CR, LF or other control character.</param>
public sealed record Recipient(string Id, string Address);
