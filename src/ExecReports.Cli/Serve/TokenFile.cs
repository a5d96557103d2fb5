using ExecReports.Api.Access;

namespace ExecReports.Cli.Serve;

/// <summary>Reads the token that callers must show.</summary>
internal static class TokenFile
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Reads a file's only line; throws <see cref="UsageException"/> where it cannot be used. The token is not repeated.</summary>
    public static AccessToken Read(string path)
    {
        if (!File.Exists(path))
            throw new UsageException($"--token-file {path}: there is no such file. Make one: openssl rand -hex 32 > {path} && chmod 600 {path}");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
            throw new UsageException($"--token-file {path}: others on this machine may read or change it. Take their rights away: chmod 600 {path}");
        try
        {
            return new AccessToken(File.ReadAllText(path).Trim());
        }
        catch (FormatException fault)
        {
            throw new UsageException($"--token-file {path}: {fault.Message}.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--token-file {path}: it cannot be read ({unreadable.Message}).");
        }
    }
}
