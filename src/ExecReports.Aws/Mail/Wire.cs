using Amazon.Runtime;

namespace ExecReports.Aws.Mail;

/// <summary>
/// The last step before the network, which lets one request of a call pass and no second one. The SDK sends a request again when its connection is cut, up to ten times and with the same headers,
/// whatever number of retries is set: that is outside its retry policy. It also notes whether a call came to the network at all, since only of one that did not is it certain that nothing was sent.
/// Redirects are not followed.
/// </summary>
sealed class Wire : HttpClientFactory, IDisposable
{
    static readonly AsyncLocal<Trip?> s_trip = new();

    readonly HttpClient _client;

    /// <param name="network">Sends; null: the network itself.</param>
    public Wire(HttpMessageHandler? network) => _client = new(new Noting(network ?? new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
    }))
    {
        // The caller's token says how long.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>One call from here on, up to the end of the calling method.</summary>
    public static Trip Begin() => s_trip.Value = new();

    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => _client;

    /// <inheritdoc/>
    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    /// <inheritdoc/>
    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public void Dispose() => _client.Dispose();

    /// <summary>What is known of a call.</summary>
    public sealed class Trip
    {
        int _begun;

        /// <summary>A request was handed to the network.</summary>
        public bool Begun => Volatile.Read(ref _begun) > 0;

        /// <summary>Why the one request got no answer; null: it got one, or is under way.</summary>
        public Exception? Fault { get; set; }

        public bool MayBegin() => Interlocked.Increment(ref _begun) == 1;
    }

    /// <summary>A second request of a call was stopped. Not of a kind that the SDK would try again.</summary>
    public sealed class RepetitionException() : InvalidOperationException("The request was sent once, and is not sent again.");

    sealed class Noting(HttpMessageHandler network) : DelegatingHandler(network)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var trip = s_trip.Value;
            if (trip?.MayBegin() == false)
                throw new RepetitionException();
            try
            {
                return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception fault) when (trip is not null)
            {
                trip.Fault = fault;
                throw;
            }
        }
    }
}
