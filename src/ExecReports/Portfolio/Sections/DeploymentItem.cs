namespace ExecReports.Portfolio.Sections;

/// <summary>Something that is (said to be) deployed (section Deployment).</summary>
public sealed record DeploymentItem : HandoffRow
{
    /// <summary>What: site, API, environment.</summary>
    public required string Target { get; init; }
    /// <summary>Where: a host, URL or AWS resource.</summary>
    public string? Where { get; init; }
    /// <summary>State as written: live, staging, paused.</summary>
    public string? Status { get; init; }
    /// <summary>How often it is released, as written: weekly, on demand.</summary>
    public string? Cadence { get; init; }
    /// <summary>The last deployment that the handoff claims.</summary>
    public DateOnly? LastDeployed { get; init; }
}
