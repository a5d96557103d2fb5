namespace ExecReports.Cli.Samples;

/// <summary>A history file cannot be read; the message names file and line, what stands there, and what would be right.</summary>
public sealed class HistoryFormatException(string file, int line, string found, string expected)
    : Exception($"{file}:{line}: {found}; expected {expected}");
