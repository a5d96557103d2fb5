using System.Security.Cryptography;
using System.Text;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports;

/// <summary>
/// Reads a report's markdown file: front matter between <c>---</c> lines (<c>key: value</c>, lists as <c>[a, b]</c>), then the template.
/// Keys: id, title, audience, group (executive or domain), and for a domain report kind or entities.
/// </summary>
public static class ReportTemplateReader
{
    private static readonly string[] s_keys = ["id", "title", "audience", "group", "kind", "entities"];

    /// <summary>Reads a template; throws <see cref="TemplateException"/> with the line and what would be right.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <param name="builtIn">Whether it ships with the product.</param>
    public static ReportTemplate Read(string file, string text, bool builtIn)
    {
        var source = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var lines = source.Split('\n');
        if (lines[0].TrimEnd() != "---")
            throw new TemplateException(file, 1, "expected front matter: a line '---', then id, title, audience and group, then a line '---'");
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == "---");
        if (end < 0)
            throw new TemplateException(file, 1, "the front matter has no end; expected a second line '---'");

        var values = new Dictionary<string, (string Value, int Line)>(StringComparer.Ordinal);
        for (var i = 1; i < end; i++)
            ReadLine(file, lines[i], i + 1, values);

        var (id, idLine) = Required("id");
        if (!IsId(id))
            throw new TemplateException(file, idLine, $"'{id}' is no report id; expected lower case letters, digits and hyphens, a letter first, at most 40 characters");
        var (groupWord, groupLine) = Required("group");
        var group = groupWord switch
        {
            "executive" => ReportGroup.Executive,
            "domain" => ReportGroup.Domain,
            _ => throw new TemplateException(file, groupLine, $"'{groupWord}' is no group; expected executive or domain"),
        };
        var kind = values.TryGetValue("kind", out var kindWord) ? Kind(file, kindWord.Value, kindWord.Line) : (EntityKind?)null;
        var entities = values.TryGetValue("entities", out var list) ? List(list.Value) : [];
        if (group == ReportGroup.Domain && kind is null && entities.Count == 0)
            throw new TemplateException(file, groupLine, "a domain report is made per entity; expected 'kind: …' or 'entities: [id, …]'");

        return new ReportTemplate
        {
            Id = id,
            Title = Required("title").Value,
            Audience = Required("audience").Value,
            Group = group,
            Kind = kind,
            Entities = entities,
            Body = string.Join('\n', lines[(end + 1)..]),
            BodyOffset = end + 1,
            File = file,
            Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source))),
            BuiltIn = builtIn,
        };

        (string Value, int Line) Required(string key) => values.TryGetValue(key, out var found) && found.Value.Length > 0
            ? found
            : throw new TemplateException(file, found.Line == 0 ? 1 : found.Line, $"the front matter lacks '{key}'");
    }

    private static void ReadLine(string file, string line, int number, Dictionary<string, (string Value, int Line)> values)
    {
        if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#'))
            return;
        var colon = line.IndexOf(':');
        if (colon <= 0 || char.IsWhiteSpace(line[0]))
            throw new TemplateException(file, number, $"'{line.Trim()}' cannot be read; expected 'key: value'");
        var key = line[..colon].Trim();
        if (!s_keys.Contains(key))
            throw new TemplateException(file, number, $"unknown key '{key}'{NearestName.Hint(key, s_keys)}");
        if (!values.TryAdd(key, (line[(colon + 1)..].Trim().Trim('"', '\''), number)))
            throw new TemplateException(file, number, $"'{key}' stands twice in the front matter");
    }

    private static bool IsId(string id) =>
        id.Length is > 0 and <= 40 && char.IsAsciiLetterLower(id[0]) && id[^1] != '-' && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static EntityKind Kind(string file, string word, int line)
    {
        var known = Enum.GetValues<EntityKind>().Where(kind => kind != EntityKind.Unknown).ToDictionary(kind => Formats.Words(kind), StringComparer.Ordinal);
        var folded = word.Replace('-', ' ').Replace('_', ' ').ToLowerInvariant();
        return known.TryGetValue(folded, out var found) ? found : throw new TemplateException(file, line, $"unknown kind '{word}'{NearestName.Hint(folded, known.Keys)}");
    }

    private static List<string> List(string value) =>
        [.. value.Trim('[', ']').Split(',').Select(item => item.Trim().Trim('"', '\'')).Where(item => item.Length > 0)];
}
