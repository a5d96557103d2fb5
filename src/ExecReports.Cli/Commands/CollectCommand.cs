using System.CommandLine;
using ExecReports.Embedded;
using ExecReports.Git;
using ExecReports.Git.Remote;
using ExecReports.Portfolio;

namespace ExecReports.Cli.Commands;

/// <summary><c>collect git</c>: audits a repository where it is, and writes the facts for a host that cannot reach it.</summary>
internal static class CollectCommand
{
    private static readonly Option<string?> Facts = new("--facts") { Description = "The facts file to write; without it they go to standard output.", HelpName = "file" };
    private static readonly Option<string?> AsOf = RunOptions.AsOf();

    public static Command Make(PlaceOptions places)
    {
        var repository = new Argument<string>("repository") { Description = "A folder, or an address on a git server." };
        var git = new CliCommand(
            "git", "Audits a repository and writes what it found as a facts file; a handoff names that file in place of the repository.",
            ("collect git ../shop-site --facts facts/shop-site.json", "`repositories: [facts/shop-site.json]` in the handoff"),
            ("collect git https://git.example.com/shop.git --as-of 2026-11-24", "for the reports of a past day"))
        {
            repository, Facts, AsOf,
        };
        git.SetAction((parsed, cancellationToken) => CollectAsync(
            places.Resolve(parsed), parsed.GetRequiredValue(repository), parsed.GetValue(Facts), RunOptions.ParseDay(parsed.GetValue(AsOf)), cancellationToken));
        return new CliCommand("collect", "Collects facts here for a host that cannot.") { git };
    }

    private static async Task<int> CollectAsync(Places places, string repository, string? facts, DateOnly? asOf, CancellationToken cancellationToken)
    {
        if (facts is not null && !FactsFile.Is(facts))
            throw new UsageException($"--facts {facts}: a facts file's name ends in .json, by which a handoff's reader knows it.");

        // Zone, window and date are the portfolio's, so that the facts fit its reports.
        var options = await places.FetchAsync(cancellationToken);
        var settings = new PortfolioReader(options.Portfolio).ReadSettings();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
        var url = GitUrl.Parse(repository);
        var day = asOf ?? settings.AsOf ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(options.Time.GetUtcNow(), zone).DateTime);
        GitAudit audit;
        try
        {
            audit = await LocalRepositories.Auditor(options).AuditAsync(
                new GitAuditRequest(url?.ToString() ?? repository, url is null ? Path.GetFullPath(repository) : repository, day, settings.Thresholds.GitWindowDays, settings.Thresholds.StaleBranchDays, zone),
                cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is GitAuditException or TransientException)
        {
            Console.Error.WriteLine(unreadable.Message);
            return ExitCodes.Failures;
        }

        var bytes = FactsFile.Write(audit);
        if (facts is null)
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(bytes, cancellationToken);
            return ExitCodes.Done;
        }

        var path = Path.GetFullPath(facts);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, bytes, cancellationToken);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--facts {path} cannot be written ({unwritable.Message.TrimEnd('.')}). Name a file in a folder that this user may write to.");
        }

        Console.Error.WriteLine($"{audit.Commits} commits from {audit.Since:yyyy-MM-dd} to {audit.Until:yyyy-MM-dd}, written to {path}");
        return ExitCodes.Done;
    }
}
