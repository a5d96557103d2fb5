using System.Text.Json.Serialization;
using ExecReports.Git;
using ExecReports.Inventory;
using ExecReports.Operations;
using ExecReports.Portfolio;

namespace ExecReports.Workspace;

/// <summary>How snapshots are written to the run workspace: UTF-8 JSON by generated code.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Handoff))]
[JsonSerializable(typeof(PortfolioSettings))]
[JsonSerializable(typeof(GitAudit))]
[JsonSerializable(typeof(Git.Remote.GitFacts))]
[JsonSerializable(typeof(InventorySnapshot))]
[JsonSerializable(typeof(OperationsSnapshot))]
public sealed partial class SnapshotJson : JsonSerializerContext;
