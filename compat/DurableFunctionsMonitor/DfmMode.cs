namespace DurableFunctionsMonitor.DotNetIsolated;

/// <summary>What the monitor allows.</summary>
public enum DfmMode
{
    /// <summary>Everything.</summary>
    Normal = 0,
    /// <summary>Looking only.</summary>
    ReadOnly,
}
