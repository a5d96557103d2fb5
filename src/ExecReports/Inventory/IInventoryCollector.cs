namespace ExecReports.Inventory;

/// <summary>Collects AWS resources from one place: a snapshot file, or a service in a region.</summary>
public interface IInventoryCollector
{
    /// <summary>Collects; a source that cannot be read throws, what single calls lack stands in the snapshot's gaps.</summary>
    Task<InventorySnapshot> CollectAsync(CancellationToken cancellationToken);
}
