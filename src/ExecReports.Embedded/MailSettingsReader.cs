using ExecReports.Delivery;

namespace ExecReports.Embedded;

/// <summary>Reads who mails to whom from the environment or the settings file: <c>SES_SENDER</c>, <c>REPORT_RECIPIENTS</c>, <c>REPORT_BCC</c>.</summary>
public static class MailSettingsReader
{
    /// <summary>Reads them; throws <see cref="SettingsException"/> with a message per fault, which names the setting and never repeats its value.</summary>
    /// <param name="setting">A named setting; null if it is not set.</param>
    public static MailSettings Read(Func<string, string?> setting)
    {
        var faults = new List<string>();
        var mail = new MailSettings
        {
            Sender = One("SES_SENDER"),
            Recipients = Addresses("REPORT_RECIPIENTS"),
            AuditBcc = One("REPORT_BCC"),
        };
        return faults.Count == 0 ? mail : throw new SettingsException(faults);

        string? One(string name)
        {
            var addresses = Addresses(name);
            if (addresses.Count > 1)
                faults.Add($"{name} holds {addresses.Count} addresses; one is expected.");
            return addresses.Count > 0 ? addresses[0] : null;
        }

        IReadOnlyList<string> Addresses(string name)
        {
            var found = new List<string>();
            var written = (setting(name) ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            for (var place = 0; place < written.Length; place++)
            {
                try
                {
                    found.Add(Recipients.Parse(written[place]).Address);
                }
                catch (RecipientException)
                {
                    faults.Add($"{name}: address {place + 1} of {written.Length} is no mail address; expected one such as captain@example.com, several separated by commas.");
                }
            }

            if (found.Count > LedgerItem.MostRecipients)
                faults.Add($"{name} holds {found.Count} addresses; at most {LedgerItem.MostRecipients} are possible: use a distribution list.");
            return found;
        }
    }
}
