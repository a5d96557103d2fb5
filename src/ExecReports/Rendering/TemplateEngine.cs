using System.Collections.Concurrent;
using System.Text;
using ExecReports.Rendering.Templates;
using ExecReports.Reports;
using ExecReports.Reports.Changes;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ExecReports.Rendering;

/// <summary>
/// Renders a report's template to Markdown. Names are strict, loops, depth and output are limited (and refused, never cut), values are escaped,
/// no file can be read, and nothing of .NET can be reached but the properties of the model's records. Safe for use from several threads.
/// </summary>
public sealed class TemplateEngine
{
    private readonly ConcurrentDictionary<string, Template> _parsed = new(StringComparer.Ordinal);

    /// <summary>Parses a template, so that its errors are known before anything is rendered; throws <see cref="TemplateException"/>.</summary>
    public void Check(ReportTemplate template) => Parsed(template.Version, template.Body, template.File, template.BodyOffset);

    /// <summary>Renders a template to Markdown; throws <see cref="TemplateException"/> with file, line and what would be right.</summary>
    public string Render(ReportTemplate template, ReportContent content, RenderContext context)
    {
        var parsed = Parsed(template.Version, template.Body, template.File, template.BodyOffset);
        var globals = Globals(content, context);
        var scriban = new ReportTemplateContext(globals, context.Settings.Currency);
        try
        {
            return Tidy(parsed.Render(scriban));
        }
        catch (ScriptRuntimeException error)
        {
            var offset = error.Span.FileName == template.File ? template.BodyOffset : 0;
            var tooLong = ReportTemplateContext.IsTooLong(error);
            throw new TemplateException(error.Span.FileName ?? template.File, error.Span.Start.Line + 1 + offset, tooLong ? ReportTemplateContext.TooLong : error.OriginalMessage, error) { IsTooLong = tooLong };
        }
    }

    /// <summary>Every name that a template finds: the values of a report and the functions. docs/reports.md lists them, and a test holds it to this.</summary>
    internal ScriptObject Globals(ReportContent content, RenderContext context)
    {
        var globals = new ScriptObject(StringComparer.Ordinal);
        var kpis = content.Figures.Where(figure => figure.Kpi).ToArray();
        var footnotes = FigureFootnotes.Of(kpis);
        TemplateFunctions.AddTo(globals, context, content.Figures, footnotes, id => (content.Model as BuiltInModels)?.Find(id), content.Charts, Include);
        Set("title", content.Title);
        Set("as_of", context.AsOf);
        Set("portfolio", context.Settings.Name);
        Set("currency", context.Settings.Currency);
        Set("built_in", content.Model is not BuiltInModels);
        Set("entity", context.Entity);
        Set("summary", content.Summary);
        Set("decide", content.Decide);
        Set("statuses", content.Statuses);
        Set("since", content.Since);
        Set("since_words", content.Since is { } since ? ChangeWords.Summary(since) : null);
        Set("kpi_history", content.History);
        Set("kpis", kpis);
        Set("footnotes", footnotes);
        Set("figures", content.Figures);
        Set("fill_first", content.FillFirst);
        Set("gaps", content.Gaps);
        Set("gap_groups", GapGroup.Of(content.Gaps));
        Set("sources", content.Sources);
        Set("source_groups", SourceGroup.Of(content.Sources));
        Set("r", content.Model);
        return globals;

        void Set(string name, object? value) => globals.SetValue(name, value, readOnly: true);
    }

    private void Include(TemplateContext context, string name)
    {
        var part = ReportParts.Find(name)
            ?? throw new ArgumentException($"there is no part '{name}'{NearestName.Hint(name, ReportParts.Names)}");
        context.Evaluate(Parsed("part " + name, part.Text, part.File, 0).Page!);
    }

    private Template Parsed(string key, string text, string file, int offset) => _parsed.GetOrAdd(key, _ =>
    {
        var template = Template.Parse(text, file, new ParserOptions { ExpressionDepthLimit = 100, ParseFloatAsDecimal = true });
        if (template.HasErrors && template.Messages.FirstOrDefault(message => message.Type == ParserMessageType.Error) is { } error)
            throw new TemplateException(file, error.Span.Start.Line + 1 + offset, error.Message);
        return template;
    });

    /// <summary>Drops white space at line ends and makes several blank lines one: what loops and conditions leave behind.</summary>
    private static string Tidy(string markdown)
    {
        var tidy = new StringBuilder(markdown.Length);
        var blank = true;
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            var text = line.TrimEnd();
            if (text.IsEmpty)
            {
                if (!blank)
                    tidy.Append('\n');
                blank = true;
                continue;
            }

            tidy.Append(text).Append('\n');
            blank = false;
        }

        while (tidy.Length > 1 && tidy[^1] == '\n' && tidy[^2] == '\n')
            tidy.Length--;
        return tidy.ToString();
    }
}
