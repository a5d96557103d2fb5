using System.Globalization;
using System.Security.Cryptography;

namespace ExecReports.Cli.Samples;

/// <summary>Builds the git repositories of a portfolio whose histories stand beside it as readable text (<c>histories/*.history</c>).</summary>
public static class SampleRepositories
{
    /// <summary>Goes into the stamp: a repository that an older builder made is made anew.</summary>
    private const string Builder = "3";

    private const string Stamp = "built-from";

    /// <summary>
    /// Makes <paramref name="repositoriesFolder"/> hold one bare repository per history, named like its file. One whose history has not changed is left alone;
    /// each is put in its place whole, so that a run that is broken off leaves none that is half built. A folder without histories, or none, builds nothing.
    /// </summary>
    /// <exception cref="HistoryFormatException">A history cannot be read.</exception>
    /// <exception cref="IOException">The repositories' folder cannot be written.</exception>
    public static async Task BuildAsync(string historiesFolder, string repositoriesFolder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(historiesFolder))
            return;

        var histories = Directory.EnumerateFiles(historiesFolder, "*.history").Order(StringComparer.Ordinal);
        await Parallel.ForEachAsync(histories, cancellationToken, async (file, token) =>
        {
            var bytes = await File.ReadAllBytesAsync(file, token).ConfigureAwait(false);
            var stamp = $"{Builder} {Convert.ToHexStringLower(SHA256.HashData(bytes))}";
            var target = Path.Combine(repositoriesFolder, Path.GetFileNameWithoutExtension(file));
            if (!IsBuiltFrom(target, stamp))
                Build(file, target, stamp, token);
        }).ConfigureAwait(false);
    }

    private static void Build(string file, string target, string stamp, CancellationToken cancellationToken)
    {
        // The process id keeps two runs at the same time apart; what a killed one left behind is cleared by the next that has its id, or by hand.
        var suffix = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var fresh = $"{target}.new-{suffix}";
        var old = $"{target}.old-{suffix}";
        Remove(fresh);

        var name = Path.GetFileName(file);
        HistoryRepository.Build(name, HistoryFile.Parse(name, File.ReadAllText(file)), fresh, cancellationToken);
        File.WriteAllText(Path.Combine(fresh, Stamp), stamp);

        try
        {
            if (Directory.Exists(target))
                Directory.Move(target, old);
            Directory.Move(fresh, target);
        }
        catch (IOException) when (IsBuiltFrom(target, stamp))
        {
            Remove(fresh); // Another run put the same repository there first.
        }

        Remove(old);
    }

    private static bool IsBuiltFrom(string repository, string stamp)
    {
        var path = Path.Combine(repository, Stamp);
        return File.Exists(path) && File.ReadAllText(path) == stamp;
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
