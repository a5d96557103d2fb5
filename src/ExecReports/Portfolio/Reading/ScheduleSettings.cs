using ExecReports.Reports;
using ExecReports.Schedules;
using YamlDotNet.RepresentationModel;
using static ExecReports.Portfolio.Reading.YamlValues;

namespace ExecReports.Portfolio.Reading;

/// <summary>Reads the key <c>schedules</c>: ids with their settings, or a list of settings with an id each.</summary>
internal static class ScheduleSettings
{
    private const string Example = "a schedule such as `executive: { cron: \"30 6 * * 1\", group: executive }`";

    private static readonly string[] Keys = ["id", "cron", "zone", "group", "reports", "entities"];

    /// <summary>Reads them; a schedule with a fault is a diagnostic with its name and left out. Null: the key has no value.</summary>
    /// <param name="value">The key's value.</param>
    /// <param name="zone">Zone of those that name none.</param>
    /// <param name="context">Takes the diagnostics.</param>
    public static IReadOnlyList<Schedule>? Read(YamlNode value, string zone, ReadingContext context)
    {
        if (value is YamlScalarNode scalar)
        {
            switch (Text(scalar).ToLowerInvariant())
            {
                case "":
                    return null;
                case "none" or "off" or "never" or "no" or "false":
                    return [];
                default:
                    Fault(context, value, $"schedules \"{Text(scalar)}\"");
                    return null;
            }
        }

        var read = new List<(YamlNode At, Schedule Schedule)>();
        foreach (var (id, node) in Entries(value))
        {
            if (ReadOne(id, node, zone, context) is { } schedule)
                read.Add((node, schedule));
        }

        foreach (var same in read.GroupBy(pair => pair.Schedule.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
            Fault(context, same.Last().At, $"schedule \"{same.Key}\": its id is used {same.Count()} times");
        return [.. read.Select(pair => pair.Schedule)];
    }

    private static IEnumerable<(string? Id, YamlNode Node)> Entries(YamlNode value) => value switch
    {
        YamlMappingNode mapping => mapping.Children.Select(pair => ((string?)Text(pair.Key), pair.Value)),
        YamlSequenceNode list => list.Children.Select(node => ((string?)null, node)),
        _ => [],
    };

    private static Schedule? ReadOne(string? id, YamlNode node, string zone, ReadingContext context)
    {
        // `executive: "30 6 * * 1"` alone is every report at that time.
        var values = node is YamlMappingNode mapping
            ? mapping.Children.ToDictionary(pair => FoldedName.Of(Text(pair.Key)), pair => pair.Value, StringComparer.Ordinal)
            : new Dictionary<string, YamlNode>(StringComparer.Ordinal) { ["cron"] = node };
        var name = id ?? (values.TryGetValue("id", out var named) ? Text(named) : "");
        var faults = values.Keys.Except(Keys).Select(key => $"its key \"{key}\" is none of {string.Join(", ", Keys.Skip(1))}").ToList();

        ReportGroup? group = null;
        switch (values.TryGetValue("group", out var written) ? Text(written).ToLowerInvariant() : "all")
        {
            case "all":
                break;
            case "executive":
                group = ReportGroup.Executive;
                break;
            case "domain":
                group = ReportGroup.Domain;
                break;
            case var other:
                faults.Add($"there is no group \"{other}\"; groups are executive, domain and all");
                break;
        }

        var schedule = new Schedule
        {
            Id = name,
            Cron = values.TryGetValue("cron", out var cron) ? Text(cron) : "",
            Zone = values.TryGetValue("zone", out var own) ? Text(own) : zone,
            Group = group,
            Reports = values.TryGetValue("reports", out var reports) ? List(reports) : [],
            Entities = values.TryGetValue("entities", out var entities) ? List(entities) : [],
        };
        faults.AddRange(ScheduleRules.Faults(schedule));
        foreach (var fault in faults)
            Fault(context, node, $"schedule \"{name}\": {fault}");
        return faults.Count == 0 ? schedule : null;
    }

    private static void Fault(ReadingContext context, YamlNode node, string found) =>
        context.Error(PortfolioSettingsReader.ScheduleFault, context.At((int)node.Start.Line), found, Example);
}
