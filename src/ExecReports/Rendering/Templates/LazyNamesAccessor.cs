using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace ExecReports.Rendering.Templates;

/// <summary>Lets a template see <see cref="ITemplateNames"/>.</summary>
internal sealed class LazyNamesAccessor : ReadOnlyAccessor
{
    /// <summary>The only one.</summary>
    public static LazyNamesAccessor Instance { get; } = new();

    /// <inheritdoc/>
    public override int GetMemberCount(TemplateContext context, SourceSpan span, object target) => ((ITemplateNames)target).Names.Count;

    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => ((ITemplateNames)target).Names;

    /// <inheritdoc/>
    public override bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => ((ITemplateNames)target).Names.Contains(member);

    /// <inheritdoc/>
    public override bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        var names = (ITemplateNames)target;
        return names.TryGet(member, out value) ? true : throw new ScriptRuntimeException(span, $"there is no report '{member}'{NearestName.Hint(member, names.Names)}");
    }
}
