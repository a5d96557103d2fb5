using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace ExecReports.Rendering.Templates;

/// <summary>What a template may do with any of the product's objects: read members by name. There is no index, and nothing can be set.</summary>
internal abstract class ReadOnlyAccessor : IObjectAccessor
{
    /// <inheritdoc/>
    public bool HasIndexer => false;

    /// <inheritdoc/>
    public Type? IndexType => null;

    /// <inheritdoc/>
    public abstract int GetMemberCount(TemplateContext context, SourceSpan span, object target);

    /// <inheritdoc/>
    public abstract IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target);

    /// <inheritdoc/>
    public abstract bool HasMember(TemplateContext context, SourceSpan span, object target, string member);

    /// <inheritdoc/>
    public abstract bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value);

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
