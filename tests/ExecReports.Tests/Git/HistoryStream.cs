using System.Globalization;
using System.Text;

namespace ExecReports.Tests.Git;

/// <summary>Writes a history in the form that <c>git fast-import</c> reads.</summary>
internal sealed class HistoryStream
{
    private readonly StringBuilder _text = new();
    private int _mark;

    /// <summary>A commit on a branch; gives its mark. Without parents it is a root. Files: path and text, a null text removes the path.</summary>
    public int Commit(
        long at, string subject, (string Path, string? Text)[] files, int[]? parents = null, string author = "Ann Ashe <ann@example.com>", string branch = "refs/heads/main")
    {
        _mark++;
        // A branch that starts at a root must be reset, or fast-import continues it.
        if (parents is null or [])
        {
            _text.Append("reset ").Append(branch).Append('\n');
        }

        Line($"commit {branch}\nmark :{_mark}\nauthor {author} {at} +0000\ncommitter {author} {at} +0000");
        Data(subject);
        for (var i = 0; i < parents?.Length; i++)
        {
            Line($"{(i == 0 ? "from" : "merge")} :{parents[i]}");
        }

        foreach (var (path, text) in files)
        {
            if (text is null)
            {
                Line($"D {Quoted(path)}");
            }
            else
            {
                Line($"M 100644 inline {Quoted(path)}");
                Data(text);
            }
        }

        _text.Append('\n');
        return _mark;
    }

    /// <summary>A lightweight tag, or a branch.</summary>
    public void Point(string name, int mark) => Line($"reset {name}\nfrom :{mark}\n");

    /// <summary>An annotated tag.</summary>
    public void Tag(string name, int mark, long at)
    {
        Line($"tag {name}\nfrom :{mark}\ntagger Ann Ashe <ann@example.com> {at} +0000");
        Data("A release");
    }

    /// <summary>Commits one file per day, oldest first, the last one on the day of the report; gives the last mark.</summary>
    public int Line(int count, int parent = 0)
    {
        for (var i = 0; i < count; i++)
        {
            parent = Commit(TestRepository.Noon - ((count - 1 - i) * TestRepository.Day), $"Change {i}", [($"file{i}.txt", $"text {i}\n")], parent == 0 ? null : [parent]);
        }

        return parent;
    }

    public void Raw(string text) => _text.Append(text);

    public override string ToString() => _text.ToString();

    private static string Quoted(string path) => $"\"{path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private void Line(FormattableString text) => _text.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private void Data(string text) => Line($"data {Encoding.UTF8.GetByteCount(text)}\n{text}");
}
