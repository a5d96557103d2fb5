using System.Security.Cryptography;

namespace ExecReports.Orchestration;

/// <summary>Random hexadecimal digits, in lower case.</summary>
internal static class RandomDigits
{
    /// <summary>An even number of them.</summary>
    public static string Of(RandomNumberGenerator random, int count)
    {
        var bytes = new byte[count / 2];
        random.GetBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
