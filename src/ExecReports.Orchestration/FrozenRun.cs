using System.Text.Json.Serialization;
using ExecReports.Delivery;
using ExecReports.Portfolio;

namespace ExecReports.Orchestration;

/// <summary>What the plan froze into the workspace: settings, and the addresses that must not pass through the history.</summary>
public sealed record FrozenRun
{
    /// <summary>The portfolio's settings at the plan.</summary>
    public required PortfolioSettings Settings { get; init; }
    /// <summary>Recipients by report type.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Recipient>> Recipients { get; init; }
    /// <summary>Types of the reports that are held, rather than mailed, when a source of theirs failed.</summary>
    public IReadOnlyList<string> HeldOnGaps { get; init; } = [];
}

/// <summary>A list of recipients that stands in for everybody else's (<c>--to</c>), written into the workspace by the starter.</summary>
public sealed record RecipientOverride(IReadOnlyList<Recipient> Recipients);

/// <summary>How the orchestration's own documents are written to the workspace.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, IgnoreReadOnlyProperties = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FrozenRun))]
[JsonSerializable(typeof(RecipientOverride))]
public sealed partial class RunJson : JsonSerializerContext;
