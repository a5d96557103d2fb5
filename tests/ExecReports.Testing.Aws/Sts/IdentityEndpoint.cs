using System.Globalization;
using System.Text;
using ExecReports.Testing.Aws.Wire;

namespace ExecReports.Testing.Aws.Sts;

/// <summary>The endpoint that gives an Azure app the tokens of its managed identity, as far as it is asked here.</summary>
public sealed class IdentityEndpoint : IAsyncDisposable
{
    /// <summary>The secret that callers must show.</summary>
    public const string Header = "identity-header-secret";

    int _count;

    IdentityEndpoint()
    {
    }

    /// <summary>The connection.</summary>
    public FaultyServer Wire { get; private set; } = null!;

    /// <summary>Where it is asked.</summary>
    public Uri Url => new(Wire.Url, "msi/token");

    /// <summary>Audience that it gives tokens for.</summary>
    public string Audience { get; set; } = "api://execreports";

    /// <summary>What a token says in place of its claims; <see cref="StsServer"/> reads it.</summary>
    public Func<int, string> Token { get; set; } = number => $"token-{number}";

    /// <summary>Starts one.</summary>
    public static async Task<IdentityEndpoint> StartAsync()
    {
        var endpoint = new IdentityEndpoint();
        endpoint.Wire = await FaultyServer.StartAsync((request, _) => Task.FromResult(endpoint.Answer(request))).ConfigureAwait(false);
        return endpoint;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Wire.DisposeAsync();

    Answer Answer(ReceivedRequest request)
    {
        if (request.Headers.GetValueOrDefault("X-IDENTITY-HEADER") != Header)
            return Json(401, """{"statusCode":401,"message":"no header"}""");
        if (!request.Target.Contains("api-version=2019-08-01", StringComparison.Ordinal) || !request.Target.Contains($"resource={Uri.EscapeDataString(Audience)}", StringComparison.Ordinal))
            return Json(400, """{"statusCode":400,"message":"unknown resource"}""");
        var token = Token(Interlocked.Increment(ref _count));
        return Json(200, $$"""{"access_token":"{{token}}","expires_on":"{{new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}}","resource":"{{Audience}}","token_type":"Bearer"}""");
    }

    static Answer Json(int status, string json) => new(status, "application/json", Encoding.UTF8.GetBytes(json));
}
