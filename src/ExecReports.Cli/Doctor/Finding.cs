namespace ExecReports.Cli.Doctor;

/// <summary>How grave a finding is.</summary>
internal enum FindingLevel
{
    /// <summary>As it should be.</summary>
    Good,
    /// <summary>Nothing is missing; it could be written better.</summary>
    Hint,
    /// <summary>A run works, and something in its reports is less than it could be.</summary>
    Warning,
    /// <summary>A run, or a part of it, would fail; or a value that somebody wrote counts as unknown.</summary>
    Fault,
}

/// <summary>One thing that was checked.</summary>
/// <param name="Level">How grave it is.</param>
/// <param name="Where">File and line, folder, repository.</param>
/// <param name="What">What was found and, where it is not good, what would be right.</param>
internal sealed record Finding(FindingLevel Level, string Where, string What);
