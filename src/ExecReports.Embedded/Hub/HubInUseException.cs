namespace ExecReports.Embedded.Hub;

/// <summary>Another process works on this journal. Nothing was read or changed.</summary>
/// <param name="lockFile">The lock file that the other process holds.</param>
/// <param name="inner">What the operating system answered.</param>
public sealed class HubInUseException(string lockFile, Exception? inner = null)
    : HubException($"{lockFile}: another run is working on this folder. Wait until it ends, or give this run a folder of its own.", lockFile, inner);
