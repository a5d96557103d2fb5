using System.Text;
using ExecReports.Delivery;
using Markdig.Syntax;

namespace ExecReports.Rendering;

/// <summary>The forms that a report and a notice share once their Markdown and figures stand: page, text, message.</summary>
internal static class ReportForms
{
    /// <summary>What every archived document of figures says about its run; decisions, figures and gaps are the report's to add.</summary>
    public static FiguresDocument Figures(RenderContext context, string title, string templateVersion, string summary) => new()
    {
        ReportType = context.ReportType,
        Title = title,
        AsOf = context.AsOf,
        GeneratedTimestamp = context.GeneratedTimestamp.ToUniversalTime(),
        RunId = context.RunId,
        TemplateVersion = templateVersion,
        Currency = context.Settings.Currency,
        Summary = summary,
        Figures = [],
    };

    /// <summary>All forms.</summary>
    /// <param name="context">The rendering.</param>
    /// <param name="subject">Subject of the mail and title of the page.</param>
    /// <param name="markdown">The Markdown.</param>
    /// <param name="document">The same, parsed: of a large report, parsing takes longer than writing, so it is done once for all forms.</param>
    /// <param name="figures">What is archived as JSON.</param>
    /// <param name="pictures">PNG by chart id; the page holds them as data, the message as parts.</param>
    public static RenderedReport Of(RenderContext context, string subject, string markdown, MarkdownDocument document, FiguresDocument figures, OrderedDictionary<string, byte[]> pictures)
    {
        // The page and a mail that is not too long differ in nothing but what their charts point to, so both are written at once.
        var whole = EmailHtml.Whole(document, subject, Attached);
        var mail = EmailHtml.Mail(whole, document, subject, ArchiveKeys.Of(context.ReportType, context.GeneratedTimestamp).Html, Attached);
        var archive = pictures.Aggregate(
            whole.Html, (page, picture) => page.Replace($"\"{Attached(picture.Key)}\"", $"\"data:image/png;base64,{Convert.ToBase64String(picture.Value)}\"", StringComparison.Ordinal));
        var text = PlainText.Render(document);
        return new RenderedReport(
            subject,
            Encoding.UTF8.GetBytes(archive),
            Encoding.UTF8.GetBytes(markdown),
            Encoding.UTF8.GetBytes(text),
            figures.ToJson(),
            MimeComposer.Compose(context, subject, text, mail, [.. pictures.Select(pair => new MailPicture(pair.Key, pair.Value))]),
            Encoding.UTF8.GetByteCount(mail));

        string? Attached(string id) => pictures.ContainsKey(id) ? MimeComposer.PictureAddress(context, id) : null;
    }
}
