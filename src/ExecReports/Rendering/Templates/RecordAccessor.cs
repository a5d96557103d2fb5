using System.Collections.Concurrent;
using System.Reflection;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ExecReports.Rendering.Templates;

/// <summary>
/// What a template sees of a record: its public properties, read only, in snake_case. No method, no field, no static member, and of the
/// framework's own types only a pair's key and value and a day's parts, so that nothing behind the data can be reached.
/// </summary>
internal sealed class RecordAccessor : ReadOnlyAccessor
{
    private static readonly ConcurrentDictionary<Type, RecordAccessor> s_byType = new();
    private readonly Type _type;
    private readonly Dictionary<string, PropertyInfo> _properties = new(StringComparer.Ordinal);

    private RecordAccessor(Type type)
    {
        _type = type;
        var ofFramework = type.Namespace is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal));
        if (ofFramework && type != typeof(DateOnly) && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)))
            return;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
                _properties.TryAdd(StandardMemberRenamer.Rename(property.Name), property);
        }
    }

    /// <summary>The accessor of a type; made once.</summary>
    public static RecordAccessor Of(Type type) => s_byType.GetOrAdd(type, t => new RecordAccessor(t));

    /// <inheritdoc/>
    public override int GetMemberCount(TemplateContext context, SourceSpan span, object target) => _properties.Count;

    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => _properties.Keys;

    /// <inheritdoc/>
    public override bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => _properties.ContainsKey(member);

    /// <inheritdoc/>
    public override bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        if (!_properties.TryGetValue(member, out var property))
            throw new ScriptRuntimeException(span, $"{_type.Name} has no '{member}'{NearestName.Hint(member, _properties.Keys)}");
        value = property.GetValue(target);
        return true;
    }
}
