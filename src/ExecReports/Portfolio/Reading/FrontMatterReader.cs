using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace ExecReports.Portfolio.Reading;

/// <summary>What a handoff's front matter says.</summary>
internal sealed class FrontMatter
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? Kind { get; set; }
    public string? Status { get; set; }
    public DateOnly? Updated { get; set; }
    public List<string> Domains { get; } = [];
    public List<RepositoryRef> Repositories { get; } = [];
    public List<string> AwsNames { get; } = [];
    public List<string> AwsTags { get; } = [];
    public List<Sections.TeamMember> Team { get; } = [];
    public Dictionary<string, string> Extra { get; } = [];
}

/// <summary>
/// Reads YAML front matter through YamlDotNet's node model (no reflection). Where the YAML is broken, each top-level key is read by itself, so that only the broken one is lost.
/// </summary>
internal static class FrontMatterReader
{
    private static readonly Dictionary<string, string> Keys = Aliases(
        ("id", "id, slug, key, entity id"), ("name", "name, title, entity, company, business name, project"), ("kind", "kind, type, business, business type, entity kind, category"),
        ("status", "status, state, stage"), ("domains", "domains, domain, urls, url, websites, website, sites, site, domain names"),
        ("repositories", "repositories, repository, repos, repo, git, git repos, code, source"), ("aws", "aws, aws match, aws match rules, aws rules, aws resources, match"),
        ("team", "team assignments, team, roles, staff, assignments"), ("updated", "updated, last updated, as of, date, last modified, modified"));

    private static readonly HashSet<string> NotNames = new(StringComparer.Ordinal) { "region", "regions", "account", "accountid", "type", "runtime", "note", "notes", "description", "status", "purpose", "memory", "cost" };

    private static Dictionary<string, string> Aliases(params (string Key, string Names)[] keys) =>
        keys.SelectMany(key => key.Names.Split(", ").Select(name => (Name: FoldedName.Of(name), key.Key))).ToDictionary(pair => pair.Name, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Every key that is known, with its aliases.</summary>
    public static IEnumerable<(string Key, IEnumerable<string> Names)> Known => Keys.GroupBy(pair => pair.Value).Select(group => (group.Key, group.Select(pair => pair.Key)));

    /// <summary>Reads <paramref name="yaml"/>, whose first line is line <paramref name="lineOffset"/> + 1 of the file.</summary>
    public static FrontMatter Read(string yaml, int lineOffset, ReadingContext context)
    {
        var result = new FrontMatter();
        if (YamlText.TryParse(yaml, out var node, out var fault))
        {
            Take(node, lineOffset, result, context);
            return result;
        }

        context.Error("front-matter-broken", context.At(lineOffset + fault.Line), $"front matter that is no YAML: {fault.Reason}", "key: value lines; text with a colon or a bracket goes into quotes");
        foreach (var (chunk, offset) in TopLevel(yaml))
        {
            if (YamlText.TryParse(chunk, out node, out _))
                Take(node, lineOffset + offset, result, context);
            else if (chunk.Split(':', 2) is [var key, var value] && !value.Trim().Contains('\n'))
                Entry(key.Trim(), new YamlScalarNode(value.Trim().Trim('"', '\'')), lineOffset + offset + 1, lineOffset + offset, result, context);
        }

        return result;
    }

    private static IEnumerable<(string Text, int Offset)> TopLevel(string yaml)
    {
        var lines = yaml.Split('\n');
        var start = 0;
        for (var i = 1; i <= lines.Length; i++)
        {
            if (i < lines.Length && (lines[i].Length == 0 || !char.IsLetter(lines[i][0])))
                continue;
            yield return (string.Join('\n', lines[start..i]), start);
            start = i;
        }
    }

    private static void Take(YamlNode? node, int lineOffset, FrontMatter result, ReadingContext context)
    {
        if (node is YamlMappingNode mapping)
        {
            foreach (var (key, value) in mapping.Children)
                Entry(Scalar(key), value, lineOffset + (int)key.Start.Line, lineOffset, result, context);
        }
        else if (node is not null and not YamlScalarNode { Value: null or "" })
        {
            context.Error("front-matter-broken", context.At(lineOffset + 1), "front matter that is no list of keys", "key: value lines");
        }
    }

    private static void Entry(string key, YamlNode value, int line, int lineOffset, FrontMatter result, ReadingContext context)
    {
        var folded = FoldedName.Of(key);
        switch (Keys.GetValueOrDefault(folded))
        {
            case "id":
                result.Id = Text(value);
                break;
            case "name":
                result.Name = Text(value);
                break;
            case "kind":
                result.Kind = Text(value);
                break;
            case "status":
                result.Status = Text(value);
                break;
            case "updated":
                result.Updated = Text(value) is { } written && DateReader.Read(written) is { Date: { } day } ? day : null;
                if (result.Updated is null)
                    result.Extra[key] = AsWritten(value);
                break;
            case "domains":
                result.Domains.AddRange(Values(value).Select(domain => WithoutScheme(domain.Text)));
                break;
            case "repositories":
                result.Repositories.AddRange(Values(value, "path", "url", "location", "repo", "repository", "name").Select(repo => new RepositoryRef(WithoutUser(repo.Text), context.At(lineOffset + repo.Line))));
                break;
            case "aws":
                TakeAws(key, value, result);
                break;
            case "team":
                TakeTeam(value, lineOffset, result, context);
                break;
            default:
                result.Extra[key] = AsWritten(value);
                if (Keys.Keys.Where(known => FoldedName.Near(known, folded)).MinBy(known => FoldedName.Distance(known, folded)) is { } near)
                    context.Hint("front-matter-key", context.At(line), $"front matter key \"{key}\"", $"a known key; the nearest is {Keys[near]}");
                break;
        }
    }

    private static string Scalar(YamlNode node) => (node as YamlScalarNode)?.Value ?? node.ToString();

    private static string? Text(YamlNode node) => AsWritten(node) is { Length: > 0 } text ? text : null;

    private static string AsWritten(YamlNode node) => node switch
    {
        YamlScalarNode scalar => (scalar.Value ?? "").Trim(),
        YamlSequenceNode sequence => string.Join(", ", sequence.Select(AsWritten)),
        YamlMappingNode mapping => string.Join("; ", mapping.Children.Select(pair => $"{Scalar(pair.Key)}: {AsWritten(pair.Value)}")),
        _ => "",
    };

    private static IEnumerable<(string Text, int Line)> Values(YamlNode node, params string[] keys)
    {
        switch (node)
        {
            case YamlScalarNode { Value: { } text }:
                return text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => (part, (int)node.Start.Line));
            case YamlSequenceNode sequence:
                return sequence.SelectMany(item => item is YamlScalarNode { Value: { Length: > 0 } one } ? [(one.Trim(), (int)item.Start.Line)] : Values(item, keys));
            case YamlMappingNode mapping:
                var named = mapping.Children.FirstOrDefault(pair => keys.Contains(FoldedName.Of(Scalar(pair.Key))));
                return named.Value is not null ? Values(named.Value) : mapping.Children.SelectMany(pair => Values(pair.Value, keys));
            default:
                return [];
        }
    }

    private static string WithoutScheme(string domain)
    {
        var at = domain.IndexOf("://", StringComparison.Ordinal);
        return (at < 0 ? domain : domain[(at + 3)..]).TrimEnd('/');
    }

    private static string WithoutUser(string location)
    {
        var scheme = location.IndexOf("://", StringComparison.Ordinal);
        var at = scheme < 0 ? -1 : location.IndexOf('@', scheme);
        var slash = scheme < 0 ? -1 : location.IndexOf('/', scheme + 3);
        return at > 0 && (slash < 0 || at < slash) ? string.Concat(location.AsSpan(0, scheme + 3), location.AsSpan(at + 1)) : location;
    }

    // aws: names and tags, lists of either, or resources by service; a leaf "key=value" is a tag, an ARN its last part.
    private static void TakeAws(string path, YamlNode node, FrontMatter result)
    {
        switch (node)
        {
            case YamlScalarNode { Value: { Length: > 0 } text }:
                foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    AddRule(part, result);
                break;
            case YamlSequenceNode sequence:
                foreach (var item in sequence)
                    TakeAws(path, item, result);
                break;
            case YamlMappingNode mapping:
                foreach (var (key, value) in mapping.Children)
                {
                    var name = FoldedName.Of(Scalar(key));
                    if (NotNames.Contains(name))
                        result.Extra[Unused(result, $"{path}.{Scalar(key)}")] = AsWritten(value);
                    else if (name is "tag" or "tags" && value is YamlMappingNode tags)
                        result.AwsTags.AddRange(tags.Children.Select(pair => $"{Scalar(pair.Key)}={Scalar(pair.Value)}"));
                    else if (name is "tag" or "tags")
                        result.AwsTags.AddRange(Values(value).Select(tag => tag.Text.Replace(": ", "=").Replace(" = ", "=")));
                    else
                        TakeAws($"{path}.{Scalar(key)}", value, result);
                }

                break;
        }
    }

    private static string Unused(FrontMatter result, string key)
    {
        var free = key;
        for (var n = 2; result.Extra.ContainsKey(free); n++)
            free = string.Create(CultureInfo.InvariantCulture, $"{key} {n}");
        return free;
    }

    private static void AddRule(string text, FrontMatter result)
    {
        if (text.StartsWith("tag:", StringComparison.OrdinalIgnoreCase))
            result.AwsTags.Add(text[4..].Trim());
        else if (text.StartsWith("name:", StringComparison.OrdinalIgnoreCase))
            result.AwsNames.Add(text[5..].Trim());
        else if (text.Contains('='))
            result.AwsTags.Add(text);
        else if (text.StartsWith("arn:", StringComparison.OrdinalIgnoreCase))
            result.AwsNames.Add(text[(text.LastIndexOfAny([':', '/']) + 1)..]);
        else if (text.IndexOf(": ", StringComparison.Ordinal) is var at and > 0)
            result.AwsNames.Add(text[(at + 2)..].Trim());
        else
            result.AwsNames.Add(text);
    }

    private static void TakeTeam(YamlNode node, int lineOffset, FrontMatter result, ReadingContext context)
    {
        switch (node)
        {
            case YamlScalarNode { Value: { Length: > 0 } text }:
                var pair = ListItemReader.KeyValue(text);
                Add(pair?.Key ?? text, pair?.Value, node);
                break;
            case YamlSequenceNode sequence:
                foreach (var item in sequence)
                    TakeTeam(item, lineOffset, result, context);
                break;
            case YamlMappingNode mapping when mapping.Children.FirstOrDefault(entry => FoldedName.Of(Scalar(entry.Key)) is "role" or "name" or "who" or "position") is { Value: { } role }:
                var others = mapping.Children.Where(entry => entry.Value != role).ToList();
                Add(AsWritten(role), others.Count == 0 ? null : string.Join("; ", others.Select(entry => AsWritten(entry.Value))), mapping);
                break;
            case YamlMappingNode mapping:
                foreach (var (key, value) in mapping.Children)
                    Add(Scalar(key), AsWritten(value), key);
                break;
        }

        void Add(string role, string? responsibility, YamlNode at) =>
            result.Team.Add(new Sections.TeamMember { At = context.At(lineOffset + (int)at.Start.Line), Role = role, Responsibility = string.IsNullOrEmpty(responsibility) ? null : responsibility });
    }
}
