using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using ExecReports.Rendering;
using Scriban.Runtime;

namespace ExecReports.Tests.Reports.Guide;

/// <summary>
/// Writes the lists of docs/reports.md: a part for each top-level name, and in it a table for each record that is met there first. What stands in a
/// table is what <see cref="Rendering.Templates.RecordAccessor"/> lets a template see.
/// </summary>
internal sealed class TemplateValues(XmlSummaries meanings)
{
    private readonly HashSet<Type> _written = [];
    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();

    /// <summary>All that was written.</summary>
    public string Text => _text.ToString();

    /// <summary>A heading, a sentence and the tables of the records that were not met before.</summary>
    public void Part(string heading, string sentence, params IEnumerable<Type> types)
    {
        _text.Append(CultureInfo.InvariantCulture, $"## {heading}\n\n{sentence}\n\n");
        var waiting = new Queue<Type>(types.SelectMany(Records));
        while (waiting.TryDequeue(out var type))
        {
            if (_written.Add(type))
                Table(type).ForEach(waiting.Enqueue);
        }
    }

    /// <summary>A type in an author's words, records as links to their tables.</summary>
    public static string Words(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } known)
            return Words(known);
        if (type.IsEnum)
            return string.Join(", ", Enum.GetValues(type).Cast<Enum>().Select(value => $"`{Formats.Words(value)}`").Distinct());
        if (Pair(type) is { } pair)
            return $"map: {Words(pair[0])} to {Words(pair[1])}";
        if (Element(type) is { } element)
            return "list: " + Words(element);
        if (type == typeof(string))
            return "text";
        if (type == typeof(bool))
            return "yes or no";
        if (type == typeof(DateOnly))
            return "day";
        if (type == typeof(DateTimeOffset) || type == typeof(DateTime))
            return "time";
        if (type == typeof(TimeSpan))
            return "duration";
        if (type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(double))
            return "number";
        return IsRecord(type) ? $"[{Title(type)}](#{Title(type).ToLowerInvariant()})" : type.Name;
    }

    private List<Type> Table(Type type)
    {
        var title = Title(type);
        if (!_titles.Add(title))
            throw new InvalidOperationException($"Two records are called {title}; their links would lead to the same table.");
        var what = meanings.Of(type);
        // What every row has stands once, in the table of the record that they all extend.
        var basis = type.BaseType is { } extended && IsRecord(extended) ? extended : null;
        var also = basis is null ? "" : $"And what every {Words(basis)} has.\n\n";
        _text.Append(CultureInfo.InvariantCulture, $"### {title}\n\n{(what.Length == 0 ? "" : what + "\n\n")}{also}| Name | Type | Meaning |\n|---|---|---|\n");
        List<Type> met = basis is null ? [] : [basis];
        var nullability = new NullabilityInfoContext();
        foreach (var property in Seen(type).Where(property => property.DeclaringType != basis))
        {
            var meaning = meanings.Of(property);
            if (meaning.Length == 0 && Records(property.PropertyType).ToList() is [var only])
                meaning = meanings.Of(only);
            if (meaning.Length == 0)
                throw new InvalidOperationException($"{type.Name}.{property.Name} says nothing of itself to whoever writes a template: give it a <summary>, or its record a <param>.");
            var may = nullability.Create(property).ReadState == NullabilityState.Nullable ? ", or null" : "";
            _text.Append(CultureInfo.InvariantCulture, $"| `{StandardMemberRenamer.Rename(property.Name)}` | {Words(property.PropertyType)}{may} | {meaning} |\n");
            met.AddRange(Records(property.PropertyType));
        }

        _text.Append('\n');
        return met;
    }

    private static IEnumerable<PropertyInfo> Seen(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
        .DistinctBy(property => StandardMemberRenamer.Rename(property.Name));

    private static IEnumerable<Type> Records(Type type) =>
        Nullable.GetUnderlyingType(type) is { } known ? Records(known)
        : Pair(type) is { } pair ? pair.SelectMany(Records)
        : Element(type) is { } element ? Records(element)
        : IsRecord(type) ? [type] : [];

    private static bool IsRecord(Type type) => !type.IsEnum && type.Assembly == typeof(TemplateEngine).Assembly;

    private static string Title(Type type) => type.IsGenericType
        ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] + "Of" + string.Concat(type.GetGenericArguments().Select(Title))
        : type.Name;

    private static Type[]? Pair(Type type) => new[] { type }.Concat(type.GetInterfaces())
        .FirstOrDefault(one => one.IsGenericType && (one.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) || one.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)))?.GetGenericArguments();

    private static Type? Element(Type type) => type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type) ? null : new[] { type }.Concat(type.GetInterfaces())
        .FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
}
