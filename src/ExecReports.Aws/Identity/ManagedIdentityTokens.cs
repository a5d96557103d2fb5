using System.Globalization;
using System.Net;
using System.Text.Json;

namespace ExecReports.Aws.Identity;

/// <summary>
/// Tokens of an Azure managed identity, from the endpoint that App Service and Functions give each app (IDENTITY_ENDPOINT, IDENTITY_HEADER; API version 2019-08-01).
/// The platform keeps tokens itself and gives a fresh one in time; nothing is kept here.
/// </summary>
/// <param name="http">Calls the endpoint; its time-out counts.</param>
/// <param name="settings">Where the endpoint is, and for whom the token is meant.</param>
/// <param name="time">Waits between tries.</param>
public sealed class ManagedIdentityTokens(HttpClient http, ManagedIdentitySettings settings, TimeProvider time) : IIdentityTokens
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2)];

    /// <inheritdoc/>
    public async Task<IdentityToken> GetAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await AskAsync(cancellationToken);
            }
            catch (TransientException) when (attempt < Waits.Length)
            {
                await Task.Delay(Waits[attempt], time, cancellationToken);
            }
        }
    }

    // Seconds since 1970, as a number or as text.
    private static DateTimeOffset ExpiryOf(JsonElement answer) =>
        long.TryParse(answer.GetProperty("expires_on").ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 100_000_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new TransientException("The identity endpoint's answer does not say when the token ends.");

    private async Task<IdentityToken> AskAsync(CancellationToken cancellationToken)
    {
        var client = settings.ClientId is { } id ? $"&client_id={Uri.EscapeDataString(id)}" : "";
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{settings.Endpoint}?api-version=2019-08-01&resource={Uri.EscapeDataString(settings.Audience)}{client}"));
        request.Headers.Add("X-IDENTITY-HEADER", settings.Header);
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            if (answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.NotFound || (int)answer.StatusCode >= 500)
                throw new TransientException($"The identity endpoint answers HTTP {(int)answer.StatusCode}.");
            if (!answer.IsSuccessStatusCode)
            {
                throw new AwsException(
                    $"The identity endpoint refuses a token for {settings.Audience} (HTTP {(int)answer.StatusCode}): the app must have the managed identity that AZURE_CLIENT_ID names, and AWS_WEB_IDENTITY_AUDIENCE must be the application ID URI of an Entra application of this tenant.");
            }

            using var document = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
            return document.RootElement.GetProperty("access_token").GetString() is { Length: > 0 } token
                ? new IdentityToken(token, ExpiryOf(document.RootElement))
                : throw new TransientException("The identity endpoint answers without a token.");
        }
        catch (Exception unreadable) when (unreadable is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // The answer itself is not repeated: it may hold the token.
            throw new TransientException($"The identity endpoint's answer cannot be used: {unreadable.GetType().Name}.", unreadable);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransientException("The identity endpoint does not answer in time.", late);
        }
    }
}
