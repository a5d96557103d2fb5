namespace ExecReports.Testing.Aws.Logs;

/// <summary>An event that was taken.</summary>
/// <param name="Group">Log group.</param>
/// <param name="Stream">Log stream.</param>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Message">What it says.</param>
public sealed record LoggedEvent(string Group, string Stream, DateTimeOffset Timestamp, string Message);
