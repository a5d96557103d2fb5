namespace DurableFunctionsMonitor.DotNetIsolated;

/// <summary>Where the monitor can be given providers of one's own; none here.</summary>
public class DfmExtensionPoints;
