namespace ExecReports.Git.Lines;

/// <summary>A line of a file as a commit has it.</summary>
/// <param name="Text">Its bytes, one character each, without the line break.</param>
/// <param name="Commit">The last commit that touched it.</param>
/// <param name="CommittedAt">That commit's committer date, seconds since 1970 UTC.</param>
internal sealed record CommittedLine(string Text, string Commit, long CommittedAt);
