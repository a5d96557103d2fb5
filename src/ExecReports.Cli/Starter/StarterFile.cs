namespace ExecReports.Cli.Starter;

/// <summary>A file of a starter portfolio.</summary>
/// <param name="Path">Where it goes, relative to the portfolio's folder, with forward slashes.</param>
/// <param name="Text">Its text.</param>
internal sealed record StarterFile(string Path, string Text);
