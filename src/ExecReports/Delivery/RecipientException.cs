namespace ExecReports.Delivery;

/// <summary>An address is no mail address, or a report has too many of them.</summary>
public sealed class RecipientException : FormatException
{
    /// <summary>The address cannot be used.</summary>
    public RecipientException(string address, string fault)
        : base($"“{Shown(address)}” cannot be a recipient: {fault}. One plain mail address such as owner@example.com is expected.")
    {
    }

    /// <summary>There are too many.</summary>
    public RecipientException(int count)
        : base($"A report has {count} recipients; at most {LedgerItem.MostRecipients} are possible: use a distribution list.")
    {
    }

    // A message with a raw line break in it could forge a line in a log.
    static string Shown(string address) => string.Concat((address.Length > 80 ? address[..80] + "…" : address).Select(letter => char.IsControl(letter) ? $"\\u{(int)letter:x4}" : letter.ToString()));
}
