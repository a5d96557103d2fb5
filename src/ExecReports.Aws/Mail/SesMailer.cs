using System.Runtime.InteropServices;
using Amazon.SimpleEmail;
using Amazon.SimpleEmail.Model;
using ExecReports.Delivery;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ExecReports.Aws.Mail;

/// <summary>
/// Hands mails to Amazon SES: SendRawEmail with the envelope named (recipient and blind copy; no header names the copy), once each, at the rate that the account's quota allows.
/// SES takes a mail as often as it is sent and tells nobody afterwards, so a send without an answer cannot be told from one that was taken. For use by several threads; one serves a whole process.
/// </summary>
public sealed partial class SesMailer : IMailer, IDisposable
{
    const int QuotaTries = 3;

    readonly SesOptions _options;
    readonly TimeProvider _time;
    readonly ILogger _log;
    readonly Wire _wire;
    readonly IAmazonSimpleEmailService _client;
    readonly Lazy<Task<SendPace>> _pace;

    /// <summary>Makes one with a client of its own, because the SDK must not send again by itself.</summary>
    /// <param name="config">Endpoint or region; retries and the way to the network are set here.</param>
    /// <param name="client">Makes the client, with the credentials that are to be used.</param>
    /// <param name="options">Configuration set, tags, limits.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Gets the sending rate, and what was done where it could not be read.</param>
    public SesMailer(AmazonSimpleEmailServiceConfig config, Func<AmazonSimpleEmailServiceConfig, IAmazonSimpleEmailService> client, SesOptions options, TimeProvider time, ILogger<SesMailer>? log = null)
        : this(config, client, options, time, log, network: null)
    {
    }

    internal SesMailer(
        AmazonSimpleEmailServiceConfig config, Func<AmazonSimpleEmailServiceConfig, IAmazonSimpleEmailService> client, SesOptions options, TimeProvider time, ILogger<SesMailer>? log, HttpMessageHandler? network)
    {
        (_options, _time, _log) = (options, time, log ?? NullLogger<SesMailer>.Instance);
        _wire = new(network);
        config.HttpClientFactory = _wire;
        config.MaxErrorRetry = 0;
        _client = client(config);
        _pace = new(() => ReadPaceAsync());
    }

    /// <inheritdoc/>
    public async Task WaitForTurnAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var pace = await _pace.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        await pace.TakeAsync(Envelope(mail).Count, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (mail.Message.Length > _options.MostMessageBytes)
            return new(SendResult.Rejected, Reason: $"the message has {mail.Message.Length} bytes; SES takes at most {_options.MostMessageBytes}");
        var request = Request(mail);
        var trip = Wire.Begin();
        try
        {
            var response = await _client.SendRawEmailAsync(request, cancellationToken).ConfigureAwait(false);
            return response.MessageId is { Length: > 0 } id
                ? new(SendResult.Accepted, id)
                : new(SendResult.NoAnswer, Reason: "SES' answer names no message id");
        }
        catch (Exception fault)
        {
            var outcome = SesAnswers.Of(trip.Fault ?? fault, trip.Begun, mail);
            if (outcome.Result == SendResult.RefusedForNow && _pace is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
                _pace.Value.Result.Slow();
            return outcome;
        }
    }

    /// <summary>SES cannot tell.</summary>
    public Task<(Acceptance Acceptance, string? MessageId)> WasAcceptedAsync(string deliveryId, CancellationToken cancellationToken) => Task.FromResult((Acceptance.CannotTell, (string?)null));

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _wire.Dispose();
    }

    SendRawEmailRequest Request(OutgoingMail mail) => new()
    {
        Source = mail.Sender,
        Destinations = Envelope(mail),
        RawMessage = new RawMessage(Stream(mail.Message)),
        ConfigurationSetName = _options.ConfigurationSet,
        Tags = MailTags.Of(mail, _options.Tags),
    };

    // An operator who is the recipient and the blind copy gets one mail.
    static List<string> Envelope(OutgoingMail mail) =>
        mail.AuditBcc is { } copy && !copy.Equals(mail.Recipient.Address, StringComparison.OrdinalIgnoreCase) ? [mail.Recipient.Address, copy] : [mail.Recipient.Address];

    static MemoryStream Stream(ReadOnlyMemory<byte> message) =>
        MemoryMarshal.TryGetArray(message, out var bytes) ? new(bytes.Array!, bytes.Offset, bytes.Count, writable: false) : new(message.ToArray(), writable: false);

    async Task<SendPace> ReadPaceAsync()
    {
        var rate = await ReadRateAsync().ConfigureAwait(false);
        var pace = new SendPace(Math.Min(rate, _options.MostRate ?? double.MaxValue), _time);
        LogPace(pace.PerSecond);
        return pace;
    }

    // A quota that cannot be read costs speed and nothing else.
    async Task<double> ReadRateAsync()
    {
        using var limit = new CancellationTokenSource(_options.QuotaTimeout, _time);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var quota = await _client.GetSendQuotaAsync(limit.Token).ConfigureAwait(false);
                if (quota.MaxSendRate is > 0 and var rate)
                    return rate;
                LogNoQuota("the answer names no rate", _options.DefaultRate);
                return _options.DefaultRate;
            }
            catch (Exception) when (attempt < QuotaTries && !limit.IsCancellationRequested)
            {
                continue;
            }
            catch (Exception fault)
            {
                LogNoQuota(limit.IsCancellationRequested ? "no answer in time" : AwsFaults.Words(fault), _options.DefaultRate);
                return _options.DefaultRate;
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "SES takes {Rate} envelope recipients a second; mails are sent at that rate")]
    partial void LogPace(double rate);

    [LoggerMessage(LogLevel.Warning, "The sending quota could not be read ({Reason}): {Rate} envelope recipients a second are assumed. Allow ses:GetSendQuota if it is denied")]
    partial void LogNoQuota(string reason, double rate);
}
