using System.Security.Cryptography;
using System.Text.Json;
using ExecReports.Orchestration;

namespace ExecReports.Api.Runs;

/// <summary>Whether a run was started by the same request.</summary>
internal static class SameRequest
{
    public static bool As(RunRequest started, RunBody asked) =>
        started.Reports.SequenceEqual(asked.Request.Reports)
        && started.Entities.SequenceEqual(asked.Request.Entities)
        && started.Group == asked.Request.Group
        && started.AsOf == asked.Request.AsOf
        && started.DryRun == asked.Request.DryRun
        && started.RecipientOverride?.Sha256 == Hash(asked);

    // The addresses are in the workspace; what the history holds of them is the hash of their document.
    private static string? Hash(RunBody asked) => asked.To is null
        ? null
        : Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new RecipientOverride(asked.To), RunJson.Default.RecipientOverride)));
}
