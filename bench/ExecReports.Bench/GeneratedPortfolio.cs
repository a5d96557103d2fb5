using System.Globalization;

namespace ExecReports.Bench;

/// <summary>
/// Portfolios of any size for measurements: the sample's handoffs over and over under new ids, one repository each. The first six keep their kind, so that every
/// size makes the same eight reports. The same arguments give the same files and commits.
/// </summary>
internal static class GeneratedPortfolio
{
    public static readonly string Sample = Path.Combine(RepositoryRoot(), "samples", "portfolio");

    private const string Projects = "agent_handoffs/projects";

    public static void Write(string folder, int entities, int commits)
    {
        if (Path.Exists(folder))
            throw new IOException($"{folder} exists already; remove it or name another folder.");
        Directory.CreateDirectory(Path.Combine(folder, Projects));
        File.Copy(Path.Combine(Sample, "portfolio.yaml"), Path.Combine(folder, "portfolio.yaml"));
        foreach (var data in (string[])["inventory", "operations"])
        {
            Directory.CreateDirectory(Path.Combine(folder, data));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Sample, data)))
                File.Copy(file, Path.Combine(folder, data, Path.GetFileName(file)));
        }

        var models = Directory.GetFiles(Path.Combine(Sample, Projects), "*.md").Order(StringComparer.Ordinal).ToArray();
        for (var i = 0; i < entities; i++)
        {
            var model = models[i % models.Length];
            var id = i < models.Length ? Path.GetFileNameWithoutExtension(model) : string.Create(CultureInfo.InvariantCulture, $"entity-{i:000}");
            var repository = string.Create(CultureInfo.InvariantCulture, $"repositories/{i:000}.git");
            File.WriteAllText(Path.Combine(folder, Projects, id + ".md"), Handoff(File.ReadAllText(model), id, repository, isCopy: i >= models.Length));
            GeneratedRepository.Write(Path.Combine(folder, repository), commits, seed: i);
        }
    }

    // The model's text from its first heading on, under a front matter of its own.
    private static string Handoff(string model, string id, string repository, bool isCopy)
    {
        var end = model.IndexOf("\n---\n", StringComparison.Ordinal) + 5;
        var kind = isCopy ? "company" : model.Split('\n').First(line => line.StartsWith("kind: ", StringComparison.Ordinal))[6..];
        return $"---\nid: {id}\nname: {(isCopy ? $"Company {id}" : id.ToUpperInvariant())}\nkind: {kind}\nstatus: live\nrepositories: [{repository}]\n---\n{model[end..]}";
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ExecReports.Functions.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Run it from a build within the repository.");
        return folder;
    }
}
