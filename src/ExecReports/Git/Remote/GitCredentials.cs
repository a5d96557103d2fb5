using System.Text;

namespace ExecReports.Git.Remote;

/// <summary>
/// Who reads which git server: <c>host=token</c> or <c>host=user:token</c>, several separated by commas (setting <c>EXECREPORTS_GIT_CREDENTIALS</c>). A token goes to its own host only,
/// over https (or to this machine), as a header that git takes from its environment: it stands in no address, no command line and no repository's settings.
/// </summary>
public sealed class GitCredentials
{
    private readonly IReadOnlyDictionary<string, string> byHost;

    private GitCredentials(IReadOnlyDictionary<string, string> byHost) => this.byHost = byHost;

    /// <summary>None: what git's own settings of this account give (credential helpers, ssh keys) is used.</summary>
    public static GitCredentials None { get; } = new(new Dictionary<string, string>());

    /// <summary>Reads the setting; a fault names the place and repeats nothing.</summary>
    /// <exception cref="FormatException">A part is no <c>host=token</c>.</exception>
    public static GitCredentials Parse(string? setting)
    {
        var byHost = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var parts = (setting ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var place = 0; place < parts.Length; place++)
        {
            var equals = parts[place].IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == parts[place].Length - 1 || parts[place][..equals].Contains('/'))
                throw new FormatException($"part {place + 1} of {parts.Length} is not host=token, or host=user:token, such as git.example.com=reader:token");
            var secret = parts[place][(equals + 1)..];
            byHost[parts[place][..equals].Trim()] = secret.Contains(':') ? secret : "x-access-token:" + secret;
        }

        return new GitCredentials(byHost);
    }

    /// <summary>Git's settings for an address, as names and values of its environment; empty where there is nothing to say.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Environment(GitUrl url)
    {
        var local = url.Scheme == "http" && (url.Host.Split(':')[0] is "127.0.0.1" or "localhost");
        var secret = url.UserInfo is { } user ? user.Contains(':') ? Uri.UnescapeDataString(user) : Uri.UnescapeDataString(user) + ":" : byHost.GetValueOrDefault(url.Host);
        if (secret is null || (url.Scheme != "https" && !local))
            return [];
        return
        [
            new("GIT_CONFIG_COUNT", "1"),
            new("GIT_CONFIG_KEY_0", $"http.{url.Scheme}://{url.Host}/.extraHeader"),
            new("GIT_CONFIG_VALUE_0", "Authorization: Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))),
        ];
    }
}
