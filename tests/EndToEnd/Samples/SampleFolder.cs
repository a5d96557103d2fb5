namespace EndToEnd.Samples;

/// <summary>The sample portfolio of this repository.</summary>
internal static class SampleFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var sample = System.IO.Path.Combine(folder.FullName, "samples", "portfolio");
            if (Directory.Exists(sample))
                return sample;
        }

        throw new DirectoryNotFoundException($"no samples/portfolio above {AppContext.BaseDirectory}");
    }
}
