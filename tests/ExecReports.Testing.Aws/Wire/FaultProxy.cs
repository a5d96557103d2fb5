namespace ExecReports.Testing.Aws.Wire;

/// <summary>Stands before another server. A request goes on as it came, its Host included, so that its signature stays right.</summary>
public static class FaultProxy
{
    static readonly HashSet<string> s_ofTheConnection = new(StringComparer.OrdinalIgnoreCase) { "Connection", "Keep-Alive", "Transfer-Encoding", "Expect", "Upgrade", "Proxy-Connection", "Content-Length" };

    /// <summary>Starts a proxy before a server.</summary>
    public static Task<FaultyServer> StartAsync(Uri upstream)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false }) { Timeout = TimeSpan.FromMinutes(2) };
        return FaultyServer.StartAsync((request, cancellationToken) => PassAsync(client, upstream, request, cancellationToken), client);
    }

    static async Task<Answer> PassAsync(HttpClient client, Uri upstream, ReceivedRequest request, CancellationToken cancellationToken)
    {
        var address = new Uri(upstream.GetLeftPart(UriPartial.Authority) + request.Target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), address);
        if (request.Body.Length > 0 || request.Method is "PUT" or "POST")
            message.Content = new ByteArrayContent(request.Body);
        foreach (var (name, value) in request.Headers.Where(header => !s_ofTheConnection.Contains(header.Key)))
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var isHead = request.Method == "HEAD";
        return new Answer((int)response.StatusCode, null, await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false))
        {
            Headers =
            [
                .. response.Headers.Concat(response.Content.Headers)
                    .Where(header => !s_ofTheConnection.Contains(header.Key) || isHead && header.Key == "Content-Length")
                    .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value))),
            ],
        };
    }
}
