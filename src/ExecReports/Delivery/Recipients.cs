using System.Security.Cryptography;
using System.Text;

namespace ExecReports.Delivery;

/// <summary>Makes recipients from addresses as people write them in settings. What could break out of a mail header is refused here.</summary>
public static class Recipients
{
    const int IdLength = 12, LongestAddress = 254, LongestLocalPart = 64;

    /// <summary>A recipient from an address; outer space is dropped.</summary>
    /// <exception cref="RecipientException">It is no mail address, or holds a control character.</exception>
    public static Recipient Parse(string address)
    {
        var trimmed = address.Trim(' ');
        if (Fault(trimmed) is { } fault)
            throw new RecipientException(address, fault);
        return new(Id(trimmed), trimmed);
    }

    /// <summary>Recipients of one report; an address that stands there twice counts once.</summary>
    /// <exception cref="RecipientException">One is no mail address, or there are more than <see cref="LedgerItem.MostRecipients"/>.</exception>
    public static IReadOnlyList<Recipient> ParseAll(IEnumerable<string> addresses)
    {
        Recipient[] all = [.. addresses.Select(Parse).DistinctBy(recipient => recipient.Id)];
        return all.Length <= LedgerItem.MostRecipients ? all : throw new RecipientException(all.Length);
    }

    /// <summary>Whether a text has the form of a recipient's id.</summary>
    internal static bool IsId(string text) => text.Length == IdLength && text.All(char.IsAsciiHexDigitLower);

    // Mail systems do not tell case apart, so neither does the id: one person, one mail.
    static string Id(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.ToLowerInvariant())))[..IdLength];

    /// <summary>Why a text is no address that may be written to; null if it is one.</summary>
    internal static string? Fault(string address)
    {
        if (address.Length == 0)
            return "it is empty";
        if (address.Any(char.IsControl))
            return "it holds a line break or another control character";
        if (address.Length > LongestAddress)
            return $"it has {address.Length} characters, more than {LongestAddress}";
        if (!address.All(char.IsAscii))
            return "it holds a character that is not ASCII (write a domain in its xn-- form)";
        if (address.AsSpan().ContainsAny(" <>,;:()[]\\\""))
            return "it holds more than the bare address";
        var at = address.IndexOf('@');
        if (at < 0 || at != address.LastIndexOf('@'))
            return "it needs exactly one @";
        var (local, domain) = (address[..at], address[(at + 1)..]);
        if (local.Length is 0 or > LongestLocalPart || HasEmptyPart(local))
            return "the part before the @ is not right";
        return !domain.Contains('.') || HasEmptyPart(domain) || domain.Split('.').Any(label => label[0] == '-' || label[^1] == '-' || !label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            ? "the part behind the @ is no domain"
            : null;
    }

    static bool HasEmptyPart(string text) => text[0] == '.' || text[^1] == '.' || text.Contains("..", StringComparison.Ordinal);
}
