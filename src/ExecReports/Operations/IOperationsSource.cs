namespace ExecReports.Operations;

/// <summary>Where operations data comes from: a JSON file, or a table.</summary>
public interface IOperationsSource
{
    /// <summary>Reads all records; a source that cannot be read throws, what single records lack stands in the snapshot's gaps.</summary>
    Task<OperationsSnapshot> ReadAsync(CancellationToken cancellationToken);
}
