using System.Globalization;
using ExecReports.Aws.Clients;
using ExecReports.Aws.Settings;

namespace ExecReports.Aws.Doctor;

/// <summary>Compares this machine's clock with the one of S3: AWS refuses requests whose time is minutes off. Any answer has the time in it, so no credentials are needed.</summary>
static class ClockCheck
{
    static readonly TimeSpan s_refused = TimeSpan.FromMinutes(5), s_suspicious = TimeSpan.FromMinutes(1), s_patience = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<AwsFinding>> RunAsync(AwsSettings settings, TimeProvider time, CancellationToken cancellationToken)
    {
        var address = settings.Endpoint(AwsService.S3) ?? new Uri($"https://s3.{settings.RegionOf(AwsService.S3)}.amazonaws.com/");
        try
        {
            using var client = new HttpClient { Timeout = s_patience };
            using var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), cancellationToken).ConfigureAwait(false);
            return response.Headers.Date is { } theirs ? [Of(time.GetUtcNow() - theirs)] : [AwsFinding.Hint("clock", $"not checked: {address.Host} does not say what time it is")];
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return [AwsFinding.Fault("network", $"{address.Host} cannot be reached ({unreachable.Message.TrimEnd('.')}): check network, proxy and {AwsServices.EndpointSetting(AwsService.S3)}.")];
        }
    }

    static AwsFinding Of(TimeSpan ahead)
    {
        // The header has whole seconds.
        var seconds = Math.Round(ahead.TotalSeconds);
        var words = string.Create(CultureInfo.InvariantCulture, $"this machine's clock is {Math.Abs(seconds):0} s {(seconds >= 0 ? "ahead of" : "behind")} that of S3");
        return ahead.Duration() >= s_refused ? AwsFinding.Fault("clock", $"{words}: AWS refuses requests that are so far off. Set the clock (NTP).")
            : ahead.Duration() >= s_suspicious ? AwsFinding.Warning("clock", $"{words}: it should be set (NTP).")
            : AwsFinding.Good("clock", words);
    }
}
