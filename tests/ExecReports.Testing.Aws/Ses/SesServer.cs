using System.Collections.Concurrent;
using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using ExecReports.Testing.Aws.Wire;
using MimeKit;

namespace ExecReports.Testing.Aws.Ses;

/// <summary>
/// Amazon SES, API version 2010-12-01, after its API reference, as strict as it: what SES refuses is refused here. It keeps each accepted message with its envelope and bytes,
/// and is the truth about what was mailed to whom.
/// </summary>
public sealed partial class SesServer : IAsyncDisposable
{
    const int MostRecipients = 50, MostBytes = 10 * 1024 * 1024;
    const string Namespace = "http://ses.amazonaws.com/doc/2010-12-01/";

    static readonly HeaderId[] s_once = [HeaderId.From, HeaderId.To, HeaderId.Cc, HeaderId.Bcc, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.ContentType, HeaderId.MimeVersion];

    readonly ConcurrentQueue<AcceptedMail> _mails = new();
    readonly TimeProvider _time;
    readonly SendRate _rate;
    int _count;

    SesServer(SesAccount account, TimeProvider time) => (Account, _time, _rate) = (account, time, new SendRate(time));

    /// <summary>The connection: its address, its faults, what came over it.</summary>
    public FaultyServer Wire { get; private set; } = null!;

    /// <summary>Where it listens.</summary>
    public Uri Url => Wire.Url;

    /// <summary>What the account may do; can be changed while it runs.</summary>
    public SesAccount Account { get; set; }

    /// <summary>Whether each mail's and each request's bytes are kept, so that they can be looked at. False for measurements of memory.</summary>
    public bool KeepBytes { get; set; } = true;

    /// <summary>How many were accepted.</summary>
    public int Count => _count;

    /// <summary>What was accepted, in order.</summary>
    public IReadOnlyList<AcceptedMail> Mails => [.. _mails];

    /// <summary>Starts one.</summary>
    public static async Task<SesServer> StartAsync(SesAccount? account = null, TimeProvider? time = null)
    {
        var server = new SesServer(account ?? new(), time ?? TimeProvider.System);
        server.Wire = await FaultyServer.StartAsync((request, _) => Task.FromResult(server.Answer(request))).ConfigureAwait(false);
        server.Wire.Keep = request => server.KeepBytes ? request : request.WithoutBody();
        return server;
    }

    /// <summary>One that listens nowhere: a client reaches it through the handler, in process.</summary>
    public static (SesServer Server, FaultyHandler Network) InProcess(SesAccount? account = null, TimeProvider? time = null)
    {
        var server = new SesServer(account ?? new(), time ?? TimeProvider.System);
        return (server, new(server.Answer, time ?? TimeProvider.System));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Wire.DisposeAsync();

    Answer Answer(ReceivedRequest request)
    {
        try
        {
            var result = Perform(request);
            return Aws.Wire.Answer.Xml(200, $"""<{request.Action}Response xmlns="{Namespace}"><{request.Action}Result>{result}</{request.Action}Result><ResponseMetadata><RequestId>{request.Number}</RequestId></ResponseMetadata></{request.Action}Response>""");
        }
        catch (SesRefusal refusal)
        {
            return Aws.Wire.Answer.Xml(refusal.Status, $"""<ErrorResponse xmlns="{Namespace}"><Error><Type>Sender</Type><Code>{refusal.Code}</Code><Message>{Escaped(refusal.Message)}</Message></Error><RequestId>{request.Number}</RequestId></ErrorResponse>""");
        }
    }

    string Perform(ReceivedRequest request)
    {
        if (SignatureCheck.Fault(request, "ses", Account.AccessKeyId, Account.Secret) is { } code)
            throw new SesRefusal(code, "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.", 403);
        if (request.Fields.GetValueOrDefault("Version") != "2010-12-01")
            throw new SesRefusal("InvalidAction", $"Could not find operation {request.Action} for version {request.Fields.GetValueOrDefault("Version")}");
        if (Account.DeniedActions.Contains(request.Action))
            throw new SesRefusal("AccessDenied", $"User `arn:aws:iam::123456789012:user/test' is not authorized to perform `ses:{request.Action}'", 403);
        return request.Action switch
        {
            "SendRawEmail" => $"<MessageId>{Send(request.Fields)}</MessageId>",
            "GetSendQuota" => $"<SentLast24Hours>{Number(SentInADay())}</SentLast24Hours><Max24HourSend>{Number(Account.Max24HourSend)}</Max24HourSend><MaxSendRate>{Number(Account.MaxSendRate)}</MaxSendRate>",
            "GetAccountSendingEnabled" => $"<Enabled>{(Account.SendingEnabled ? "true" : "false")}</Enabled>",
            "GetIdentityVerificationAttributes" => $"<VerificationAttributes>{string.Concat(List(request.Fields, "Identities").Where(Account.Identities.Contains).Select(Verified))}</VerificationAttributes>",
            var unknown => throw new SesRefusal("InvalidAction", $"Could not find operation {unknown} for version 2010-12-01"),
        };
    }

    string Send(IReadOnlyDictionary<string, string> fields)
    {
        if (!Account.SendingEnabled)
            throw new SesRefusal("AccountSendingPausedException", "Email sending is disabled for your account.");
        if (!fields.TryGetValue("RawMessage.Data", out var data))
            throw new SesRefusal("ValidationError", "1 validation error detected: Value null at 'rawMessage.data' failed to satisfy constraint: Member must not be null");
        var raw = Convert.FromBase64String(data);
        if (raw.Length > MostBytes)
            throw new SesRefusal("InvalidParameterValue", $"Message length is more than {MostBytes} bytes long: '{raw.Length}'.");
        using var message = Parse(raw);
        if (message.Headers.Where(header => s_once.Contains(header.Id)).GroupBy(header => header.Id).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new SesRefusal("InvalidParameterValue", $"Duplicate header '{twice.Key.ToHeaderName()}'.");
        var source = fields.GetValueOrDefault("Source") ?? message.From.Mailboxes.FirstOrDefault()?.Address ?? throw new SesRefusal("InvalidParameterValue", "Missing required header 'From'.");
        var destinations = List(fields, "Destinations");
        if (destinations.Count == 0)
            destinations = [.. message.To.Mailboxes.Concat(message.Cc.Mailboxes).Concat(message.Bcc.Mailboxes).Select(mailbox => mailbox.Address)];
        if (destinations.Count == 0)
            throw new SesRefusal("InvalidParameterValue", "Missing required parameter 'Destinations'.");
        if (destinations.Count > MostRecipients)
            throw new SesRefusal("InvalidParameterValue", $"Recipient count exceeds {MostRecipients}.");
        if (destinations.Exists(address => address.IndexOf('@') is < 1 || address[^1] == '@'))
            throw new SesRefusal("InvalidParameterValue", "Missing final '@domain'");
        string[] unverified = [.. new[] { source }.Concat(message.From.Mailboxes.Select(mailbox => mailbox.Address)).Concat(Account.Sandbox ? destinations : []).Distinct().Where(address => !IsVerified(address))];
        if (unverified.Length > 0)
            throw new SesRefusal("MessageRejected", $"Email address is not verified. The following identities failed the check in region US-EAST-1: {string.Join(", ", unverified)}");
        var set = fields.GetValueOrDefault("ConfigurationSetName");
        if (set is not null && !Account.ConfigurationSets.Contains(set))
            throw new SesRefusal("ConfigurationSetDoesNotExist", $"Configuration set <{set}> does not exist.");
        var tags = Tags(fields);
        if (Account.Max24HourSend >= 0 && SentInADay() + destinations.Count > Account.Max24HourSend)
            throw new SesRefusal("Throttling", "Daily message quota exceeded.");
        if (!_rate.Takes(destinations.Count, Account.MaxSendRate))
            throw new SesRefusal("Throttling", "Maximum sending rate exceeded.");
        var id = $"0100000000000000-{Interlocked.Increment(ref _count):x8}-0000-0000-0000-000000000000-000000";
        var now = _time.GetUtcNow();
        _mails.Enqueue(new(id, source, destinations, KeepBytes ? raw : [], KeepBytes ? Delivered(raw, id, now) : [], message.MessageId, set, tags, now));
        return id;
    }

    static MimeMessage Parse(byte[] raw)
    {
        try
        {
            using var stream = new MemoryStream(raw);
            return MimeMessage.Load(stream);
        }
        catch (FormatException)
        {
            throw new SesRefusal("InvalidParameterValue", "The message cannot be parsed.");
        }
    }

    bool IsVerified(string address) => Account.Identities.Contains(address) || Account.Identities.Contains(address[(address.LastIndexOf('@') + 1)..]);

    double SentInADay()
    {
        var since = _time.GetUtcNow() - TimeSpan.FromDays(1);
        return _mails.Where(mail => mail.AcceptedAt > since).Sum(mail => mail.Destinations.Count);
    }

    // Only the header is touched: what stands behind the first empty line is the sender's, byte for byte.
    static byte[] Delivered(byte[] raw, string id, DateTimeOffset now)
    {
        var end = raw.AsSpan().IndexOf("\r\n\r\n"u8);
        var header = Encoding.UTF8.GetString(raw, 0, end < 0 ? raw.Length : end);
        var lines = OwnHeaders().Replace("\r\n" + header, "");
        var own = $"Message-ID: <{id}@email.amazonses.com>\r\nDate: {now.UtcDateTime.ToString("ddd, d MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)}";
        return [.. Encoding.UTF8.GetBytes(own + lines), .. raw.AsSpan(end < 0 ? raw.Length : end)];
    }

    [GeneratedRegex(@"\r\n(?:Message-ID|Date):[^\r\n]*(?:\r\n[ \t][^\r\n]*)*", RegexOptions.IgnoreCase)]
    private static partial Regex OwnHeaders();

    static Dictionary<string, string> Tags(IReadOnlyDictionary<string, string> fields)
    {
        var tags = new Dictionary<string, string>();
        for (var place = 1; fields.TryGetValue($"Tags.member.{place}.Name", out var name); place++)
        {
            var value = fields.GetValueOrDefault($"Tags.member.{place}.Value") ?? "";
            if (!TagText().IsMatch(name) || !TagText().IsMatch(value))
                throw new SesRefusal("InvalidParameterValue", $"Invalid tag <{name}={value}>: only ASCII letters, digits, underscores and dashes are allowed.");
            tags[name] = value;
        }
        return tags;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,256}\z")]
    private static partial Regex TagText();

    static List<string> List(IReadOnlyDictionary<string, string> fields, string name)
    {
        var values = new List<string>();
        for (var place = 1; fields.TryGetValue($"{name}.member.{place}", out var value); place++)
            values.Add(value);
        return values;
    }

    static string Verified(string identity) => $"<entry><key>{Escaped(identity)}</key><value><VerificationStatus>Success</VerificationStatus></value></entry>";

    static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    static string Escaped(string text) => SecurityElement.Escape(text);
}
