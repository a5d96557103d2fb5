using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ExecReports.Cli;

/// <summary>A web app of this process while it listens.</summary>
internal sealed class ListeningApp : IAsyncDisposable
{
    // What a person waits for after Ctrl+C.
    private static readonly TimeSpan ToStop = TimeSpan.FromSeconds(1);
    private readonly WebApplication app;

    private ListeningApp(WebApplication app, Uri address)
    {
        this.app = app;
        Address = address;
    }

    /// <summary>Where it is reached; a port that the system chose is in it.</summary>
    public Uri Address { get; }

    /// <summary>Starts an app, which is disposed of with this, or at once where it cannot listen.</summary>
    /// <param name="app">The app.</param>
    /// <param name="refused">Says what is wrong, and what would be right, from what the system said.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="UsageException">The address cannot be listened on.</exception>
    public static async Task<ListeningApp> StartAsync(WebApplication app, Func<string, string> refused, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException inUse)
        {
            await app.DisposeAsync();
            throw new UsageException(refused(inUse.Message));
        }

        return new ListeningApp(app, new Uri(
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(ToStop);
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
    }
}
