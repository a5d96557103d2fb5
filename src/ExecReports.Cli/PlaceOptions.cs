using System.CommandLine;
using ExecReports.Embedded;
using ExecReports.Portfolio;

namespace ExecReports.Cli;

/// <summary>Options that say where things are; every command has them.</summary>
public sealed class PlaceOptions
{
    private readonly Func<string, string?> environment;

    /// <summary>Makes the options; their defaults come from the environment.</summary>
    public PlaceOptions(Func<string, string?> environment)
    {
        this.environment = environment;
        Portfolio.Description = "The portfolio: a folder (agent_handoffs/projects/*.md in it), a git address (https://…#branch:folder), or s3://bucket/prefix. Default: $EXECREPORTS_PORTFOLIO, else the current folder.";
        Out.Description = "Where everything goes: archive, outbox, ledger, journal. Default: $EXECREPORTS_OUT, else ./out.";
        Env.Description = "A repos.env file with settings (NAME=value a line). Default: $EXECREPORTS_ENV.";
        Deliver.Description = "Where reports are kept and mailed from: local (files of the output folder; nothing leaves this machine) or aws (S3, DynamoDB, SES). Default: $EXECREPORTS_DELIVER, else local.";
        Set.Description = "A setting for this command alone, before environment and settings file: --set REPORT_BUCKET=reports. May be repeated.";
        Json.Description = "Print one JSON document instead of text.";
    }

    /// <summary><c>--portfolio</c></summary>
    public Option<string?> Portfolio { get; } = new("--portfolio", "-p") { HelpName = "folder", Recursive = true };
    /// <summary><c>--out</c></summary>
    public Option<string?> Out { get; } = new("--out", "-o") { HelpName = "folder", Recursive = true };
    /// <summary><c>--env</c></summary>
    public Option<string?> Env { get; } = new("--env") { HelpName = "file", Recursive = true };
    /// <summary><c>--deliver</c></summary>
    public Option<string?> Deliver { get; } = new("--deliver") { HelpName = "local|aws", Recursive = true };
    /// <summary><c>--set</c></summary>
    public Option<string[]> Set { get; } = new("--set") { HelpName = "NAME=value", Recursive = true };
    /// <summary><c>--json</c></summary>
    public Option<bool> Json { get; } = new("--json") { Recursive = true };

    /// <summary>Resolves them: command line, then environment, then the env file, then defaults.</summary>
    public Places Resolve(ParseResult parsed)
    {
        var envFile = parsed.GetValue(Env) ?? environment("EXECREPORTS_ENV");
        var file = envFile is null ? EnvFile.Empty : EnvFile.Read(envFile);
        var appSettings = AppSettingsFile.ReadIfThere(AppSettingsFile.Name);
        var set = NamedValues.Parse(parsed.GetValue(Set) ?? []);
        string? Setting(string name) => set.GetValueOrDefault(name) is { Length: > 0 } given ? given
            : environment(name) is { Length: > 0 } value ? value
            : file.Get(name) ?? appSettings.GetValueOrDefault(name);
        return new Places(
            PortfolioPlace.Full(parsed.GetValue(Portfolio) ?? Setting("EXECREPORTS_PORTFOLIO") ?? "."),
            Path.GetFullPath(parsed.GetValue(Out) ?? Setting("EXECREPORTS_OUT") ?? "out"),
            parsed.GetValue(Json),
            Setting)
        {
            DeliversThroughAws = DeliveryPlace.IsAws(parsed.GetValue(Deliver) ?? Setting("EXECREPORTS_DELIVER")),
        };
    }
}

/// <summary>Where things are.</summary>
/// <param name="Portfolio">The portfolio's folder, absolute, or its address on a git server or in S3, which may hold a password: it is never shown.</param>
/// <param name="Out">The output folder, absolute.</param>
/// <param name="Json">Whether to print JSON.</param>
/// <param name="Setting">A named setting from the environment or the env file.</param>
public sealed record Places(string Portfolio, string Out, bool Json, Func<string, string?> Setting)
{
    /// <summary>Whether reports are kept and mailed from AWS.</summary>
    public bool DeliversThroughAws { get; init; }

    /// <summary>Opens the output folder, and what is on AWS where that was asked for.</summary>
    public async Task<LocalReports> OpenAsync(CancellationToken cancellationToken) => LocalReports.Open(await FetchAsync(cancellationToken), parts => DeliveryPlace.Use(this, parts));

    /// <summary>The same for the parts of one machine, for a command that does not read the portfolio.</summary>
    /// <exception cref="UsageException">A setting cannot be taken.</exception>
    public LocalOptions ToLocal()
    {
        try
        {
            return new(Portfolio, Out) { Mail = MailSettingsReader.Read(Setting), Git = PortfolioPlace.Credentials(Setting), Other = SourcesPlace.Of(this) };
        }
        catch (SettingsException refused)
        {
            throw new UsageException(refused.Faults);
        }
    }

    /// <summary>The same for a command that reads the portfolio: one that is elsewhere is fetched first.</summary>
    /// <exception cref="PortfolioException">It cannot be fetched.</exception>
    public async Task<LocalOptions> FetchAsync(CancellationToken cancellationToken) => await PortfolioPlace.FetchAsync(ToLocal(), cancellationToken);
}
