using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ExecReports.Rendering.Templates;

/// <summary>Lets a template see <see cref="ITemplateNames"/>.</summary>
internal sealed class LazyNamesAccessor : IObjectAccessor
{
    /// <summary>The only one.</summary>
    public static LazyNamesAccessor Instance { get; } = new();

    /// <inheritdoc/>
    public bool HasIndexer => false;

    /// <inheritdoc/>
    public Type? IndexType => null;

    /// <inheritdoc/>
    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => ((ITemplateNames)target).Names.Count;

    /// <inheritdoc/>
    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => ((ITemplateNames)target).Names;

    /// <inheritdoc/>
    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => ((ITemplateNames)target).Names.Contains(member);

    /// <inheritdoc/>
    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        var names = (ITemplateNames)target;
        return names.TryGet(member, out value) ? true : throw new ScriptRuntimeException(span, $"there is no report '{member}'{NearestName.Hint(member, names.Names)}");
    }

    /// <inheritdoc/>
    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

    /// <inheritdoc/>
    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
    {
        value = null;
        return false;
    }

    /// <inheritdoc/>
    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;
}
