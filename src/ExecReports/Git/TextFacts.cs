using System.Buffers;
using System.Text;

namespace ExecReports.Git;

/// <summary>
/// What stands in a file's text: debt marks, and what is a secret by its form alone (cloud and service keys, private keys, passwords in addresses). Words such as "password" are
/// not looked for: in code they mostly name a variable. One pass finds all of it.
/// </summary>
/// <param name="DebtMarks">Lines with TODO, FIXME or HACK as whole words in capitals.</param>
/// <param name="Secrets">Line and kind of what looks like a secret, never the secret; each line and kind once.</param>
internal sealed record TextFacts(int DebtMarks, IReadOnlyList<(int Line, string Kind)> Secrets)
{
    // git's own way to tell: a NUL in the first bytes.
    private const int BinaryLook = 8_000;
    private const string KeyBegin = "-----BEGIN ";
    private const string KeyEnd = "PRIVATE KEY-----";
    private const string Address = "://";

    private static readonly TextFacts _none = new(0, []);
    private static readonly string[] _debt = ["TODO", "FIXME", "HACK"];

    private static readonly Form[] _forms =
    [
        new("AKIA", "AWS access key", 16, true),
        new("ASIA", "AWS access key", 16, true),
        new("ghp_", "GitHub token", 36, false),
        new("gho_", "GitHub token", 36, false),
        new("ghs_", "GitHub token", 36, false),
        new("github_pat_", "GitHub token", 22, false),
        new("glpat-", "GitLab token", 20, false),
        new("xoxb-", "Slack token", 10, false),
        new("xoxp-", "Slack token", 10, false),
        new("sk_live_", "Stripe key", 16, false),
        new("AccountKey=", "Azure storage key", 40, false),
    ];

    private static readonly SearchValues<string> _starts = SearchValues.Create([.. _debt, .. _forms.Select(form => form.Start), KeyBegin, Address], StringComparison.Ordinal);

    /// <summary>The facts of a file's content; none for what is no text.</summary>
    public static TextFacts Of(ReadOnlySpan<byte> content)
    {
        if (content[..Math.Min(content.Length, BinaryLook)].Contains((byte)0))
        {
            return _none;
        }

        // All that is looked for is ASCII, so a byte may stand for a character whatever the encoding is.
        var buffer = ArrayPool<char>.Shared.Rent(content.Length);
        try
        {
            return Scan(buffer.AsSpan(0, Encoding.Latin1.GetChars(content, buffer)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static TextFacts Scan(ReadOnlySpan<char> text)
    {
        var line = 1;
        var counted = 0;
        var debt = 0;
        var lastDebtLine = 0;
        List<(int, string)>? secrets = null;
        for (var from = 0; text[from..].IndexOfAny(_starts) is var next and >= 0;)
        {
            var at = from + next;
            from = at + 1;
            line += text[counted..at].Count('\n');
            counted = at;
            if (IsDebt(text, at))
            {
                debt += line == lastDebtLine ? 0 : 1;
                lastDebtLine = line;
            }
            else if (SecretAt(text, at) is { } kind && secrets?.Contains((line, kind)) != true)
            {
                (secrets ??= []).Add((line, kind));
            }
        }

        return debt == 0 && secrets is null ? _none : new TextFacts(debt, secrets ?? []);
    }

    private static bool IsDebt(ReadOnlySpan<char> text, int at)
    {
        foreach (var word in _debt)
        {
            if (text[at..].StartsWith(word, StringComparison.Ordinal))
            {
                return (at == 0 || !IsWord(text[at - 1])) && (at + word.Length == text.Length || !IsWord(text[at + word.Length]));
            }
        }

        return false;
    }

    private static string? SecretAt(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        if (rest.StartsWith(Address, StringComparison.Ordinal))
        {
            return HoldsPassword(rest[Address.Length..]) ? "password in an address" : null;
        }

        if (rest.StartsWith(KeyBegin, StringComparison.Ordinal))
        {
            var end = rest.IndexOf('\n');
            return (end < 0 ? rest : rest[..end]).Contains(KeyEnd, StringComparison.Ordinal) ? "private key" : null;
        }

        foreach (var form in _forms)
        {
            if (rest.StartsWith(form.Start, StringComparison.Ordinal))
            {
                return (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && form.Fits(rest[form.Start.Length..]) ? form.Kind : null;
            }
        }

        return null;
    }

    // user:password@host, the password not a place-holder such as ${PASSWORD}, <password>, {{ password }}, %s or ***.
    private static bool HoldsPassword(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(" \t\r\n/\"'`?#");
        rest = end < 0 ? rest : rest[..end];
        var at = rest.LastIndexOf('@');
        var colon = at < 0 ? -1 : rest[..at].IndexOf(':');
        return colon >= 0 && at > colon + 1 && at + 1 < rest.Length && rest[(colon + 1)..at].IndexOfAny("${<%*") < 0;
    }

    private static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    /// <summary>A key that begins in a known way and goes on for so many characters.</summary>
    private sealed record Form(string Start, string Kind, int Length, bool CapitalsOnly)
    {
        public bool Fits(ReadOnlySpan<char> rest)
        {
            var fitting = 0;
            while (fitting < rest.Length && Belongs(rest[fitting]))
            {
                fitting++;
            }

            return CapitalsOnly ? fitting == Length : fitting >= Length;
        }

        private bool Belongs(char character) => CapitalsOnly
            ? char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character)
            : char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '+' or '/';
    }
}
