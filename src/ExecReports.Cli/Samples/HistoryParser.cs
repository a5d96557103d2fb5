using System.Globalization;

namespace ExecReports.Cli.Samples;

/// <summary>Reads the lines of one history file.</summary>
internal sealed class HistoryParser(string file)
{
    private const string HeaderForms =
        "'default <branch>', 'offset <+hh:mm>', 'person <key> = <name> <address>', '<yyyy-MM-dd HH:mm> …' or 'every week on tue at 10:30 from <day> to <day> …'";
    private const string ActionForms = "'tag <name>' or '<person>[ on <branch>| merges <branch>]: <subject>'";

    private readonly Dictionary<string, HistoryPerson> _people = new(StringComparer.Ordinal);
    private readonly List<HistoryEvent> _events = [];
    private readonly List<BodyLine> _body = [];
    private string _default = "main";
    private TimeSpan _offset;
    private Entry? _entry;

    /// <summary>An entry's header: the moments at which it happens, and what happens.</summary>
    private sealed record Entry(int Line, IReadOnlyList<DateTimeOffset> Times, string Action);

    private sealed record BodyLine(int Line, string Text);

    public HistoryFile Parse(string text)
    {
        var number = 0;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (raw.StartsWith("  ", StringComparison.Ordinal) && raw.Trim().Length > 0)
            {
                if (_entry is null)
                    throw Wrong(number, raw.Trim(), "a commit above a line that is indented");
                _body.Add(new BodyLine(number, raw[2..]));
            }
            else if (raw.Length > 0 && raw[0] != '#')
            {
                EndEntry();
                ReadHeader(number, raw.Trim());
            }
        }

        EndEntry();
        return new HistoryFile(_default, [.. _events.OrderBy(happening => happening.At)]);
    }

    private void ReadHeader(int number, string line)
    {
        var (word, rest) = Cut(line, ' ');
        switch (word)
        {
            case "default":
                _default = rest;
                break;
            case "offset":
                if (!TimeSpan.TryParseExact(rest.TrimStart('+', '-'), @"hh\:mm", CultureInfo.InvariantCulture, out var span))
                    throw Wrong(number, rest, "an offset such as -08:00");
                _offset = rest.StartsWith('-') ? -span : span;
                break;
            case "person":
                var (key, identity) = Cut(rest, '=');
                var (name, address) = Cut(identity, '<');
                if (name.Length == 0 || !address.EndsWith('>'))
                    throw Wrong(number, line, "'person engineer = Engineer <engineer@example.com>'");
                _people[key] = new HistoryPerson(name, address.TrimEnd('>'));
                break;
            case "every":
                _entry = ReadRepeat(number, rest);
                break;
            default:
                var (clock, action) = Cut(rest, ' ');
                if (!DateTime.TryParseExact($"{word} {clock}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
                    throw Wrong(number, line, HeaderForms);
                _entry = new Entry(number, [new DateTimeOffset(at, _offset)], action);
                break;
        }
    }

    /// <summary><c>every [k] week[s] on tue, fri at 10:30 from 2026-04-07 to 2026-11-17 …</c>: weeks are counted from the one that holds the first day.</summary>
    private Entry ReadRepeat(int number, string line)
    {
        const string Form = "'every [2] week[s] on tue, fri at 10:30 from 2026-04-07 to 2026-11-17 …'";
        var (before, afterOn) = CutAt(line, " on ");
        var (days, afterAt) = CutAt(afterOn, " at ");
        var (clock, afterFrom) = CutAt(afterAt, " from ");
        var (first, afterTo) = CutAt(afterFrom, " to ");
        var (last, action) = Cut(afterTo, ' ');
        var (count, unit) = before == "week" ? ("1", "weeks") : Cut(before, ' ');

        if (unit is not "weeks" || !int.TryParse(count, CultureInfo.InvariantCulture, out var step) || step < 1
            || !TimeOnly.TryParseExact(clock, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            || !TryDay(first, out var from) || !TryDay(last, out var to))
            throw Wrong(number, line, Form);

        var weekdays = days.Split(',', StringSplitOptions.TrimEntries).Select(day => Weekday(number, day)).ToHashSet();
        var monday = from.AddDays(-(((int)from.DayOfWeek + 6) % 7));
        var times = new List<DateTimeOffset>();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            var week = (day.DayNumber - monday.DayNumber) / 7;
            if (week % step == 0 && weekdays.Contains(day.DayOfWeek))
                times.Add(new DateTimeOffset(day, time, _offset));
        }

        return new Entry(number, times, action);
    }

    private void EndEntry()
    {
        if (_entry is { } entry)
        {
            for (var i = 0; i < entry.Times.Count; i++)
                _events.Add(Happen(entry, entry.Times[i], i));
        }

        _entry = null;
        _body.Clear();
    }

    /// <summary>What an entry does at its <paramref name="round"/>th time (from 0); <c>{n}</c> counts from 1, alternatives behind <c>|</c> take turns.</summary>
    private HistoryEvent Happen(Entry entry, DateTimeOffset at, int round)
    {
        if (entry.Action.StartsWith("tag ", StringComparison.Ordinal))
            return new HistoryTag(at, entry.Line, Numbered(entry.Action[4..].Trim(), round));

        var (who, subject) = CutAt(entry.Action, ": ");
        var (key, merges) = CutAt(who, " merges ");
        var (person, branch) = CutAt(key, " on ");
        if (subject.Length == 0)
            throw Wrong(entry.Line, entry.Action, ActionForms);
        if (!_people.TryGetValue(person, out var identity))
            throw Wrong(entry.Line, $"the person '{person}'", $"one of {string.Join(", ", _people.Keys)}");

        var message = Numbered(Turn(subject, round), round);
        var (changes, trailers) = ReadBody(entry.Line, message, at, round);
        var full = trailers.Count == 0 ? message : $"{message}\n\n{string.Join('\n', trailers)}";
        return new HistoryCommit(at, entry.Line, identity, branch.Length > 0 ? branch : _default, full + "\n", changes)
        {
            Merges = merges.Length > 0 ? merges : null,
        };
    }

    private (List<HistoryChange> Changes, List<string> Trailers) ReadBody(int line, string subject, DateTimeOffset at, int round)
    {
        var changes = new List<HistoryChange>();
        var trailers = new List<string>();
        foreach (var body in _body)
        {
            var argument = body.Text.Length > 2 ? body.Text[2..] : "";
            switch (body.Text[0])
            {
                case '+':
                    changes.Add(new HistoryChange(argument, HistoryChangeKind.Write, ""));
                    break;
                case '|' when changes is [.., { Kind: HistoryChangeKind.Write } written]:
                    changes[^1] = written with { Text = written.Text + argument + "\n" };
                    break;
                case '~':
                    var (paths, text) = CutAt(argument, ": ");
                    var path = Numbered(Turn(paths, round), round);
                    changes.Add(new HistoryChange(path, HistoryChangeKind.Append, text.Length > 0 ? text : Remark(body.Line, path, at, subject)));
                    break;
                case '-':
                    changes.Add(new HistoryChange(argument, HistoryChangeKind.Remove, null));
                    break;
                case '>':
                    trailers.Add(argument);
                    break;
                default:
                    throw Wrong(body.Line, body.Text, "'+ path' and '| text' below it, '~ path', '- path' or '> a line of the message'");
            }
        }

        return (changes, trailers);
    }

    /// <summary>A line to append where none is given: a remark in the file's own language.</summary>
    private string Remark(int line, string path, DateTimeOffset at, string subject)
    {
        var words = $"{at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: {subject}";
        return Path.GetExtension(path) switch
        {
            ".md" or ".txt" => $"- {words}",
            ".js" or ".jsx" or ".ts" or ".tsx" => $"// {words}",
            ".css" => $"/* {words} */",
            ".html" or ".astro" or ".php" => $"<!-- {words} -->",
            ".py" or ".yml" or ".yaml" or ".toml" or ".sh" => $"# {words}",
            _ => throw Wrong(line, path, "the text to append, as in '~ path: text', for a file of this kind"),
        };
    }

    private static string Turn(string alternatives, int round)
    {
        var parts = alternatives.Split(" | ");
        return parts[round % parts.Length].Trim();
    }

    private static string Numbered(string text, int round) => text.Replace("{n}", (round + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private DayOfWeek Weekday(int line, string word) => word switch
    {
        "mon" => DayOfWeek.Monday,
        "tue" => DayOfWeek.Tuesday,
        "wed" => DayOfWeek.Wednesday,
        "thu" => DayOfWeek.Thursday,
        "fri" => DayOfWeek.Friday,
        "sat" => DayOfWeek.Saturday,
        "sun" => DayOfWeek.Sunday,
        _ => throw Wrong(line, word, "mon, tue, wed, thu, fri, sat or sun"),
    };

    private static (string Before, string After) Cut(string text, char at) => CutAt(text, at.ToString());

    private static (string Before, string After) CutAt(string text, string at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (text.Trim(), "") : (text[..index].Trim(), text[(index + at.Length)..].Trim());
    }

    private HistoryFormatException Wrong(int line, string found, string expected) => new(file, line, $"found {found}", expected);
}
