using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ExecReports.Testing.Aws.Wire;

/// <summary>
/// A server on a free port of 127.0.0.1 that records each request and lets planned things go wrong with it. What it answers is a function: of a stand-in
/// (<see cref="Ses.SesServer"/>, <see cref="Logs.LogsServer"/>), or of another server behind it (<see cref="FaultProxy"/>).
/// </summary>
public sealed class FaultyServer : IAsyncDisposable
{
    readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    readonly ConcurrentQueue<(ReceivedRequest Request, Fault Fault)> _faults = new();
    readonly Func<ReceivedRequest, CancellationToken, Task<Answer>> _answer;
    readonly WebApplication _app;
    readonly IDisposable? _owned;
    int _count;

    FaultyServer(Func<ReceivedRequest, CancellationToken, Task<Answer>> answer, IDisposable? owned)
    {
        (_answer, _owned) = (answer, owned);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        _app = builder.Build();
        _app.Run(ServeAsync);
    }

    /// <summary>Where it listens, a slash at the end.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>Which fault a request meets; asked once for each, perhaps by several threads.</summary>
    public Func<ReceivedRequest, Fault> Plan { get; set; } = _ => Fault.None;

    /// <summary>What of a request is recorded.</summary>
    public Func<ReceivedRequest, ReceivedRequest> Keep { get; set; } = request => request;

    /// <summary>Every request waits so long before anything else happens to it.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Where it is set, a request waits until no other is being served by any server with the same object, its <see cref="Delay"/> included: one call after the other, whatever the client does.</summary>
    public SemaphoreSlim? Turn { get; set; }

    /// <summary>How late the answer is where it is <see cref="Fault.Slow"/>.</summary>
    public TimeSpan SlowBy { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>What came, in order.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    /// <summary>What went wrong, in order.</summary>
    public IReadOnlyList<(ReceivedRequest Request, Fault Fault)> Faults => [.. _faults];

    /// <summary>Starts one.</summary>
    /// <param name="answer">Answers a request; what it throws becomes 500.</param>
    /// <param name="owned">Disposed of with the server.</param>
    public static async Task<FaultyServer> StartAsync(Func<ReceivedRequest, CancellationToken, Task<Answer>> answer, IDisposable? owned = null)
    {
        var server = new FaultyServer(answer, owned);
        await server._app.StartAsync().ConfigureAwait(false);
        server.Url = new Uri(server._app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single() + "/");
        return server;
    }

    /// <summary>Forgets what came so far.</summary>
    public void Forget()
    {
        _requests.Clear();
        _faults.Clear();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Connections that a client keeps open would be waited for.
        using var now = new CancellationTokenSource();
        now.Cancel();
        await _app.StopAsync(now.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        _owned?.Dispose();
    }

    async Task ServeAsync(HttpContext context)
    {
        if (Turn is not { } turn)
        {
            await ServeNowAsync(context).ConfigureAwait(false);
            return;
        }
        await turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await ServeNowAsync(context).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    async Task ServeNowAsync(HttpContext context)
    {
        var request = await ReadAsync(context).ConfigureAwait(false);
        _requests.Enqueue(Keep(request));
        var fault = Plan(request);
        if (fault != Fault.None)
            _faults.Enqueue((request, fault));
        await WaitAsync(Delay, context).ConfigureAwait(false);
        switch (fault)
        {
            case Fault.CutBefore:
                context.Abort();
                return;
            case Fault.NoConnection:
                throw new InvalidOperationException("A server that is asked has been connected to.");
            case Fault.ProxyPage:
                await WriteAsync(context, FaultAnswers.ProxyPage).ConfigureAwait(false);
                return;
            case Fault.Throttle:
                await WriteAsync(context, FaultAnswers.Throttled(request)).ConfigureAwait(false);
                return;
            case Fault.Error500 or Fault.Error503:
                await WriteAsync(context, FaultAnswers.Failed(request, fault == Fault.Error500 ? 500 : 503)).ConfigureAwait(false);
                return;
        }

        // Whatever becomes of the connection, the service goes on with what it has taken.
        var answer = await _answer(request, CancellationToken.None).ConfigureAwait(false);
        switch (fault)
        {
            case Fault.CutAfter:
                context.Abort();
                return;
            case Fault.CutWithin:
                await WriteHalfAsync(context, answer).ConfigureAwait(false);
                return;
            case Fault.Error500After:
                answer = FaultAnswers.Failed(request, 500);
                break;
            case Fault.WrongAnswer:
                answer = FaultAnswers.Unreadable;
                break;
            case Fault.Slow:
                await WaitAsync(SlowBy, context).ConfigureAwait(false);
                break;
        }
        await WriteAsync(context, answer).ConfigureAwait(false);
    }

    async Task<ReceivedRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        return new(
            Interlocked.Increment(ref _count),
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
    }

    static async Task WaitAsync(TimeSpan time, HttpContext context)
    {
        if (time <= TimeSpan.Zero)
            return;
        try
        {
            await Task.Delay(time, TimeProvider.System, context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The client has gone; its request has not.
        }
    }

    static async Task WriteAsync(HttpContext context, Answer answer)
    {
        Head(context, answer);
        if (!HttpMethods.IsHead(context.Request.Method) && answer.Body.Length > 0)
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
    }

    static async Task WriteHalfAsync(HttpContext context, Answer answer)
    {
        Head(context, answer with { Headers = [.. answer.Headers.Where(header => !header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))] });
        context.Response.ContentLength = Math.Max(2, answer.Body.Length);
        await context.Response.Body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2), context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        context.Abort();
    }

    static void Head(HttpContext context, Answer answer)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.ContentType is { } type)
            context.Response.ContentType = type;
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers.Append(name, value);
        if (answer.Status is not (204 or 304) && !context.Response.Headers.ContainsKey("Content-Length"))
            context.Response.ContentLength = answer.Body.Length;
    }
}
