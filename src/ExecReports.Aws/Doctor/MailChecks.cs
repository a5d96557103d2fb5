using System.Globalization;
using System.Text;
using Amazon.SimpleEmail;
using Amazon.SimpleEmail.Model;
using ExecReports.Aws.Clients;

namespace ExecReports.Aws.Doctor;

/// <summary>Checks SES: may the account send, is it out of the sandbox, is the sender verified, may this role send.</summary>
sealed class MailChecks(AwsClients clients, string? sender, IReadOnlyList<string> recipients)
{
    // What an account in the sandbox may send in a day.
    const double SandboxQuota = 200;
    const int IdentitiesOfACall = 100;

    string Where => $"SES in {clients.Settings.RegionOf(AwsService.Ses)}";

    public async Task<IReadOnlyList<AwsFinding>> RunAsync(CancellationToken cancellationToken)
    {
        using var ses = clients.Ses(clients.SesConfig());
        var (sandbox, quota) = await QuotaAsync(ses, cancellationToken).ConfigureAwait(false);
        if (quota[0].IsOfAllElse)
            return quota;
        var others = await Task.WhenAll(EnabledAsync(ses, cancellationToken), SenderAsync(ses, cancellationToken), SendAsync(ses, cancellationToken), sandbox ? RecipientsAsync(ses, cancellationToken) : Nothing).ConfigureAwait(false);
        return [.. quota, .. others.SelectMany(findings => findings)];
    }

    static Task<IReadOnlyList<AwsFinding>> Nothing => Task.FromResult<IReadOnlyList<AwsFinding>>([]);

    async Task<(bool Sandbox, IReadOnlyList<AwsFinding> Findings)> QuotaAsync(IAmazonSimpleEmailService ses, CancellationToken cancellationToken)
    {
        var sandbox = false;
        var findings = await Probe.NeededAsync(Where, "ses:GetSendQuota", async () =>
        {
            var found = await ses.GetSendQuotaAsync(cancellationToken).ConfigureAwait(false);
            var (most, rate, sent) = (found.Max24HourSend ?? 0, found.MaxSendRate ?? 0, found.SentLast24Hours ?? 0);
            sandbox = most is >= 0 and <= SandboxQuota;
            var words = string.Create(CultureInfo.InvariantCulture, $"{(most < 0 ? "no limit" : $"{most:0}")} in 24 hours ({sent:0} sent), {rate:0.##} a second");
            return
            [
                most >= 0 && sent >= most ? AwsFinding.Fault(Where, $"the day's quota is used up: {words}.")
                    : sandbox ? AwsFinding.Warning(Where, $"the account is in the sandbox ({words}): it mails verified addresses only. Ask AWS for production access.")
                    : AwsFinding.Good(Where, $"the account may send {words}"),
            ];
        }).ConfigureAwait(false);
        return (sandbox, findings);
    }

    Task<IReadOnlyList<AwsFinding>> EnabledAsync(IAmazonSimpleEmailService ses, CancellationToken cancellationToken) => Probe.LookAsync(Where, "ses:GetAccountSendingEnabled", async () =>
        (await ses.GetAccountSendingEnabledAsync(new GetAccountSendingEnabledRequest(), cancellationToken).ConfigureAwait(false)).Enabled == true
            ? [AwsFinding.Good(Where, "sending is enabled")]
            : [AwsFinding.Fault(Where, "sending is paused for the account: every mail would fail. See the account's reputation in the SES console, and enable it there.")]);

    Task<IReadOnlyList<AwsFinding>> SenderAsync(IAmazonSimpleEmailService ses, CancellationToken cancellationToken)
    {
        if (sender is null)
            return Task.FromResult<IReadOnlyList<AwsFinding>>([AwsFinding.Fault("sender", "no sender is named: set SES_SENDER, or `sender:` in portfolio.yaml, to an address that SES has verified.")]);
        return Probe.LookAsync($"sender {sender}", "ses:GetIdentityVerificationAttributes", async () =>
            (await VerifiedAsync(ses, [sender], cancellationToken).ConfigureAwait(false)).Contains(sender)
                ? [AwsFinding.Good($"sender {sender}", "verified")]
                : [AwsFinding.Fault($"sender {sender}", $"neither the address nor its domain is verified in {clients.Settings.RegionOf(AwsService.Ses)}: every mail would be rejected. Verify one of them in SES, or correct SES_SENDER or AWS_SES_REGION.")]);
    }

    Task<IReadOnlyList<AwsFinding>> RecipientsAsync(IAmazonSimpleEmailService ses, CancellationToken cancellationToken) => Probe.LookAsync(Where, "ses:GetIdentityVerificationAttributes", async () =>
    {
        var verified = await VerifiedAsync(ses, recipients, cancellationToken).ConfigureAwait(false);
        string[] others = [.. recipients.Where(recipient => !verified.Contains(recipient)).Distinct(StringComparer.OrdinalIgnoreCase)];
        return others.Length == 0 ? [] : [AwsFinding.Fault(Where, $"in the sandbox these would not be mailed, because they are not verified: {string.Join(", ", others)}.")];
    });

    // A message without any recipient: it must be refused, and for that reason, not for lack of a permission.
    Task<IReadOnlyList<AwsFinding>> SendAsync(IAmazonSimpleEmailService ses, CancellationToken cancellationToken) => Probe.NeededAsync(Where, "ses:SendRawEmail", async () =>
    {
        try
        {
            using var message = new MemoryStream(Encoding.ASCII.GetBytes("Subject: execreports doctor\r\n\r\nThis message has no recipient.\r\n"), writable: false);
            await ses.SendRawEmailAsync(new SendRawEmailRequest { RawMessage = new RawMessage { Data = message } }, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonSimpleEmailServiceException refused) when ((int)refused.StatusCode is >= 400 and < 500 && !IsDenied(refused))
        {
            return [AwsFinding.Good(Where, "this role may send")];
        }
        return [AwsFinding.Hint(Where, "whether this role may send could not be told: a message without a recipient was not refused")];
    });

    static bool IsDenied(AmazonSimpleEmailServiceException refused) =>
        refused.ErrorCode is "AccessDenied" or "AccessDeniedException" or "InvalidClientTokenId" or "SignatureDoesNotMatch" or "ExpiredToken" or "Throttling" or "ThrottlingException" || (int)refused.StatusCode == 403;

    // An address is verified by itself, or by its domain or a domain above that.
    static async Task<HashSet<string>> VerifiedAsync(IAmazonSimpleEmailService ses, IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        var verified = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var identities in addresses.SelectMany(Identities).Distinct(StringComparer.OrdinalIgnoreCase).Chunk(IdentitiesOfACall))
        {
            var found = await ses.GetIdentityVerificationAttributesAsync(new GetIdentityVerificationAttributesRequest { Identities = [.. identities] }, cancellationToken).ConfigureAwait(false);
            verified.UnionWith((found.VerificationAttributes ?? []).Where(pair => pair.Value.VerificationStatus == VerificationStatus.Success).Select(pair => pair.Key));
        }
        return new(addresses.Where(address => Identities(address).Any(verified.Contains)), StringComparer.OrdinalIgnoreCase);
    }

    static IEnumerable<string> Identities(string address)
    {
        yield return address;
        for (var domain = address[(address.IndexOf('@') + 1)..]; domain.Contains('.'); domain = domain[(domain.IndexOf('.') + 1)..])
            yield return domain;
    }
}
