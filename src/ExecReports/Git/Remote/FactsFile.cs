using System.Globalization;
using System.Text.Json;
using ExecReports.Workspace;

namespace ExecReports.Git.Remote;

/// <summary>
/// An audit that was made elsewhere (<c>execreports collect git</c>) and travels as JSON, for hosts where cloning or native libraries are not wanted. It is an audit of one window: a
/// report may speak about the window's last day or about one of the <see cref="FreshDays"/> days after it, and says the window it shows.
/// </summary>
public static class FactsFile
{
    /// <summary>How old facts may be.</summary>
    public const int FreshDays = 7;

    /// <summary>What the file calls its shape.</summary>
    public const string Format = "execreports git facts 1";

    private const string Ending = ".json";

    /// <summary>Whether a location names a facts file.</summary>
    public static bool Is(string location) => location.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) && GitUrl.Parse(location) is null;

    /// <summary>Writes an audit.</summary>
    public static byte[] Write(GitAudit audit) => JsonSerializer.SerializeToUtf8Bytes(new GitFacts { Format = Format, Audit = audit }, SnapshotJson.Default.GitFacts);

    /// <summary>Reads the facts that a request's path names.</summary>
    /// <exception cref="GitAuditException">The file is missing, no facts file, or of another time.</exception>
    public static async Task<GitAudit> ReadAsync(GitAuditRequest request, CancellationToken cancellationToken)
    {
        if (!File.Exists(request.Path))
            throw new GitAuditException($"{request.Repository}: there is no facts file {request.Path}. Make one with `execreports collect git`.");
        return Parse(await File.ReadAllBytesAsync(request.Path, cancellationToken).ConfigureAwait(false), request);
    }

    /// <summary>Reads the facts of a file's bytes.</summary>
    public static GitAudit Parse(ReadOnlySpan<byte> utf8, GitAuditRequest request)
    {
        GitFacts? facts;
        try
        {
            facts = JsonSerializer.Deserialize(utf8, SnapshotJson.Default.GitFacts);
        }
        catch (JsonException broken)
        {
            throw new GitAuditException($"{request.Repository}:{(broken.LineNumber ?? 0) + 1}: no facts file: {broken.Path ?? "its text"} cannot be read. Write it with `execreports collect git`.", broken);
        }

        if (facts?.Format != Format || facts.Audit is not { } audit)
            throw new GitAuditException($"{request.Repository}: a facts file says \"format\": \"{Format}\", this one {(facts?.Format is { } other ? $"\"{other}\"" : "none")}. Write it with this version's `execreports collect git`.");
        var late = request.AsOf.DayNumber - audit.Until.DayNumber;
        if (late is < 0 or > FreshDays)
            throw new GitAuditException($"{request.Repository}: the facts speak about {Day(audit.Until)}, the report about {Day(request.AsOf)}. Collect them for a day within the {FreshDays} days up to it: `execreports collect git --as-of {Day(request.AsOf)}`.");
        var days = audit.Until.DayNumber - audit.Since.DayNumber;
        if (days != request.WindowDays)
            throw new GitAuditException($"{request.Repository}: the facts are of {days} days, the portfolio's window is {request.WindowDays} (git_window_days). Collect them with --days {request.WindowDays}.");
        return audit with { Repository = request.Repository };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A facts file: its format, and the audit.</summary>
public sealed record GitFacts
{
    /// <summary><see cref="FactsFile.Format"/>.</summary>
    public string? Format { get; init; }
    /// <summary>The audit.</summary>
    public GitAudit? Audit { get; init; }
}
