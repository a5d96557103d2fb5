using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ExecReports.Git;

/// <summary>
/// The git program of this machine, called so that nothing in a repository can make it run anything else: the caller's GIT_* variables and the system's and user's settings are
/// left out, and what a repository's own settings could start (pager, fsmonitor, hooks, external diff, text conversion, signature check, transports) is switched off on the command line,
/// which wins over them. Only plumbing that asks for none of these is called, on an explicit git directory, so that git neither searches parent folders nor reads a work tree.
/// </summary>
internal sealed partial class GitExecutable(string path)
{
    /// <summary>The oldest version whose <c>cat-file --batch-command</c> is what the reader needs.</summary>
    public static readonly Version Oldest = new(2, 36);

    private static readonly HashSet<string> _asTheAccountSays = new(StringComparer.OrdinalIgnoreCase)
    {
        "GIT_SSH", "GIT_SSH_COMMAND", "GIT_SSH_VARIANT", "GIT_SSL_CAINFO", "GIT_SSL_CAPATH", "GIT_SSL_CERT", "GIT_SSL_KEY", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
    };

    private static readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _newEnough = new(StringComparer.Ordinal);

    private static readonly string _nothing = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";

    private static readonly string[] _safe =
    [
        "--no-pager",
        "--no-replace-objects",
        "--literal-pathspecs",
        "-c", "core.fsmonitor=false",
        "-c", $"core.hooksPath={_nothing}",
        "-c", $"core.attributesFile={_nothing}",
        "-c", "core.pager=cat",
        "-c", "core.sshCommand=false",
        "-c", "protocol.allow=never",
        "-c", "diff.external=",
        "-c", "log.showSignature=false",
        "-c", "log.showRoot=true",
        "-c", "log.follow=false",
        "-c", "gpg.program=false",
        "-c", "credential.helper=",
    ];

    /// <summary>Where git is on PATH, and new enough; null otherwise.</summary>
    public static async Task<GitExecutable?> FindAsync() => OnPath() is { } git && await git.IsNewEnoughAsync().ConfigureAwait(false) ? git : null;

    /// <summary>Where git is on PATH, of any version; null where it is not. Relative entries of PATH are passed over: they could name a folder of a repository.</summary>
    public static GitExecutable? OnPath()
    {
        var name = OperatingSystem.IsWindows() ? "git.exe" : "git";
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(Path.IsPathFullyQualified).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        return path is null ? null : new GitExecutable(path);
    }

    /// <summary>Whether it is of version <see cref="Oldest"/> or newer. It is asked once in a process.</summary>
    public Task<bool> IsNewEnoughAsync() => _newEnough.GetOrAdd(path, _ => new Lazy<Task<bool>>(AskVersionAsync)).Value;

    private async Task<bool> AskVersionAsync()
    {
        await using var process = GitProcess.Start(StartInfo(["version"]), "git");
        using var output = new StreamReader(process.Output);
        var version = VersionPattern().Match(await process.ReadAsync(output.ReadToEnd, CancellationToken.None).ConfigureAwait(false));
        await process.EndAsync(CancellationToken.None).ConfigureAwait(false);
        return version.Success && Version.Parse(version.Value) >= Oldest;
    }

    /// <summary>Starts git on a repository.</summary>
    public GitProcess Start(GitDirectory directory, params IEnumerable<string> arguments) =>
        GitProcess.Start(StartInfo([$"--git-dir={directory.Path}", .. _safe, .. arguments]), directory.Folder);

    /// <summary>
    /// Starts git so that it talks to one server, on a bare repository of ours. The account's own settings count (credential helpers, proxies, certificates), but nothing is asked
    /// for, no hook is run, and no other protocol than the address's is spoken, also after a redirection.
    /// </summary>
    internal GitProcess StartRemote(string gitDirectory, Remote.GitUrl url, Remote.GitCredentials credentials, params IEnumerable<string> arguments)
    {
        var start = Redirected([
            $"--git-dir={gitDirectory}", "--no-pager", "-c", $"core.hooksPath={_nothing}", "-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "core.fsmonitor=false",
            "-c", "http.lowSpeedLimit=1000", "-c", "http.lowSpeedTime=30", "-c", "fetch.recurseSubmodules=false", .. arguments]);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase) && !_asTheAccountSays.Contains(name)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in credentials.Environment(url))
        {
            start.Environment[name] = value;
        }

        start.Environment["GIT_ALLOW_PROTOCOL"] = url.Scheme;
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_ASKPASS"] = "";
        start.Environment["SSH_ASKPASS"] = "";
        start.Environment["LC_ALL"] = "C";
        return GitProcess.Start(start, url.ToString());
    }

    /// <summary>Starts the log of the window: commits reached from <paramref name="from"/> through commits that are not older than the window's start.</summary>
    public GitProcess StartLog(GitDirectory directory, string from, AuditWindow window) =>
        Start(
            directory,
            "log",
            "-z",
            "--raw",
            "--no-abbrev",
            "--no-renames",
            "--no-relative",
            "--no-ext-diff",
            "--no-textconv",
            "--no-color",
            "--no-show-signature",
            "--no-notes",
            "--no-mailmap",
            "--no-decorate",
            "--ignore-submodules=none",
            $"-O{_nothing}",
            "--encoding=UTF-8",
            $"--max-age={window.SinceSeconds.ToString(CultureInfo.InvariantCulture)}",
            $"--format=tformat:{GitLogParser.Format}",
            from,
            "--");

    private ProcessStartInfo StartInfo(IEnumerable<string> arguments)
    {
        var start = Redirected(arguments);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_SYSTEM"] = _nothing;
        start.Environment["GIT_CONFIG_GLOBAL"] = _nothing;
        start.Environment["GIT_ATTR_NOSYSTEM"] = "1";
        start.Environment["GIT_GRAFT_FILE"] = _nothing;
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        // Output is read as one stream to its end: a flush after each commit would only cost a system call and a switch between two processes.
        start.Environment["GIT_FLUSH"] = "0";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        // A repository's protocol.<name>.allow would win over protocol.allow=never; over this variable it does not.
        start.Environment["GIT_ALLOW_PROTOCOL"] = "none";
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    private ProcessStartInfo Redirected(IEnumerable<string> arguments) => new(path, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
        CreateNoWindow = true,
    };

    [GeneratedRegex(@"\d+\.\d+")]
    private static partial Regex VersionPattern();
}
