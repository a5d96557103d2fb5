using System.Globalization;
using System.Security.Cryptography;

namespace ExecReports.Orchestration;

/// <summary>Ids of on-demand runs: they sort by time and say when the run was asked for.</summary>
public static class RunIds
{
    /// <summary>A new id, such as <c>20261124T201500Z-5f3a9c</c>.</summary>
    public static string New(TimeProvider time, RandomNumberGenerator random) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}-{RandomDigits.Of(random, 6)}");
}
