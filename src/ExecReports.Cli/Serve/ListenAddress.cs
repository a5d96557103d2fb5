using System.Globalization;
using System.Net;

namespace ExecReports.Cli.Serve;

/// <summary>Where `serve` listens.</summary>
/// <param name="Address">The address.</param>
/// <param name="Port">The port; 0: the system chooses one.</param>
internal sealed record ListenAddress(IPAddress Address, int Port)
{
    /// <summary>Loopback, which nobody outside of this machine reaches.</summary>
    public const string Default = "127.0.0.1:8088";

    /// <summary>Whether only this machine can reach it.</summary>
    public bool IsLoopback => IPAddress.IsLoopback(Address);

    /// <summary>Whether it stands for every address of the machine.</summary>
    public bool IsAny => Address.Equals(IPAddress.Any) || Address.Equals(IPAddress.IPv6Any);

    /// <summary>Reads <c>127.0.0.1:8088</c>, <c>[::1]:8088</c>, <c>localhost:8088</c>, or a port alone.</summary>
    public static ListenAddress Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.StartsWith("localhost", StringComparison.OrdinalIgnoreCase))
            trimmed = "127.0.0.1" + trimmed["localhost".Length..];
        if (trimmed.All(char.IsAsciiDigit))
            trimmed = $"127.0.0.1:{trimmed}";
        return IPEndPoint.TryParse(trimmed, out var place) && trimmed.LastIndexOf(':') > trimmed.LastIndexOf(']') && trimmed.Contains(':') && !(trimmed.Count(letter => letter == ':') > 1 && !trimmed.Contains(']'))
            ? new ListenAddress(place.Address, place.Port)
            : throw new UsageException($"--listen '{text}' is no address with a port; write it as {Default}, [::1]:8088, or 8088 alone.");
    }

    /// <summary>As it stands in a URL and in a Host header.</summary>
    public string Shown(int port) => Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
        ? string.Create(CultureInfo.InvariantCulture, $"[{Address}]:{port}")
        : string.Create(CultureInfo.InvariantCulture, $"{Address}:{port}");
}
