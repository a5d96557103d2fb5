namespace ExecReports.Reports;

/// <summary>Texts that ship inside the product: templates and their parts.</summary>
internal static class EmbeddedText
{
    /// <summary>Names of all of them, with forward slashes, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(EmbeddedText).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Reads one.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly holds no text '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
