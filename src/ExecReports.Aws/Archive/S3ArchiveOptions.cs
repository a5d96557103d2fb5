namespace ExecReports.Aws.Archive;

/// <summary>Where archived objects go and how they are kept there.</summary>
/// <param name="Bucket">The bucket; keys begin with <c>exec-reports/</c>.</param>
public sealed record S3ArchiveOptions(string Bucket)
{
    /// <summary>Locks each object when it is put; null: not. The bucket must have Object Lock enabled.</summary>
    public ObjectLock? Lock { get; init; }

    /// <summary>Id, alias or ARN of the KMS key that encrypts; null: the bucket's own setting.</summary>
    public string? KmsKey { get; init; }

    /// <summary>Waits before an object that another writer or the service's load stood in the way of is put again.</summary>
    public IReadOnlyList<TimeSpan> Waits { get; init; } = [.. new[] { 0.1, 0.3, 1, 3 }.Select(TimeSpan.FromSeconds)];
}
