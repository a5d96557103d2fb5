using System.Text;

namespace ExecReports.Portfolio.Reading;

/// <summary>Bytes of a file as text: UTF-8 with or without a byte-order mark, UTF-16 with one (or evidently so without). Line ends become <c>\n</c>.</summary>
internal static class HandoffText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(ReadOnlySpan<byte> content, ReadingContext context)
    {
        string text;
        if (content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            text = Utf8(content[3..], context);
        else if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            text = Encoding.Unicode.GetString(content[2..]);
        else if (content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            text = Encoding.BigEndianUnicode.GetString(content[2..]);
        else if (Utf16WithoutMark(content) is { } encoding)
        {
            text = encoding.GetString(content);
            context.Warning("encoding", context.At(1), "UTF-16 without a byte-order mark", "UTF-8");
        }
        else
            text = Utf8(content, context);
        return text.Contains('\r') ? text.Replace("\r\n", "\n").Replace('\r', '\n') : text;
    }

    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> content)
    {
        var start = content[..(Math.Min(content.Length, 400) & ~1)];
        int even = 0, odd = 0;
        for (var i = 0; i + 1 < start.Length; i += 2)
        {
            even += start[i] == 0 ? 1 : 0;
            odd += start[i + 1] == 0 ? 1 : 0;
        }

        var pairs = start.Length / 2;
        return pairs < 4 ? null : odd > pairs * 0.7 && even < pairs * 0.1 ? Encoding.Unicode : even > pairs * 0.7 && odd < pairs * 0.1 ? Encoding.BigEndianUnicode : null;
    }

    private static string Utf8(ReadOnlySpan<byte> content, ReadingContext context)
    {
        try
        {
            return Strict.GetString(content);
        }
        catch (DecoderFallbackException fault)
        {
            var line = content[..Math.Clamp(fault.Index, 0, content.Length)].Count((byte)'\n') + 1;
            context.Error("encoding", context.At(line), "bytes that are no UTF-8", "UTF-8 text; the rest is read, the broken characters show as \ufffd");
            return Encoding.UTF8.GetString(content);
        }
    }
}
