using YamlDotNet.RepresentationModel;

namespace ExecReports.Portfolio.Reading;

/// <summary>Values of YAML nodes as people write them.</summary>
internal static class YamlValues
{
    /// <summary>A node's text without spaces around it.</summary>
    public static string Text(YamlNode node) => ((node as YamlScalarNode)?.Value ?? node.ToString()).Trim();

    /// <summary>A list, or a text with commas between its parts.</summary>
    public static IReadOnlyList<string> List(YamlNode node) => node is YamlSequenceNode list
        ? [.. list.Children.Select(Text)]
        : Text(node).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
