using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ExecReports.Delivery;
using ExecReports.Portfolio;

namespace ExecReports.Orchestration;

/// <summary>What the plan froze into the workspace: settings, and the addresses that must not pass through the history.</summary>
public sealed record FrozenRun
{
    // Every activity reads the plan, several at a time: an element can be read by all of them, a node cannot.
    private static readonly JsonElement s_defaults = JsonSerializer.SerializeToElement(new PortfolioSettings(), RunJson.Default.PortfolioSettings);

    /// <summary>The portfolio's settings at the plan.</summary>
    public required PortfolioSettings Settings { get; init; }
    /// <summary>Recipients by report type.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Recipient>> Recipients { get; init; }
    /// <summary>Types of the reports that are held, rather than mailed, when a source of theirs failed; null: the plan is of a build that did not decide it yet.</summary>
    public IReadOnlyList<string>? HeldOnGaps { get; init; }

    /// <summary>
    /// Reads a plan. Generated code makes what is missing of a record zero or null, not what the record begins with: a threshold that is younger than the plan would be 0. So what is missing is filled in first.
    /// </summary>
    /// <exception cref="JsonException">It is no plan.</exception>
    public static FrozenRun Read(ReadOnlySpan<byte> json)
    {
        var plan = JsonNode.Parse(json);
        if (plan?["settings"] is JsonObject settings)
        {
            Fill(settings, s_defaults);
            if (settings["thresholds"] is JsonObject thresholds)
                Fill(thresholds, s_defaults.GetProperty("thresholds"));
        }
        return plan.Deserialize(RunJson.Default.FrozenRun) ?? throw new JsonException("The plan is null.");
    }

    private static void Fill(JsonObject given, JsonElement defaults)
    {
        foreach (var missing in defaults.EnumerateObject().Where(setting => !given.ContainsKey(setting.Name)))
            given[missing.Name] = JsonNode.Parse(missing.Value.GetRawText());
    }

    /// <summary>
    /// Whether a report is held when a source of its failed. For a plan that did not decide it, the rule of the build that made it: a setting holds the type that it names and all that begin with it and a hyphen.
    /// That holds a report too many rather than one too few: what is held is archived, recorded and told to the operators, what is mailed cannot be called back.
    /// </summary>
    public bool Holds(string reportType) => HeldOnGaps is { } held
        ? held.Contains(reportType)
        : Settings.HoldOnGaps.Any(name => reportType.Equals(name, StringComparison.OrdinalIgnoreCase) || reportType.StartsWith(name + "-", StringComparison.OrdinalIgnoreCase));
}

/// <summary>A list of recipients that stands in for everybody else's (<c>--to</c>), written into the workspace by the starter.</summary>
public sealed record RecipientOverride(IReadOnlyList<Recipient> Recipients);

/// <summary>How the orchestration's own documents are written to the workspace.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, IgnoreReadOnlyProperties = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FrozenRun))]
[JsonSerializable(typeof(RecipientOverride))]
public sealed partial class RunJson : JsonSerializerContext;
