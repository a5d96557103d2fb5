using System.Globalization;
using System.Xml.Linq;

namespace Amazon.Protocol;

/// <summary>Reads members of an XML answer by their local names. What is missing is null.</summary>
internal static class XmlMembers
{
    /// <summary>A member.</summary>
    public static XElement Member(this XElement parent, string name) => parent?.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    /// <summary>A member's text.</summary>
    public static string Text(this XElement parent, string name) => parent.Member(name)?.Value;

    /// <summary>A member's number.</summary>
    public static double? Double(this XElement parent, string name) => parent.Text(name) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>A member's whole number.</summary>
    public static int? Int(this XElement parent, string name) => parent.Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>A member's yes or no.</summary>
    public static bool? Bool(this XElement parent, string name) => parent.Text(name) is { } text ? bool.Parse(text) : null;

    /// <summary>A member's moment, in UTC.</summary>
    public static DateTime? Time(this XElement parent, string name) =>
        parent.Text(name) is { } text ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal) : null;

    /// <summary>A list's items; null where the list is missing.</summary>
    /// <param name="parent">The element with the list.</param>
    /// <param name="name">Name of the list.</param>
    /// <param name="read">Makes an item.</param>
    /// <param name="item">Name of each item: <c>member</c> in the query protocol, another in REST-XML.</param>
    public static List<T> List<T>(this XElement parent, string name, Func<XElement, T> read, string item = "member") =>
        parent.Member(name) is { } list ? [.. list.Elements().Where(element => element.Name.LocalName == item).Select(read)] : null;
}
