namespace ExecReports.Rendering;

/// <summary>Markdown made by the product itself: a template writes it as it is, while every other value is escaped as text.</summary>
/// <param name="Text">The Markdown. Whoever makes one escapes what comes from outside with <see cref="MarkdownText.Escape"/>.</param>
public sealed record TrustedMarkdown(string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
