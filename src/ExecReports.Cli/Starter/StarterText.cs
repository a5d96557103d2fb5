namespace ExecReports.Cli.Starter;

/// <summary>Texts that ship inside the program for people to begin with.</summary>
internal static class StarterText
{
    /// <summary>Reads one, by its path below <c>Starter</c>.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(StarterText).Assembly.GetManifestResourceStream("starter/" + name)
            ?? throw new InvalidOperationException($"The program holds no starter file '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Writes a file where there is none, also if somebody else makes one meanwhile.</summary>
    /// <exception cref="IOException">There is one, or it cannot be written.</exception>
    public static void WriteNew(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    }
}
