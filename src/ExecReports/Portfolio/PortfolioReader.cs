namespace ExecReports.Portfolio;

/// <summary>
/// Reads a portfolio folder: <c>portfolio.yaml</c> and <c>agent_handoffs/projects/*.md</c>, found by listing the folder. Handoffs are read one at a time, so that each can be an activity of its own.
/// </summary>
/// <param name="root">The portfolio folder.</param>
public sealed class PortfolioReader(string root)
{
    /// <summary>Where handoffs stand, below the root.</summary>
    public const string HandoffFolder = "agent_handoffs/projects";

    /// <summary>The settings' file, below the root.</summary>
    public const string SettingsFile = "portfolio.yaml";

    // The other spelling of the ending; read where the first is not there.
    private const string OtherSettingsFile = "portfolio.yml";

    /// <summary>The folder.</summary>
    public string Root => root;

    /// <summary>The settings' file that is read now: <c>portfolio.yaml</c>, else <c>portfolio.yml</c>; where there is neither, the first.</summary>
    public string SettingsPath =>
        Path.Combine(root, SettingsFile) is var path && !File.Exists(path) && Path.Combine(root, OtherSettingsFile) is var other && File.Exists(other) ? other : path;

    /// <summary>The handoffs' files in ordinal order of their names.</summary>
    /// <exception cref="PortfolioException">There is no such folder, no folder of handoffs in it, or no handoff in that.</exception>
    public IReadOnlyList<HandoffFile> List()
    {
        if (!Directory.Exists(root))
            throw new PortfolioException($"There is no portfolio folder {root}; expected a folder that holds {HandoffFolder}/*.md");
        var folder = Path.Combine([root, .. HandoffFolder.Split('/')]);
        if (!Directory.Exists(folder))
            throw new PortfolioException($"The portfolio folder {root} has no folder {HandoffFolder}; expected one markdown handoff per entity there, such as {HandoffFolder}/harbour.md");
        try
        {
            var files = Directory.EnumerateFiles(folder)
                .Where(path => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && !Path.GetFileName(path).StartsWith('.'))
                .OrderBy(path => Path.GetFileName(path), StringComparer.Ordinal)
                .Select(path => new HandoffFile($"{HandoffFolder}/{Path.GetFileName(path)}", path))
                .ToList();
            return files.Count > 0 ? files : throw new PortfolioException($"The folder {folder} is empty; expected one markdown handoff (*.md) per entity");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PortfolioException($"The folder {folder} cannot be listed: {fault.Message}", fault);
        }
    }

    /// <summary>The settings of <c>portfolio.yaml</c>; the defaults if there is none. Faults in it are diagnostics of the result.</summary>
    public PortfolioSettings ReadSettings()
    {
        var path = SettingsPath;
        if (!File.Exists(path))
            return new PortfolioSettings();

        var name = Path.GetFileName(path);
        try
        {
            return PortfolioSettingsReader.Read(name, File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new PortfolioSettings { Diagnostics = [Unreadable(name, fault)] };
        }
    }

    /// <summary>
    /// Reads one handoff. A file that cannot be opened is an empty handoff with an error among its diagnostics; it costs no other. <see cref="Handoff.Changed"/> is the front matter's date,
    /// else the file's own, in the portfolio's zone; so are its rows', until whoever knows the commits dates them by those (<see cref="HandoffDates"/>).
    /// </summary>
    /// <param name="file">One of <see cref="List"/>.</param>
    /// <param name="settings">The portfolio's settings, for its currency and zone.</param>
    public Handoff Read(HandoffFile file, PortfolioSettings settings)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(settings);
        try
        {
            var content = File.ReadAllBytes(file.FullPath);
            return HandoffReader.Read(file.RelativePath, content, settings.Currency, settings.DayOf(File.GetLastWriteTimeUtc(file.FullPath)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Handoff { Id = HandoffReader.IdOf(file.Name), Name = file.Name, File = file.RelativePath, Diagnostics = [Unreadable(file.RelativePath, fault)] };
        }
    }

    /// <summary>Reads every handoff, with ids made unique.</summary>
    /// <exception cref="PortfolioException">As <see cref="List"/>.</exception>
    public IReadOnlyList<Handoff> ReadAll(PortfolioSettings settings)
    {
        // Side by side, in the order of their files: each is read from its own file alone.
        var files = List();
        var handoffs = new Handoff[files.Count];
        Parallel.For(0, files.Count, i => handoffs[i] = Read(files[i], settings));
        return WithUniqueIds(handoffs);
    }

    /// <summary>
    /// Handoffs with one id: both get a diagnostic, the later file takes its file's name as id (with a number behind it if that is taken too). Also names AWS match rules that two entities share: the first by file name wins.
    /// </summary>
    /// <param name="handoffs">In the order of their files.</param>
    public static IReadOnlyList<Handoff> WithUniqueIds(IReadOnlyList<Handoff> handoffs)
    {
        ArgumentNullException.ThrowIfNull(handoffs);
        var result = handoffs.ToList();
        var owners = new Dictionary<string, int>(StringComparer.Ordinal);
        var rules = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < result.Count; i++)
        {
            var handoff = result[i];
            if (!owners.TryAdd(handoff.Id, i))
            {
                var name = HandoffReader.IdOf(Path.GetFileNameWithoutExtension(handoff.File));
                var id = name;
                for (var n = 2; owners.ContainsKey(id) || handoffs.Skip(i + 1).Any(later => later.Id == id); n++)
                    id = $"{name}-{n}";
                var first = owners[handoff.Id];
                result[first] = With(result[first], "id-duplicate", $"id \"{handoff.Id}\", which {handoff.File} has too", "an id of its own in each file");
                result[i] = With(handoff, "id-duplicate", $"id \"{handoff.Id}\", which {result[first].File} has already", $"an id of its own in each file; \"{id}\" is used") with { Id = id };
                owners[id] = i;
            }

            foreach (var rule in handoff.Aws.Names.Concat(handoff.Aws.Tags))
            {
                if (!rules.TryAdd(rule, i) && rules[rule] != i)
                    result[i] = With(result[i], "aws-rule-clash", $"AWS match rule \"{rule}\", which {result[rules[rule]].File} has already", "a rule that one entity alone has; the first file's wins");
            }
        }

        return result;
    }

    private static Handoff With(Handoff handoff, string code, string found, string expected) =>
        handoff with { Diagnostics = [.. handoff.Diagnostics, new Diagnostic(DiagnosticSeverity.Warning, code, new SourceLine(handoff.File, 1), found, expected)] };

    private static Diagnostic Unreadable(string file, Exception fault) =>
        new(DiagnosticSeverity.Error, "file-unreadable", new SourceLine(file, 1), $"a file that cannot be read: {fault.Message}", "a file that this user may read");
}
