namespace ExecReports.Portfolio;

/// <summary>What the date of a handoff's line was taken from.</summary>
public enum LineDate
{
    /// <summary>The last commit that touched the line.</summary>
    Commit,
    /// <summary>The front matter (<c>updated</c>).</summary>
    FrontMatter,
    /// <summary>The file's own date, as the lines are not in git: no line is younger, each may be older.</summary>
    File,
    /// <summary>A date in the heading of its section.</summary>
    Heading,
}
