namespace ExecReports.Reports.Changes;

/// <summary>An item that has come, gone, or changed its money since the last report.</summary>
/// <param name="Item">The item; for one that has gone, as the last report had it.</param>
/// <param name="Days">Days for which it has been open, or was.</param>
/// <param name="LowBefore">Lower end of its money in the last report, where that is what changed.</param>
/// <param name="HighBefore">Upper end of it.</param>
public sealed record ItemMove(OpenItem Item, int Days, decimal? LowBefore = null, decimal? HighBefore = null);
