using ExecReports.Inventory;
using ExecReports.Operations;

namespace ExecReports.Orchestration.Activities;

/// <summary>Where AWS resources and operations data come from, by the name that plans and gaps call them.</summary>
/// <param name="Inventory">Collectors of AWS resources.</param>
/// <param name="Operations">Sources of operations data.</param>
public sealed record RunSources(IReadOnlyDictionary<string, IInventoryCollector> Inventory, IReadOnlyDictionary<string, IOperationsSource> Operations);
