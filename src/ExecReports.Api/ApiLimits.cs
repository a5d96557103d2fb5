namespace ExecReports.Api;

/// <summary>Bounds on what a caller may ask for.</summary>
public sealed record ApiLimits
{
    /// <summary>Largest body of a request, in bytes. Default 64 KiB.</summary>
    public int BodyBytes { get; init; } = 64 * 1024;
    /// <summary>Entries on a page where the caller names no limit. Default 20.</summary>
    public int PageSize { get; init; } = 20;
    /// <summary>Most entries on a page. Default 100.</summary>
    public int LargestPage { get; init; } = 100;
    /// <summary>Run starts that one process takes within <see cref="StartsWithin"/>. Default 30.</summary>
    public int Starts { get; init; } = 30;
    /// <summary>The window of <see cref="Starts"/>. Default one minute.</summary>
    public TimeSpan StartsWithin { get; init; } = TimeSpan.FromMinutes(1);
    /// <summary>How old a list of runs may be that is handed out again. Default half a second.</summary>
    public TimeSpan RunListAge { get; init; } = TimeSpan.FromSeconds(0.5);
    /// <summary>Most runs that are looked at for a list. Default 10,000.</summary>
    public int MostRuns { get; init; } = 10_000;
}
