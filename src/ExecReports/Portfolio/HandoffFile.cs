namespace ExecReports.Portfolio;

/// <summary>A handoff's file in a portfolio.</summary>
/// <param name="RelativePath">Path relative to the portfolio's root, with forward slashes.</param>
/// <param name="FullPath">Path on this machine.</param>
public sealed record HandoffFile(string RelativePath, string FullPath)
{
    /// <summary>The file's name without extension: the entity's id where its front matter gives none.</summary>
    public string Name => Path.GetFileNameWithoutExtension(RelativePath);
}
