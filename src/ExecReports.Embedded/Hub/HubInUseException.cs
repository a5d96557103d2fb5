namespace ExecReports.Embedded.Hub;

/// <summary>Another process works on this journal. Nothing was read or changed.</summary>
/// <param name="lockFile">The lock file that the other process holds.</param>
/// <param name="inner">What the operating system answered.</param>
public sealed class HubInUseException(string lockFile, Exception? inner = null)
    : HubException($"{lockFile}: another run or server is working on this folder. Wait until it ends, stop it, or use another folder (--out).", lockFile, inner);
