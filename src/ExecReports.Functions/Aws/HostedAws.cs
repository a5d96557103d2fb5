using ExecReports.Aws;
using ExecReports.Aws.Identity;
using ExecReports.Aws.Sources;
using ExecReports.Embedded;
using ExecReports.Functions.Settings;
using Microsoft.Extensions.Logging;

namespace ExecReports.Functions.Aws;

/// <summary>What of the app is on AWS, as its settings say. Nothing is called before it is needed.</summary>
internal sealed class HostedAws : IAsyncDisposable
{
    private readonly HostSettings settings;
    private readonly ILoggerFactory loggers;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly WebIdentityCredentials? keyless;
    private AwsSources? sources;
    private AwsDelivery? delivery;

    public HostedAws(HostSettings settings, ILoggerFactory loggers)
    {
        this.settings = settings;
        this.loggers = loggers;
        if (settings.Keyless is var (identity, role) && (settings.Delivery ?? settings.Sources?.Connection) is { } connection)
        {
            var time = settings.Local.Time;
            keyless = new WebIdentityCredentials(new ManagedIdentityTokens(http, identity, time), WebIdentityCredentials.Exchange(connection), role, time);
        }
    }

    /// <summary>Facts from AWS; null: none.</summary>
    public OtherSources? Sources()
    {
        if (settings.Sources is not { } asked)
            return null;

        var from = sources ??= new AwsSources(asked, settings.Local.Time, keyless);
        return new OtherSources
        {
            Portfolio = from.Portfolio,
            Facts = from.Facts,
            Collected = (portfolio, files) => new(from.Inventory(portfolio) ?? files.Inventory, files.Operations.Concat(from.Operations).ToDictionary()),
        };
    }

    /// <summary>The parts, with those on AWS in their place where reports are delivered through it.</summary>
    public LocalParts Deliver(LocalParts parts)
    {
        if (settings.Delivery is not { } asked)
            return parts;

        var aws = delivery ??= AwsDelivery.Make(asked, settings.Local.Time, parts.Process.Value, keyless, loggers);
        // An instance's own disk is not the next instance's.
        return parts.DeliveringBy(aws.Parts) with { Workspace = aws.Workspace };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (delivery is not null)
            await delivery.DisposeAsync();
        sources?.Dispose();
        keyless?.Dispose();
        http.Dispose();
    }
}
