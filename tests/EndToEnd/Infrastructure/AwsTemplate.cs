using EndToEnd.Runs;
using YamlDotNet.RepresentationModel;

namespace EndToEnd.Infrastructure;

/// <summary>infra/aws/exec-reports.yaml as a tree; its short forms (<c>!Ref</c>, <c>!Sub</c>) are tags of its nodes.</summary>
internal sealed class AwsTemplate
{
    private AwsTemplate(YamlMappingNode root) => Root = root;

    public static string File { get; } = Path.Combine(Cli.Root, "infra", "aws", "exec-reports.yaml");

    public YamlMappingNode Root { get; }

    public static AwsTemplate Read()
    {
        var stream = new YamlStream();
        using var text = System.IO.File.OpenText(File);
        stream.Load(text);
        return new AwsTemplate((YamlMappingNode)stream.Documents[0].RootNode);
    }

    /// <summary>Entries of a section.</summary>
    public IReadOnlyDictionary<string, YamlMappingNode> Section(string name) =>
        ((YamlMappingNode)Root[name]).Children.Where(child => child.Value is YamlMappingNode).ToDictionary(child => child.Key.ToString(), child => (YamlMappingNode)child.Value);

    /// <summary>Names that a section defines.</summary>
    public IEnumerable<string> Names(string section) => ((YamlMappingNode)Root[section]).Children.Keys.Select(key => key.ToString());

    /// <summary>Properties of a resource.</summary>
    public YamlMappingNode Properties(string resource) => (YamlMappingNode)Section("Resources")[resource]["Properties"];

    /// <summary>Statements that allow something, wherever they stand under a node.</summary>
    public static IEnumerable<YamlMappingNode> Allowed(YamlNode node) =>
        node.AllNodes.OfType<YamlMappingNode>().Where(one => one.Children.TryGetValue("Effect", out var effect) && effect.ToString() == "Allow");

    /// <summary>A text or a list of texts.</summary>
    public static IReadOnlyList<string> Texts(YamlNode node) => node is YamlSequenceNode list ? [.. list.Children.Select(one => one.ToString())] : [node.ToString()];
}
