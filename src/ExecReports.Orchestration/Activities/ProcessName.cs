namespace ExecReports.Orchestration.Activities;

/// <summary>A name that no other process that ever delivered has; random, made where the process is put together.</summary>
public sealed record ProcessName(string Value);
