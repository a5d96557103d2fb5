using ExecReports.Inventory;
using ExecReports.Operations;

namespace ExecReports.Orchestration.Activities;

/// <summary>Where AWS resources and operations data come from, by the name that plans and gaps call them.</summary>
/// <param name="Inventory">Collectors of AWS resources.</param>
/// <param name="Operations">Sources of operations data.</param>
public sealed record RunSources(IReadOnlyDictionary<string, IInventoryCollector> Inventory, IReadOnlyDictionary<string, IOperationsSource> Operations)
{
    /// <summary>A collector of the plan.</summary>
    /// <exception cref="RunSourceException">There is none of that name any more.</exception>
    public IInventoryCollector InventoryOf(string name) => Inventory.TryGetValue(name, out var found) ? found : throw new RunSourceException(name);

    /// <summary>A source of operations data of the plan.</summary>
    /// <exception cref="RunSourceException">There is none of that name any more.</exception>
    public IOperationsSource OperationsOf(string name) => Operations.TryGetValue(name, out var found) ? found : throw new RunSourceException(name);
}

/// <summary>A run was planned with a source that the process that goes on with it does not have: a file is gone, or settings were changed.</summary>
public sealed class RunSourceException(string name) : Exception($"There is no source “{name}” here: the run was planned when there was one. The file is gone, or EXECREPORTS_INVENTORY, AWS_INVENTORY_REGIONS or OPERATIONS_TABLE were changed.");
