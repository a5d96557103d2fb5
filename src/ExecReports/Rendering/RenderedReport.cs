namespace ExecReports.Rendering;

/// <summary>A report in all its forms. The same template, facts and run give the same bytes.</summary>
/// <param name="Subject">Subject of the mail.</param>
/// <param name="Html">The archived page: everything shown, pictures in it.</param>
/// <param name="Markdown">The Markdown that the others are made from.</param>
/// <param name="Text">The text part of the mail.</param>
/// <param name="Json">The figures (<see cref="FiguresDocument"/>).</param>
/// <param name="Eml">The message without To and Message-ID.</param>
/// <param name="MailHtmlBytes">Size of the mail's HTML in bytes of UTF-8; mail programs cut at 102,400.</param>
public sealed record RenderedReport(string Subject, byte[] Html, byte[] Markdown, byte[] Text, byte[] Json, byte[] Eml, int MailHtmlBytes);
