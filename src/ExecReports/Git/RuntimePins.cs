using System.Text.Json;

namespace ExecReports.Git;

/// <summary>Runtimes that files pin: .nvmrc, .python-version, global.json (sdk), Dockerfile (FROM), package.json (engines.node).</summary>
internal static class RuntimePins
{
    /// <summary>Whether a path is such a file, in code of one's own.</summary>
    public static bool Reads(string path) => KindOf(path) != Kind.None && !TreeMarks.IsForeign(path);

    /// <summary>What a file pins; a file that is not as it should be pins nothing.</summary>
    public static IEnumerable<PinnedRuntime> Find(string path, string text) => KindOf(path) switch
    {
        Kind.Node => FirstLine("node", path, text.TrimStart().TrimStart('v')),
        Kind.Python => FirstLine("python", path, text),
        Kind.Sdk => FromJson("dotnet", "sdk", "version", path, text),
        Kind.Package => FromJson("node", "engines", "node", path, text),
        Kind.Docker => FromImages(path, text),
        _ => [],
    };

    private static Kind KindOf(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return name switch
        {
            ".nvmrc" => Kind.Node,
            ".python-version" => Kind.Python,
            "global.json" => Kind.Sdk,
            "package.json" => Kind.Package,
            _ when name is "Dockerfile" || name.StartsWith("Dockerfile.") || name.EndsWith(".Dockerfile") => Kind.Docker,
            _ => Kind.None,
        };
    }

    private static IEnumerable<PinnedRuntime> FirstLine(string runtime, string path, string text)
    {
        var version = text.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0 && line[0] != '#');
        return version is null ? [] : [new PinnedRuntime(runtime, version, path)];
    }

    private static IEnumerable<PinnedRuntime> FromJson(string runtime, string section, string name, string path, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty(section, out var inner) && inner.ValueKind == JsonValueKind.Object
                && inner.TryGetProperty(name, out var version) && version.ValueKind == JsonValueKind.String
                ? [new PinnedRuntime(runtime, version.GetString()!, path)]
                : [];
        }
        catch (JsonException)
        {
            // A broken file of the audited repository pins nothing that its own tools could read either.
            return [];
        }
    }

    private static IEnumerable<PinnedRuntime> FromImages(string path, string text)
    {
        var stages = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "scratch" };
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 2 || !words[0].Equals("FROM", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var at = Array.FindIndex(words, 1, word => !word.StartsWith("--", StringComparison.Ordinal));
            if (at < 0)
            {
                continue;
            }

            if (!stages.Contains(words[at]) && !words[at].Contains('$'))
            {
                yield return FromImage(words[at], path);
            }

            if (words.Length > at + 2 && words[at + 1].Equals("AS", StringComparison.OrdinalIgnoreCase))
            {
                stages.Add(words[at + 2]);
            }
        }
    }

    // [registry/]name[:tag][@digest]; all images of dotnet are one runtime.
    private static PinnedRuntime FromImage(string image, string path)
    {
        var plain = image.Split('@')[0];
        var name = plain[(plain.LastIndexOf('/') + 1)..];
        var colon = name.IndexOf(':');
        var runtime = plain.Contains("/dotnet/", StringComparison.Ordinal) ? "dotnet" : colon < 0 ? name : name[..colon];
        return new PinnedRuntime(runtime, colon < 0 ? "latest" : name[(colon + 1)..], path);
    }

    private enum Kind
    {
        None,
        Node,
        Python,
        Sdk,
        Package,
        Docker,
    }
}
