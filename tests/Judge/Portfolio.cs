using System.Text.Json;

namespace Judge;

/// <summary>The files of a portfolio, read line by line and record by record as figures cite them.</summary>
internal sealed class Portfolio(string root)
{
    private readonly Dictionary<string, string[]> _files = [];
    private readonly Dictionary<string, JsonElement> _documents = [];

    /// <summary>The line <c>agent_handoffs/projects/qos.md:75</c>; null for a whole file.</summary>
    public Line? Line(string location)
    {
        var colon = location.LastIndexOf(':');
        if (colon < 0)
            return null;
        var file = location[..colon];
        var number = int.Parse(location[(colon + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        var lines = Lines(file);
        var text = lines[number - 1].Trim();
        var section = lines.Take(number).LastOrDefault(line => line.StartsWith("## ", StringComparison.Ordinal)) ?? "";
        var cells = new Dictionary<string, string>();
        if (text.StartsWith('|'))
        {
            var first = number - 1;
            while (lines[first - 1].StartsWith('|'))
                first--;
            foreach (var (heading, cell) in Cells(lines[first]).Zip(Cells(text)))
                cells.TryAdd(heading, cell);
        }

        return new Line(file, number, section.TrimStart('#', ' '), cells, text);
    }

    /// <summary>The record <c>inventory/aws.json#qos-bookings</c>: a resource, a trip or a boat.</summary>
    public JsonElement Record(string location)
    {
        var mark = location.IndexOf('#', StringComparison.Ordinal);
        var name = location[(mark + 1)..];
        return Records(location[..mark]).Single(record =>
            (record.TryGetProperty("id", out var id) && id.GetString() == name) || (record.TryGetProperty("name", out var named) && named.GetString() == name));
    }

    /// <summary>All records of a file.</summary>
    public IEnumerable<JsonElement> Records(string file)
    {
        if (!_documents.TryGetValue(file, out var document))
            _documents[file] = document = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, file))).RootElement;
        return document.EnumerateObject().Where(list => list.Value.ValueKind == JsonValueKind.Array).SelectMany(list => list.Value.EnumerateArray()).Where(record => record.ValueKind == JsonValueKind.Object);
    }

    /// <summary>Lines of any file of the portfolio.</summary>
    public string[] Lines(string file)
    {
        if (!_files.TryGetValue(file, out var lines))
            _files[file] = lines = File.ReadAllLines(Path.Combine(root, file));
        return lines;
    }

    private static IEnumerable<string> Cells(string row) => row.Trim().Trim('|').Split('|').Select(cell => cell.Trim());
}
