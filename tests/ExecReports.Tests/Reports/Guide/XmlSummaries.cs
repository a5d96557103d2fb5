using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ExecReports.Tests.Reports.Guide;

/// <summary>The one-line meanings of types and properties, from the XML documentation that the compiler writes beside the assembly.</summary>
internal sealed partial class XmlSummaries
{
    private readonly Dictionary<string, XElement> _members;

    public XmlSummaries(Assembly assembly) =>
        _members = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    /// <summary>What a type is; empty if nothing says it.</summary>
    public string Of(Type type) => Line(Member("T:" + Name(type))?.Element("summary"));

    /// <summary>What a property is: its own summary, or what its record says of the parameter that it comes from.</summary>
    public string Of(PropertyInfo property)
    {
        var type = Name(property.DeclaringType!);
        return Line(Member($"P:{type}.{property.Name}")?.Element("summary")
            ?? Member("T:" + type)?.Elements("param").FirstOrDefault(parameter => parameter.Attribute("name")?.Value == property.Name));
    }

    private XElement? Member(string name) => _members.GetValueOrDefault(name);

    private static string Name(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string Line(XElement? text) => text is null ? "" : Blanks().Replace(string.Concat(text.Nodes().Select(Words)), " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);

    private static string Words(XNode node) => node switch
    {
        XText text => text.Value.Replace("<", "\\<", StringComparison.Ordinal),
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" or "paramref" } named => Named(named),
        XElement other => string.Concat(other.Nodes().Select(Words)),
        _ => "",
    };

    /// <summary>A property as templates write it, a type by its name.</summary>
    private static string Named(XElement element)
    {
        var name = (element.Attribute("cref") ?? element.Attribute("name") ?? element.Attribute("langword"))!.Value;
        var last = name[(name.LastIndexOfAny(['.', ':']) + 1)..];
        return name.StartsWith("T:", StringComparison.Ordinal) || element.Attribute("langword") is not null ? last : $"`{Scriban.Runtime.StandardMemberRenamer.Rename(last)}`";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
