using System.Collections.Concurrent;

namespace ExecReports.Rendering;

/// <summary>The pieces that several templates share (<c>{{ include 'opening' }}</c>); they ship with the product, no file is read.</summary>
internal static class ReportParts
{
    private static readonly ConcurrentDictionary<string, string> s_texts = new(StringComparer.Ordinal);

    /// <summary>Names of the parts.</summary>
    public static IReadOnlyList<string> Names { get; } = ["opening", "decide", "since", "closing"];

    /// <summary>A part's text and the name it has in messages; null if there is none of that name.</summary>
    public static (string Text, string File)? Find(string name)
    {
        if (!Names.Contains(name))
            return null;
        var file = $"Reports/Parts/{name}.md";
        return (s_texts.GetOrAdd(file, Reports.EmbeddedText.Read), file);
    }
}
