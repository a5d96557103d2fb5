namespace ExecReports.Git;

/// <summary>
/// How many texts an audit reads. Within the limits all files of the tip and those that differ at the window's start are read; beyond them debt marks are unknown, and
/// suspected secrets are looked for in the files that the window touched only, the last touched first, as far as the limits go. Files that pin runtimes are read in both cases.
/// </summary>
internal static class TextLimits
{
    /// <summary>Most files.</summary>
    public const int Files = 500;
    /// <summary>Most bytes of one file; a larger one is passed over (and counts no debt marks).</summary>
    public const int FileBytes = 256 * 1024;
    /// <summary>Most bytes together, for one tree.</summary>
    public const long TotalBytes = 2 * 1024 * 1024;
    /// <summary>Most entries of a tree listing: a repository above it (or one made to explode) is refused.</summary>
    public const int TreeEntries = 1_000_000;
    /// <summary>Most commits that are followed, first parent by first parent, from the window's start to a year ago.</summary>
    public const int CommitsToYearAgo = 1_000;
    /// <summary>After so many of them the way behind is compared with the way ahead.</summary>
    public const int CommitsToSeePace = 100;
    /// <summary>A way of more than so many times the way behind is not followed further.</summary>
    public const int PacesToYearAgo = 20;
    /// <summary>Most levels of folders.</summary>
    public const int TreeDepth = 200;
}
