using System.Buffers;
using System.Text;

namespace ExecReports.Portfolio;

/// <summary>A text without its secrets, and what was taken out.</summary>
/// <param name="Text">The text with each secret replaced by words such as <c>(redacted AWS access key)</c>; it has the same number of lines.</param>
/// <param name="Matches">What was found, in order.</param>
public sealed record RedactedText(string Text, IReadOnlyList<SecretMatch> Matches);

/// <summary>A place in a text that holds what looks like a secret.</summary>
/// <param name="Line">Its line, counted from 1.</param>
/// <param name="Kind">What it looks like: "AWS access key", "private key", "password in a URL".</param>
public sealed record SecretMatch(int Line, string Kind);

/// <summary>
/// Takes out what looks like a secret before anything else sees the text: keys and tokens with a known prefix, private key blocks, passwords in URLs,
/// and values that are called a password, secret, token or key. Commit hashes, UUIDs, ARNs and plain words are no secrets.
/// One vectorised search finds the anchors, so that a text without any costs a single pass.
/// </summary>
public static class SecretRedactor
{
    // No secret is longer; without these ends a text made for it would cost quadratic time.
    private const int LongestBlock = 20_000;
    private const int LongestValue = 2_000;

    private sealed record Prefix(string Text, string Kind, int MinimumTail, string Alphabet = "");

    private static readonly Prefix[] Prefixes =
    [
        new("AKIA", "AWS access key", 16, "upper"), new("ASIA", "AWS access key", 16, "upper"),
        new("ghp_", "GitHub token", 30), new("gho_", "GitHub token", 30), new("ghu_", "GitHub token", 30), new("ghs_", "GitHub token", 30),
        new("ghr_", "GitHub token", 30), new("github_pat_", "GitHub token", 22), new("glpat-", "GitLab token", 16),
        new("xoxb-", "Slack token", 10), new("xoxp-", "Slack token", 10), new("xoxa-", "Slack token", 10), new("xoxr-", "Slack token", 10),
        new("xoxs-", "Slack token", 10), new("xapp-", "Slack token", 10),
        new("sk_live_", "Stripe key", 10), new("rk_live_", "Stripe key", 10), new("sk_test_", "Stripe key", 10), new("whsec_", "Stripe key", 16),
        new("sk-ant-", "API key", 20), new("sk-proj-", "API key", 20), new("AIza", "Google API key", 35), new("SG.", "SendGrid key", 40),
        new("npm_", "npm token", 36), new("hf_", "API key", 30), new("dop_v1_", "API key", 40),
    ];

    // Names that say that what follows is secret. The value must still look like one: see LooksSecret.
    private static readonly string[] Names =
        ["password", "passwd", "passphrase", "pwd", "secret", "token", "api_key", "api-key", "api key", "apikey", "access_key", "access key", "accesskey", "private_key", "accountkey"];

    private static readonly string[] Continuations = ["access", "api", "auth", "secret", "key", "token", "value", "password"];

    private static readonly SearchValues<string> Anchors = SearchValues.Create(
        [.. Prefixes.Select(prefix => prefix.Text), .. Names, "eyJ", "-----BEGIN ", "://"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Redacts <paramref name="text"/>. Never throws; a text without secrets comes back as the same instance.</summary>
    public static RedactedText Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder? result = null;
        List<SecretMatch>? matches = null;
        int copied = 0, from = 0, line = 1, counted = 0, awsKeyEnds = -1;
        while (from < text.Length)
        {
            var at = text.AsSpan(from).IndexOfAny(Anchors);
            if (at < 0)
                break;
            at += from;
            from = at + 1;
            if (Find(text, at) is not { } found || found.Start < copied)
                continue;
            Take(found);
            if (found.Kind == "AWS access key")
            {
                // The secret half usually stands beside the key or within the next lines, often without a name.
                awsKeyEnds = found.End;
                if (FindSecretHalf(text, awsKeyEnds) is { } half)
                    Take(half);
            }
        }

        if (result is null)
            return new RedactedText(text, []);
        result.Append(text, copied, text.Length - copied);
        return new RedactedText(result.ToString(), matches!);

        void Take(Span found)
        {
            line += text.AsSpan(counted, found.Start - counted).Count('\n');
            counted = found.Start;
            (matches ??= []).Add(new SecretMatch(line, found.Kind));
            result ??= new StringBuilder(text.Length);
            result.Append(text, copied, found.Start - copied).Append("(redacted ").Append(found.Kind).Append(')');
            result.Append('\n', text.AsSpan(found.Start, found.End - found.Start).Count('\n'));
            copied = from = found.End;
        }
    }

    private readonly record struct Span(int Start, int End, string Kind);

    private static Span? Find(string text, int at)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("-----BEGIN ", StringComparison.Ordinal))
            return FindPrivateKey(text, at);
        if (rest.StartsWith("://", StringComparison.Ordinal))
            return FindUrlPassword(text, at + 3);
        if (at > 0 && char.IsLetterOrDigit(text[at - 1]) && !NameAt(rest))
            return null;
        if (rest.StartsWith("eyJ", StringComparison.Ordinal))
            return FindWebToken(text, at);
        foreach (var prefix in Prefixes)
        {
            if (!rest.StartsWith(prefix.Text, StringComparison.Ordinal))
                continue;
            var end = at + prefix.Text.Length;
            while (end < text.Length && (prefix.Alphabet == "upper" ? char.IsAsciiLetterUpper(text[end]) || char.IsAsciiDigit(text[end]) : IsTokenChar(text[end])))
                end++;
            var tail = end - at - prefix.Text.Length;
            var fits = prefix.Alphabet == "upper"
                ? tail == prefix.MinimumTail && (end == text.Length || !char.IsLetterOrDigit(text[end]))
                : tail >= prefix.MinimumTail;
            if (fits)
                return new Span(at, end, prefix.Kind);
        }

        return FindNamed(text, at);
    }

    private static bool NameAt(ReadOnlySpan<char> rest)
    {
        foreach (var name in Names)
        {
            if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static Span? FindPrivateKey(string text, int at)
    {
        var lineEnd = text.IndexOf('\n', at);
        var header = text.AsSpan(at, (lineEnd < 0 ? text.Length : lineEnd) - at);
        if (!header.Contains("PRIVATE KEY", StringComparison.Ordinal))
            return null;
        var footer = text.IndexOf("-----END ", at, Math.Min(LongestBlock, text.Length - at), StringComparison.Ordinal);
        if (footer < 0)
        {
            // Cut off: what follows up to the next blank line belongs to it.
            var window = Math.Min(LongestBlock, text.Length - at);
            var blank = text.IndexOf("\n\n", at, window, StringComparison.Ordinal);
            return new Span(at, blank < 0 ? at + window : blank, "private key");
        }

        var end = text.IndexOf("-----", footer + 9, StringComparison.Ordinal);
        return new Span(at, end < 0 ? text.Length : end + 5, "private key");
    }

    private static Span? FindUrlPassword(string text, int start)
    {
        var colon = -1;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '@')
                return colon > 0 && i > colon + 1 && !IsPlaceholder(text.AsSpan(colon + 1, i - colon - 1)) ? new Span(colon + 1, i, "password in a URL") : null;
            if (c == ':' && colon < 0)
                colon = i;
            else if (c is '/' or '?' or '#' or '|' or '"' or '\'' or '<' or '>' or '`' || char.IsWhiteSpace(c))
                return null;
        }

        return null;
    }

    // header.payload.signature, each base64url; the first two begin with {" .
    private static Span? FindWebToken(string text, int at)
    {
        int end = at, dots = 0;
        while (end < text.Length && (dots > 0 || end - at < LongestValue) && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_' or '.' or '='))
        {
            if (text[end] == '.')
            {
                if (++dots == 1 && !text.AsSpan(end + 1).StartsWith("eyJ", StringComparison.Ordinal))
                    return null;
                if (dots > 2)
                    break;
            }

            end++;
        }

        return dots >= 2 && end - at >= 40 ? new Span(at, end, "JSON web token") : null;
    }

    private static Span? FindSecretHalf(string text, int from)
    {
        int i = from, lines = 0;
        while (i < text.Length && lines < 3 && i - from < 400)
        {
            if (text[i] == '\n')
                lines++;
            if (!IsBase64(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            bool upper = false, lower = false, digit = false;
            for (; i < text.Length && IsBase64(text[i]); i++)
            {
                upper |= char.IsAsciiLetterUpper(text[i]);
                lower |= char.IsAsciiLetterLower(text[i]);
                digit |= char.IsAsciiDigit(text[i]);
            }

            if (i - start == 40 && upper && lower && digit)
                return new Span(start, i, "AWS secret key");
        }

        return null;

        static bool IsBase64(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '+';
    }

    private static Span? FindNamed(string text, int at)
    {
        var rest = text.AsSpan(at);
        string? name = null;
        foreach (var candidate in Names)
        {
            if (rest.StartsWith(candidate, StringComparison.OrdinalIgnoreCase) && candidate.Length > (name?.Length ?? 0))
                name = candidate;
        }

        if (name is null)
            return null;
        var i = at + name.Length;
        if (i < text.Length && text[i] == 's')
            i++;
        // PASSWORD_PROD and secretKey go on with the name; "secretsmanager" and "tokenizer" are other words.
        if (i < text.Length && char.IsAsciiLetterLower(text[i]) && char.IsAsciiLetterLower(text[i - 1]) || IsInArn(text, at))
            return null;
        while (i < text.Length && i - at < LongestValue && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '_' or '-'))
            i++;
        while (SkipContinuation(text, ref i))
        {
        }

        while (i < text.Length && text[i] is '"' or '\'' or '`' or '*' or ' ' or '\t' or ']')
            i++;
        if (i >= text.Length || text[i] is not (':' or '=' or '|'))
            return null;
        var separator = text[i++];
        if (separator == ':' && i < text.Length && text[i] == '=' || separator == '=' && i < text.Length && text[i] is '>' or '=')
            i++;
        while (i < text.Length && text[i] is ' ' or '\t' or '*' or '`')
            i++;
        if (i >= text.Length)
            return null;
        char? quote = text[i] is '"' or '\'' ? text[i++] : null;
        var start = i;
        while (i < text.Length && i - start < LongestValue && !char.IsWhiteSpace(text[i]) && (quote is not null ? text[i] != quote : text[i] is not ('"' or '\'' or '`' or '|' or ',' or ';' or '&' or '<' or '>')))
            i++;
        var value = text.AsSpan(start, i - start);
        if (quote is not null && (i >= text.Length || text[i] != quote))
            return null;
        return LooksSecret(value, quoted: quote is not null, table: separator == '|')
            ? new Span(start, i, KindOf(name))
            : null;
    }

    private static bool IsInArn(string text, int at)
    {
        var first = Math.Max(0, at - LongestValue);
        while (at > first && !char.IsWhiteSpace(text[at - 1]) && text[at - 1] is not ('"' or '|'))
            at--;
        return text.AsSpan(at).StartsWith("arn:", StringComparison.OrdinalIgnoreCase);
    }

    private static bool SkipContinuation(string text, ref int i)
    {
        if (i >= text.Length || text[i] != ' ')
            return false;
        foreach (var word in Continuations)
        {
            if (text.AsSpan(i + 1).StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (i + 1 + word.Length >= text.Length || !char.IsLetter(text[i + 1 + word.Length])))
            {
                i += 1 + word.Length;
                return true;
            }
        }

        return false;
    }

    private static string KindOf(string name) => name switch
    {
        "password" or "passwd" or "passphrase" or "pwd" => "password",
        "secret" => "secret",
        "token" => "token",
        _ => "key",
    };

    // A value under a secret's name is taken for one unless it reads as words, a date, a reference to where the secret is kept, or code that fetches it.
    private static bool LooksSecret(ReadOnlySpan<char> value, bool quoted, bool table)
    {
        value = value.TrimEnd(".)*");
        if (value.Length < (table ? 12 : quoted ? 6 : 8) || IsPlaceholder(value) || value.StartsWith("(redacted", StringComparison.Ordinal))
            return false;
        if (value.StartsWith("arn:", StringComparison.OrdinalIgnoreCase) || value.Contains("://", StringComparison.Ordinal) || value[0] is '/' or '.' or '#')
            return false;
        bool letter = false, digit = false, other = false, inner = false;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is '(' or '[' or '{' or ')' or ']' or '}' or > '\u007f')
                return false;
            letter |= char.IsAsciiLetter(c);
            digit |= char.IsAsciiDigit(c);
            inner |= i > 0 && char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(value[i - 1]);
            other |= c is '!' or '@' or '$' or '%' or '^' or '+' or '=' or '/' or '~';
        }

        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", out _) || value[0] == '$')
            return false;
        return digit && letter || digit && !table && value.IndexOfAnyExceptInRange('0', '9') < 0 || other && letter && (inner || digit || quoted);
    }

    private static bool IsPlaceholder(ReadOnlySpan<char> value) =>
        value[0] is '<' or '{' or '$' or '*' or '%' || value.IndexOfAnyExcept('x', 'X', '.') < 0
        || value.StartsWith("your", StringComparison.OrdinalIgnoreCase) || value.StartsWith("process.env", StringComparison.Ordinal)
        || value.StartsWith("os.", StringComparison.Ordinal) || value.StartsWith("env.", StringComparison.OrdinalIgnoreCase);

    private static bool IsTokenChar(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.';
}
