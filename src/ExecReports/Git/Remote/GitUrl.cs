using System.Text.RegularExpressions;

namespace ExecReports.Git.Remote;

/// <summary>
/// Where a repository is on a server: <c>https://</c>, <c>http://</c>, <c>ssh://</c>, <c>git://</c>, <c>file://</c>, or <c>user@host:path</c>. Nothing else is one: git's own
/// <c>ext::</c> and its kin would run a program. A password in the address is taken out of it at once, and no text of this record holds it.
/// </summary>
public sealed partial record GitUrl
{
    private GitUrl(string address, string scheme, string host)
    {
        Address = address;
        Scheme = scheme;
        Host = host;
    }

    /// <summary>The address without password, and without user where it is no ssh address: it may be logged.</summary>
    public string Address { get; }
    /// <summary>How git talks to it: https, http, ssh, git or file.</summary>
    public string Scheme { get; }
    /// <summary>The host, with its port where one stands there; empty for <c>file://</c>.</summary>
    public string Host { get; }
    /// <summary>Branch, tag or commit behind <c>#</c>; null: the default branch.</summary>
    public string? Reference { get; private init; }
    /// <summary>Folder in the repository, behind <c>#reference:</c>; empty: its root.</summary>
    public string Folder { get; private init; } = "";
    /// <summary>User and password that stood in the address; null: none.</summary>
    internal string? UserInfo { get; private init; }

    /// <summary>Reads an address; null for what is none, a path for example.</summary>
    public static GitUrl? Parse(string location)
    {
        var hash = location.IndexOf('#', StringComparison.Ordinal);
        var address = hash < 0 ? location : location[..hash];
        var behind = hash < 0 ? "" : location[(hash + 1)..];
        var colon = behind.IndexOf(':', StringComparison.Ordinal);
        var reference = colon < 0 ? behind : behind[..colon];
        if (address.Any(char.IsControl) || address.Contains(' ') || reference.StartsWith('-'))
        {
            return null;
        }

        var url = WithScheme(address) ?? (ScpPattern().Match(address) is { Success: true } scp ? new GitUrl(address, "ssh", scp.Groups["host"].Value) : null);
        return url is null ? null : url with { Reference = reference.Length == 0 ? null : reference, Folder = colon < 0 ? "" : behind[(colon + 1)..].Trim('/') };
    }

    /// <summary>The address, with reference and folder where they are set.</summary>
    public override string ToString() => Reference is null && Folder.Length == 0 ? Address : $"{Address}#{Reference}{(Folder.Length == 0 ? "" : ":" + Folder)}";

    private static GitUrl? WithScheme(string address)
    {
        if (SchemePattern().Match(address) is not { Success: true } match)
        {
            return null;
        }

        var scheme = match.Groups["scheme"].Value.ToLowerInvariant();
        var user = match.Groups["user"].Value.TrimEnd('@');
        var host = match.Groups["host"].Value;
        if (host.StartsWith('-') || (host.Length == 0) != (scheme == "file"))
        {
            return null;
        }

        // An ssh address needs its user; a password there is of no use to ssh.
        var shown = scheme == "ssh" && user.Length > 0 ? user.Split(':')[0] + "@" : "";
        return new GitUrl($"{scheme}://{shown}{host}{match.Groups["path"].Value}", scheme, host) { UserInfo = user.Length > 0 && scheme is "https" or "http" ? user : null };
    }

    [GeneratedRegex(@"^(?<scheme>https?|ssh|git|file)://(?<user>[^/@]*@)?(?<host>[^/@]*)(?<path>/.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SchemePattern();

    // user@host:path, as servers show it for ssh. The user is asked for, so that C:\folder and a:b are paths.
    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]*@(?<host>[A-Za-z0-9][A-Za-z0-9.-]*):(?!//)[^:]+$", RegexOptions.CultureInvariant)]
    private static partial Regex ScpPattern();
}
