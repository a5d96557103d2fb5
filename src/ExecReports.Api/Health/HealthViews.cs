namespace ExecReports.Api.Health;

/// <summary>The process answers.</summary>
/// <param name="Status">Always <c>ok</c>.</param>
public sealed record HealthView(string Status);

/// <summary>Whether it can work.</summary>
/// <param name="Ready">All parts answer.</param>
/// <param name="Parts">Each part: <c>ok</c> or <c>failing</c>; the log says why.</param>
public sealed record ReadinessView(bool Ready, IReadOnlyDictionary<string, string> Parts);
