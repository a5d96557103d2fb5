using System.Text;
using System.Text.RegularExpressions;

namespace ExecReports.Git.Remote;

/// <summary>
/// A bare repository of ours that follows one on a server. Branches and tags come with all their commits and trees (where the server can leave texts out), the texts of files only
/// when an audit asks for them: at most the tip's and the window's. What was fetched once is kept; the next time only what is new comes. A repository that could not be fetched whole
/// the first time is not left half: it is made beside its place and moved there.
/// </summary>
internal sealed partial class GitMirror(GitExecutable git, GitUrl url, string folder, GitCredentials credentials)
{
    /// <summary>The file that tells a mirror of ours.</summary>
    public const string Mark = "execreports-mirror";

    private const string Plain = "[core]\n\trepositoryformatversion = 0\n\tbare = true\n";
    private const int SaidLength = 300;

    /// <summary>The bare repository's folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>Fetches what is new; branches and tags that are gone at the server are gone here.</summary>
    /// <exception cref="TransientException">The server does not answer.</exception>
    /// <exception cref="GitAuditException">The server refuses, or there is no such repository.</exception>
    public async Task UpdateAsync(bool withTexts, CancellationToken cancellationToken)
    {
        if (Directory.Exists(Folder))
        {
            await FetchAllAsync(Folder, withTexts, cancellationToken).ConfigureAwait(false);
            return;
        }

        var fresh = $"{Folder}.new-{Environment.ProcessId}";
        Remove(fresh);
        try
        {
            Make(fresh);
            await FetchAllAsync(fresh, withTexts, cancellationToken).ConfigureAwait(false);
            Directory.Move(fresh, Folder);
        }
        catch (IOException) when (Directory.Exists(Folder))
        {
            // Another process was first.
        }
        finally
        {
            Remove(fresh);
        }
    }

    /// <summary>Fetches texts by their hashes.</summary>
    public Task FetchTextsAsync(IReadOnlyList<string> blobs, CancellationToken cancellationToken) =>
        WithPromisorAsync(Folder, () => RunAsync(
            Folder, string.Join('\n', blobs) + "\n", cancellationToken,
            "-c", "fetch.negotiationAlgorithm=noop", "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no", "--filter=blob:none", "--stdin", url.Address));

    /// <summary>The commit that a branch, a tag or a hash names; null if there is none.</summary>
    public async Task<string?> ResolveAsync(string reference, CancellationToken cancellationToken)
    {
        string[] names = reference == "HEAD" ? ["HEAD"] : [$"refs/heads/{reference}", $"refs/tags/{reference}", reference];
        foreach (var name in names)
        {
            await using var process = git.Start(GitDirectory.Find(Folder), "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
            using var output = new StreamReader(process.Output);
            var commit = (await output.ReadToEndAsync(cancellationToken).ConfigureAwait(false)).Trim();
            if ((await process.EndAsync(cancellationToken).ConfigureAwait(false)).ExitCode == 0 && commit.Length is 40 or 64)
            {
                return commit;
            }
        }

        return null;
    }

    /// <summary>Writes the files of a commit into a folder, each with the time of the last commit that touched it.</summary>
    public async Task WriteFilesAsync(string commit, string folder, CancellationToken cancellationToken)
    {
        var directory = GitDirectory.Find(Folder);
        await using var log = git.Start(directory, "log", "-z", "--name-only", "--no-renames", "--no-ext-diff", "--no-color", "--no-show-signature", "--diff-merges=first-parent", MirrorFiles.LogFormat, commit, "--");
        using var changes = new StreamReader(log.Output);
        var changed = MirrorFiles.ReadChanges(await changes.ReadToEndAsync(cancellationToken).ConfigureAwait(false));
        await log.FinishAsync(cancellationToken).ConfigureAwait(false);

        await using var archive = git.Start(directory, "archive", "--format=tar", commit);
        await MirrorFiles.UnpackAsync(archive.Output, folder, changed, cancellationToken).ConfigureAwait(false);
        await archive.FinishAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task FetchAllAsync(string folder, bool withTexts, CancellationToken cancellationToken)
    {
        // What HEAD names there is the default branch; a server that does not say so leaves it to main or master.
        var heads = await RunAsync(folder, "", cancellationToken, "ls-remote", "--symref", "--", url.Address, "HEAD").ConfigureAwait(false);
        if (HeadPattern().Match(heads) is { Success: true } head)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "HEAD"), $"ref: {head.Groups["name"].Value}\n", cancellationToken).ConfigureAwait(false);
        }

        IEnumerable<string> fetch = ["fetch", "--quiet", "--no-tags", "--prune", "--force", "--no-write-fetch-head", "--recurse-submodules=no"];
        string[] refs = ["+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"];
        if (withTexts)
        {
            await RunAsync(folder, "", cancellationToken, [.. fetch, "--", url.Address, .. refs]).ConfigureAwait(false);
        }
        else
        {
            await WithPromisorAsync(folder, () => RunAsync(folder, "", cancellationToken, [.. fetch, "--filter=blob:none", "--", url.Address, .. refs])).ConfigureAwait(false);
        }
    }

    // Git leaves texts out only from a server that promises to give them later. Between two fetches nothing here says so: whoever reads the mirror can never make git fetch.
    private static async Task WithPromisorAsync(string folder, Func<Task> fetch)
    {
        try
        {
            await fetch().ConfigureAwait(false);
        }
        finally
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "config"), Plain, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task<string> RunAsync(string folder, string input, CancellationToken cancellationToken, params string[] arguments)
    {
        await using var process = git.StartRemote(folder, url, credentials, arguments);
        try
        {
            await process.Input.WriteAsync(Encoding.ASCII.GetBytes(input), cancellationToken).ConfigureAwait(false);
            await process.Input.FlushAsync(cancellationToken).ConfigureAwait(false);
            process.EndInput();
        }
        catch (IOException)
        {
            // It ended before it read: its own words follow.
        }

        using var output = new StreamReader(process.Output);
        var text = await output.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        var (code, said) = await process.EndAsync(cancellationToken).ConfigureAwait(false);
        return code == 0 ? text : throw Failure(url, said);
    }

    /// <summary>What git's words mean: something that may pass, or something that somebody has to mend.</summary>
    internal static Exception Failure(GitUrl url, string said)
    {
        said = UserPattern().Replace(said, "//");
        var words = said.Length == 0 ? "it said nothing" : said.Length > SaidLength ? said[..SaidLength] + "…" : said;
        if (PassingPattern().IsMatch(said))
        {
            return new TransientException($"{url}: the git server could not be reached: {words}");
        }

        var advice = RefusedPattern().IsMatch(said)
            ? "Check the address, and give this account access: EXECREPORTS_GIT_CREDENTIALS (host=token), a credential helper, or an ssh key."
            : "Try `git ls-remote` on that address from this account.";
        return new GitAuditException($"{url}: the git server did not give the repository: {words}. {advice}");
    }

    private static void Make(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "objects"));
        Directory.CreateDirectory(Path.Combine(folder, "refs"));
        File.WriteAllText(Path.Combine(folder, "HEAD"), "ref: refs/heads/main\n");
        File.WriteAllText(Path.Combine(folder, "config"), Plain);
        File.WriteAllText(Path.Combine(folder, Mark), "A mirror of ExecReports: it may be deleted, and is then fetched anew.\n");
    }

    private static void Remove(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        // Git writes packs read-only, which some systems do not delete.
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex(@"^ref: (?<name>refs/heads/[^\s]+)\tHEAD", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex HeadPattern();

    [GeneratedRegex(@"//[^/\s@']*@", RegexOptions.CultureInvariant)]
    private static partial Regex UserPattern();

    [GeneratedRegex(@"could not resolve host|(failed|unable|couldn.t) (to )?connect|timed out|connection refused|connection reset|early eof|hung up|returned error: 5\d\d|returned error: 429|network is unreachable|temporary failure|too slow", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PassingPattern();

    [GeneratedRegex(@"authentication failed|could not read username|permission denied|returned error: 40[134]|not found|does not exist|access denied|not appear to be a git repository|terminal prompts disabled|host key verification", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RefusedPattern();
}
