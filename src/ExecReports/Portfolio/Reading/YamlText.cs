using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ExecReports.Portfolio.Reading;

/// <summary>YAML as nodes, read without reflection; broken input is a fault with its line, whatever the library makes of it.</summary>
internal static class YamlText
{
    // YamlDotNet follows nesting on the stack; no settings of people go deeper than a few levels.
    private const int MaximumDepth = 64;

    /// <summary>Parses <paramref name="yaml"/>; an empty one has no root. False: <paramref name="fault"/> says what is wrong on which line, counted from 1.</summary>
    public static bool TryParse(string yaml, out YamlNode? root, out (int Line, string Reason) fault)
    {
        root = null;
        fault = default;
        if (TooDeep(yaml) is { } deep)
        {
            fault = (deep, "nested too deeply");
            return false;
        }

        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            root = stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
            return true;
        }
        catch (YamlException broken)
        {
            fault = ((int)Math.Max(1, broken.Start.Line), Reason(broken.Message));
            return false;
        }
        catch (InvalidOperationException)
        {
            // The scanner gives up this way on a flow sequence or mapping that is not closed on its line.
            fault = (UnclosedLine(yaml), "a bracket that is not closed");
            return false;
        }
    }

    private static string Reason(string message)
    {
        // The library puts positions of its own before the message; ours count lines in the file.
        var end = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        return end < 0 ? message : message[(end + 3)..];
    }

    private static int? TooDeep(string yaml)
    {
        int depth = 0, line = 1, dashes = 0;
        for (var i = 0; i < yaml.Length; i++)
        {
            var c = yaml[i];
            if (c == '\n')
            {
                line++;
                dashes = 0;
            }
            else if (c is '[' or '{')
                depth++;
            else if (c is ']' or '}')
                depth = Math.Max(0, depth - 1);
            else if (c is '-' or '?' && i + 1 < yaml.Length && yaml[i + 1] == ' ')
                dashes++;
            if (depth > MaximumDepth || dashes > MaximumDepth)
                return line;
        }

        return null;
    }

    private static int UnclosedLine(string yaml)
    {
        var number = 0;
        foreach (var line in yaml.AsSpan().EnumerateLines())
        {
            number++;
            if (line.Count('[') != line.Count(']') || line.Count('{') != line.Count('}'))
                return number;
        }

        return 1;
    }
}
