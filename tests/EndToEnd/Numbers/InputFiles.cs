using System.Text;
using System.Text.RegularExpressions;

namespace EndToEnd.Numbers;

/// <summary>
/// Every line with a number in the files of a portfolio: handoffs, inventory, operations, and the settings but for addresses. Read by plain scanning.
/// Left out: HTML comments and the numbering of lists.
/// </summary>
internal static partial class InputFiles
{
    public static IReadOnlyList<InputLine> Read(string portfolio)
    {
        var lines = new List<InputLine>();
        foreach (var file in Files(portfolio, "agent_handoffs/projects", "*.md"))
            lines.AddRange(Markdown(file, File.ReadAllText(Path.Combine(portfolio, file))));
        foreach (var file in Files(portfolio, "inventory", "*.json").Concat(Files(portfolio, "operations", "*.json")))
            lines.AddRange(Json(file, File.ReadAllText(Path.Combine(portfolio, file))));
        lines.AddRange(Settings(File.ReadAllText(Path.Combine(portfolio, "portfolio.yaml"))));
        return lines;
    }

    private static IEnumerable<string> Files(string portfolio, string folder, string pattern) =>
        Directory.GetFiles(Path.Combine(portfolio, folder), pattern).Select(path => folder + "/" + Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static IEnumerable<InputLine> Markdown(string file, string text)
    {
        var lines = Comment().Replace(text, comment => new string('\n', comment.Value.Count(c => c == '\n'))).Split('\n');
        var headings = "";
        var matter = lines[0].TrimEnd() == "---";
        for (var i = 0; i < lines.Length; i++)
        {
            var line = Ordinal().Replace(lines[i], "");
            matter &= i == 0 || line.TrimEnd() != "---";
            if (!line.TrimStart().StartsWith('|'))
                headings = "";
            else if (headings.Length == 0)
                headings = line;
            var numbers = WrittenNumber.In(line).ToList();
            if (numbers.Count == 0)
                continue;
            // Front matter speaks of the file's entity.
            var words = Words.In(matter ? line + " " + Path.GetFileNameWithoutExtension(file) : line);
            yield return new InputLine(file, i + 1, line.Trim(), numbers, words.Count > 0 ? words : Words.In(headings));
        }
    }

    private static IEnumerable<InputLine> Settings(string text)
    {
        var block = "";
        foreach (var (line, i) in text.Split('\n').Select((line, i) => (line, i)))
        {
            var said = line.Split('#')[0];
            if (said.Length > 0 && !char.IsWhiteSpace(said[0]))
                block = said.Split(':')[0];
            var numbers = WrittenNumber.In(said).ToList();
            if (numbers.Count > 0 && block is not ("recipients" or "operators" or "sender" or "audit_bcc"))
                yield return new InputLine("portfolio.yaml", i + 1, said.Trim(), numbers, Words.In(said.Replace('_', ' ')));
        }
    }

    // A number is of the object that holds it: the strings that are values of the same object say which. The file's name stands for the outermost.
    private static List<InputLine> Json(string file, string text)
    {
        var found = new List<(int Line, string Text, WrittenNumber Number, StringBuilder Owner)>();
        var open = new Stack<StringBuilder>();
        var line = 1;
        var value = false;
        var lines = text.Split('\n');
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\n':
                    line++;
                    break;
                case '{':
                    open.Push(new StringBuilder(open.Count == 0 ? Path.GetFileNameWithoutExtension(file) : ""));
                    value = false;
                    break;
                case '}':
                    open.Pop();
                    break;
                case '[' or ':':
                    value = true;
                    break;
                case '"':
                    var end = text.IndexOf('"', i + 1);
                    var inside = text[(i + 1)..end];
                    var key = !value || text[(end + 1)..].TrimStart().StartsWith(':');
                    if (!key)
                        open.Peek().Append(' ').Append(inside);
                    foreach (var number in WrittenNumber.In(inside))
                        found.Add((line, lines[line - 1], number, open.Peek()));
                    i = end;
                    break;
                case >= '0' and <= '9':
                    var to = i;
                    while (to < text.Length && (char.IsAsciiDigit(text[to]) || text[to] is '.' or 'e' or 'E'))
                        to++;
                    foreach (var number in WrittenNumber.In(text[i..to]))
                        found.Add((line, lines[line - 1], number, open.Peek()));
                    i = to - 1;
                    break;
            }
        }

        return [.. found.Select(one => new InputLine(file, one.Line, one.Text.Trim(), [one.Number], Words.In(one.Owner.ToString())))];
    }

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*\d+[.)]\s")]
    private static partial Regex Ordinal();
}
