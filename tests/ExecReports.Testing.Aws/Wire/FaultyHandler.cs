using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;

namespace ExecReports.Testing.Aws.Wire;

/// <summary>
/// The network below a client, without a network: what would go to a server is answered in process, with the same planned faults as a <see cref="FaultyServer"/>. Thousands of trials take seconds.
/// </summary>
/// <param name="answer">Answers a request.</param>
/// <param name="time">The clock by which an answer is late.</param>
public sealed class FaultyHandler(Func<ReceivedRequest, Answer> answer, TimeProvider time) : HttpMessageHandler
{
    readonly ConcurrentQueue<(ReceivedRequest Request, Fault Fault)> _faults = new();
    int _count, _answering, _late;

    /// <summary>Which fault a request meets; asked once for each.</summary>
    public Func<ReceivedRequest, Fault> Plan { get; set; } = _ => Fault.None;

    /// <summary>How late the answer is where it is <see cref="Fault.Slow"/>.</summary>
    public TimeSpan SlowBy { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>What went wrong, in order.</summary>
    public IReadOnlyList<(ReceivedRequest Request, Fault Fault)> Faults => [.. _faults];

    /// <summary>How many requests came.</summary>
    public int Count => _count;

    /// <summary>How many requests are being answered that need no time to pass for it: not those whose answer is late.</summary>
    public int Answering => Volatile.Read(ref _answering) - Late;

    /// <summary>How many answers are late at this moment.</summary>
    public int Late => Volatile.Read(ref _late);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _answering);
        try
        {
            return await AnswerAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _answering);
        }
    }

    async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var received = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
        var fault = Plan(received);
        if (fault != Fault.None)
            _faults.Enqueue((received, fault));
        switch (fault)
        {
            case Fault.NoConnection:
                throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused (127.0.0.1:1)");
            case Fault.CutBefore:
                throw Cut();
            case Fault.Throttle:
                return Response(request, FaultAnswers.Throttled(received));
            case Fault.ProxyPage:
                return Response(request, FaultAnswers.ProxyPage);
            case Fault.Error500 or Fault.Error503:
                return Response(request, FaultAnswers.Failed(received, fault == Fault.Error500 ? 500 : 503));
        }

        var given = answer(received);
        switch (fault)
        {
            case Fault.CutAfter or Fault.CutWithin:
                throw Cut();
            case Fault.Error500After:
                return Response(request, FaultAnswers.Failed(received, 500));
            case Fault.WrongAnswer:
                return Response(request, FaultAnswers.Unreadable);
            case Fault.Slow:
                await BeLateAsync(cancellationToken).ConfigureAwait(false);
                break;
        }
        return Response(request, given);
    }

    async Task BeLateAsync(CancellationToken cancellationToken)
    {
        var wait = Task.Delay(SlowBy, time, cancellationToken);
        Interlocked.Increment(ref _late);
        try
        {
            await wait.ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _late);
        }
    }

    static HttpRequestException Cut() => new(HttpRequestError.ResponseEnded, "The response ended prematurely.", new IOException("Connection reset by peer"));

    async Task<ReceivedRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        headers.TryAdd("Host", request.RequestUri!.Authority);
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : [];
        return new(Interlocked.Increment(ref _count), request.Method.Method, request.RequestUri.PathAndQuery, headers, body);
    }

    static HttpResponseMessage Response(HttpRequestMessage request, Answer answer)
    {
        var content = new ByteArrayContent(answer.Body);
        if (answer.ContentType is { } type)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { RequestMessage = request, Content = content };
        foreach (var (name, value) in answer.Headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }
}
