namespace ExecReports.Delivery;

/// <summary>A report that is loaded only when its turn comes, so that memory holds no more of them than are delivered at once (<see cref="DeliveryOptions.Parallel"/>).</summary>
/// <param name="ReportType">Its type.</param>
/// <param name="LoadAsync">Loads it; called again for each later try, and must yield the same bytes.</param>
public sealed record ReportToDeliver(string ReportType, Func<CancellationToken, Task<ReportPackage>> LoadAsync);
