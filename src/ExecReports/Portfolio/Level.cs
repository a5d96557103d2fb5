namespace ExecReports.Portfolio;

/// <summary>A three-step grade as written in a handoff: effort, reach.</summary>
public enum Level
{
    /// <summary>Low, small, easy.</summary>
    Low = 1,
    /// <summary>Medium, moderate.</summary>
    Medium = 2,
    /// <summary>High, large, hard.</summary>
    High = 3,
}
