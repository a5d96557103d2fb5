namespace ExecReports.Cli;

/// <summary>A dotenv file: <c>NAME=value</c> a line, <c>#</c> comments, optional <c>export</c>, optional quotes.</summary>
public sealed class EnvFile
{
    private readonly Dictionary<string, string> values;

    private EnvFile(Dictionary<string, string> values) => this.values = values;

    /// <summary>No file.</summary>
    public static EnvFile Empty { get; } = new([]);

    /// <summary>Reads a file; throws <see cref="UsageException"/> with the line of each fault. Values are never repeated in a message.</summary>
    public static EnvFile Read(string path)
    {
        if (!File.Exists(path))
            throw new UsageException($"There is no settings file {path}. Make one with NAME=value a line, or leave --env and EXECREPORTS_ENV out.");

        return Parse(File.ReadAllText(path), path);
    }

    /// <summary>Parses a file's text.</summary>
    public static EnvFile Parse(string text, string path)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var faults = new List<string>();
        var number = 0;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var line = raw.Trim().TrimStart('\uFEFF');
            if (line.Length == 0 || line[0] == '#')
                continue;

            if (line.StartsWith("export ", StringComparison.Ordinal))
                line = line["export ".Length..].TrimStart();

            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !line[..equals].TrimEnd().All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
                faults.Add($"{path}:{number}: expected NAME=value.");
            else
                values[line[..equals].TrimEnd()] = Unquote(line[(equals + 1)..].Trim());
        }

        return faults.Count == 0 ? new EnvFile(values) : throw new UsageException(faults);
    }

    /// <summary>The value of a name; null if it is not set or empty.</summary>
    public string? Get(string name) => values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    private static string Unquote(string value)
    {
        if (value.Length >= 2 && (value[0] is '"' or '\'') && value[^1] == value[0])
            return value[1..^1];

        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? value : value[..comment].TrimEnd();
    }
}
