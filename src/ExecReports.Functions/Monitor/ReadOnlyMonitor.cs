using DurableFunctionsMonitor.DotNetIsolated;

namespace ExecReports.Functions.Monitor;

/// <summary>How the Durable Functions Monitor is shown: histories hold no address and no content, but runs must not be changed behind the ledger's back.</summary>
internal static class ReadOnlyMonitor
{
    /// <summary>Looking only, and only for whom the platform has signed in, whatever DFM_MODE and DFM_NONCE say.</summary>
    public static void Configure(DfmSettings settings, DfmExtensionPoints extensionPoints)
    {
        settings.Mode = DfmMode.ReadOnly;
        settings.DisableAuthentication = false;
    }
}
