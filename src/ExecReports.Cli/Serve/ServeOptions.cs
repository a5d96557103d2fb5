using ExecReports.Api;
using ExecReports.Api.Access;

namespace ExecReports.Cli.Serve;

/// <summary>How `serve` is reached.</summary>
internal sealed record ServeOptions
{
    /// <summary>Where it listens.</summary>
    public required ListenAddress Listen { get; init; }
    /// <summary>What callers must show; null: nothing, on loopback only.</summary>
    public AccessToken? Token { get; init; }
    /// <summary>Names beside its address under which it is called.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];
    /// <summary>What one caller may ask for.</summary>
    public ApiLimits Limits { get; init; } = new();

    /// <summary>What callers must bring, once the port is known.</summary>
    public AccessRules Rules(int port)
    {
        IEnumerable<string> names = Listen.IsAny ? [] : [Listen.Shown(port)];
        if (Listen.IsLoopback || Listen.IsAny)
            names = [.. names, $"localhost:{port}", $"127.0.0.1:{port}", $"[::1]:{port}"];
        // A proxy in front may use the usual ports, which browsers leave out.
        return new AccessRules(names.Concat(Hosts.SelectMany(host => (string[])[host, $"{host}:{port}"])).Select(name => name.ToLowerInvariant()).ToHashSet(), Token);
    }
}
