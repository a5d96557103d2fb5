using System.Collections;
using System.Globalization;
using ExecReports.Analysis;
using ExecReports.Portfolio;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ExecReports.Rendering.Templates;

/// <summary>
/// The context of one rendering: strict names, limits, and a Write that escapes every value as text, so that nothing from outside becomes markup.
/// </summary>
internal sealed class ReportTemplateContext : TemplateContext
{
    /// <summary>Longest Markdown of one report, in characters.</summary>
    public const int LongestOutput = 4_000_000;

    private const int MostRows = 200_000;

    /// <summary>What is said of a report above a limit.</summary>
    public static readonly string TooLong =
        string.Create(CultureInfo.InvariantCulture, $"the report would be longer than {LongestOutput:N0} characters, or would go through more than {MostRows:N0} rows");

    private readonly string _currency;

    /// <summary>A context with the given names.</summary>
    public ReportTemplateContext(ScriptObject globals, string currency)
        : base(new ScriptObject())
    {
        _currency = currency;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        AutoIndent = false;
        NewLine = "\n";
        LoopLimit = MostRows;
        LoopLimitQueryable = MostRows;
        RecursiveLimit = 50;
        ObjectRecursionLimit = 20;
        // Too long is an error: by default Scriban would cut silently.
        LimitToString = LongestOutput;
        OutputLimit = LongestOutput;
        OnStringLimit = ScriptLimitBehavior.Throw;
        OnOutputLimit = ScriptLimitBehavior.Throw;
        RegexTimeOut = TimeSpan.FromSeconds(1);
        TryGetVariable = FindVariable;
        PushCulture(CultureInfo.InvariantCulture);
        PushGlobal(globals);
    }

    /// <summary>Whether a rendering ended at a limit. Scriban tells that by its message alone.</summary>
    public static bool IsTooLong(ScriptRuntimeException error) =>
        error.OriginalMessage.Contains("OutputLimit", StringComparison.Ordinal) || error.OriginalMessage.Contains("iteration limit", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        switch (textAsObject)
        {
            case null:
                break;
            case TrustedMarkdown markdown:
                Write(markdown.Text);
                break;
            default:
                Write(MarkdownText.Escape(AsText(span, textAsObject)));
                break;
        }

        return this;
    }

    /// <inheritdoc/>
    public override void Import(SourceSpan span, object objectToImport) =>
        throw new ScriptRuntimeException(span, "import is not available in report templates");

    /// <inheritdoc/>
    protected override IObjectAccessor? GetMemberAccessorImpl(object target) =>
        target is IScriptObject or string or IDictionary or IList || target.GetType().IsPrimitive || target is decimal
            ? base.GetMemberAccessorImpl(target)
            : target is ITemplateNames ? LazyNamesAccessor.Instance
            : RecordAccessor.Of(target.GetType());

    private string AsText(SourceSpan span, object value) => value switch
    {
        string text => text,
        bool flag => Formats.YesNo(flag),
        decimal number => Formats.Number((decimal?)number),
        double number => number.ToString("0.####", CultureInfo.InvariantCulture),
        float number => number.ToString("0.####", CultureInfo.InvariantCulture),
        DateOnly day => Formats.Date(day),
        DateTimeOffset time => Formats.Time(time),
        Enum word => Formats.Words(word),
        Amount amount => Formats.Amount(amount, _currency),
        Bounds bounds => Formats.Number((Bounds?)bounds),
        Total total => Formats.Number((Total?)total),
        Figure figure => Formats.Figure(figure, _currency),
        SourceLine line => Formats.Place(line),
        IFormattable formattable when value.GetType().IsPrimitive || value is System.Numerics.BigInteger => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable<string> texts => string.Join(", ", texts),
        _ => throw new ScriptRuntimeException(span, $"a {value.GetType().Name} cannot be written as text: write one of its properties, or loop over it"),
    };

    private bool FindVariable(TemplateContext context, SourceSpan span, ScriptVariable variable, out object? value)
    {
        if (StandardFunctions.Find(variable.Name) is { } functions)
        {
            value = functions;
            return true;
        }

        var known = ((ScriptObject)CurrentGlobal!).Keys.Concat(StandardFunctions.Names).ToArray();
        throw new ScriptRuntimeException(span, $"unknown name '{variable.Name}'{NearestName.Hint(variable.Name, known)}");
    }
}
