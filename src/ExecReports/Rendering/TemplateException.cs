namespace ExecReports.Rendering;

/// <summary>A template that cannot be read or rendered: where, and what would be right.</summary>
/// <param name="file">The template's file.</param>
/// <param name="line">Line in that file, counted from 1.</param>
/// <param name="problem">What is wrong, and the nearest known name where a name is unknown.</param>
/// <param name="inner">Its cause.</param>
public sealed class TemplateException(string file, int line, string problem, Exception? inner = null)
    : Exception($"{file}:{line}: {problem}", inner)
{
    /// <summary>The template's file.</summary>
    public string File { get; } = file;

    /// <summary>Line in that file, counted from 1.</summary>
    public int Line { get; } = line;

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; } = problem;

    /// <summary>Whether nothing is wrong with the template, but what it lists is too much for one report.</summary>
    public bool IsTooLong { get; init; }
}
