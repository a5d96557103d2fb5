namespace ExecReports.Inventory;

/// <summary>AWS resources as they were found at one moment.</summary>
public sealed record InventorySnapshot
{
    /// <summary>When they were found, UTC.</summary>
    public required DateTimeOffset CollectedAt { get; init; }
    /// <summary>The call or file they come from, for Sources.</summary>
    public required string Source { get; init; }
    /// <summary>What the file says of where it comes from; null if nothing.</summary>
    public string? Origin { get; init; }
    /// <summary>Lambda functions.</summary>
    public IReadOnlyList<LambdaFunction> Functions { get; init; } = [];
    /// <summary>S3 buckets.</summary>
    public IReadOnlyList<Bucket> Buckets { get; init; } = [];
    /// <summary>CloudFront distributions.</summary>
    public IReadOnlyList<Distribution> Distributions { get; init; } = [];
    /// <summary>DynamoDB tables.</summary>
    public IReadOnlyList<Table> Tables { get; init; } = [];
    /// <summary>Where the prices come from, and their date; null where no cost is stated.</summary>
    public string? PriceSource { get; init; }
    /// <summary>What could not be collected: call and reason.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];
}

/// <summary>An AWS resource: what all four kinds have in common.</summary>
public abstract record AwsResource
{
    /// <summary>Its name (for a distribution: its id).</summary>
    public required string Name { get; init; }
    /// <summary>Region; null for a global resource.</summary>
    public string? Region { get; init; }
    /// <summary>Tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
    /// <summary>Cost per month in USD; null if unknown.</summary>
    public decimal? CostPerMonth { get; init; }
}

/// <summary>A Lambda function. Use is of the last 30 days; null means no metric, not zero.</summary>
public sealed record LambdaFunction : AwsResource
{
    /// <summary>Runtime identifier, such as <c>python3.9</c>; null for a container image.</summary>
    public string? Runtime { get; init; }
    /// <summary>Memory in MB.</summary>
    public int? MemoryMb { get; init; }
    /// <summary>Last change of code or configuration.</summary>
    public DateTimeOffset? LastModified { get; init; }
    /// <summary>Invocations in the last 30 days.</summary>
    public long? Invocations { get; init; }
    /// <summary>Errors in the last 30 days.</summary>
    public long? Errors { get; init; }
}

/// <summary>An S3 bucket.</summary>
public sealed record Bucket : AwsResource
{
    /// <summary>Whether default encryption is on; null if unknown.</summary>
    public bool? Encrypted { get; init; }
    /// <summary>Whether versioning is on; null if unknown.</summary>
    public bool? Versioned { get; init; }
    /// <summary>Whether anybody can read it; null if unknown.</summary>
    public bool? Public { get; init; }
    /// <summary>Bytes stored.</summary>
    public long? Bytes { get; init; }
    /// <summary>Objects stored.</summary>
    public long? Objects { get; init; }
    /// <summary>Requests in the last 30 days; null: no metric.</summary>
    public long? Requests { get; init; }
    /// <summary>The storage class that holds most of its bytes, as CloudWatch calls it (<c>Standard</c>, <c>StandardIA</c>, <c>Glacier</c>); null if unknown.</summary>
    public string? StorageClass { get; init; }
}

/// <summary>A CloudFront distribution.</summary>
public sealed record Distribution : AwsResource
{
    /// <summary>Domain names it answers to.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
    /// <summary>Lowest TLS version for viewers, such as <c>TLSv1.2_2021</c>; null if unknown.</summary>
    public string? MinimumTls { get; init; }
    /// <summary>Origin hosts.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];
    /// <summary>Deployed or InProgress.</summary>
    public string? Status { get; init; }
    /// <summary>Whether it serves.</summary>
    public bool? Enabled { get; init; }
    /// <summary>Last change.</summary>
    public DateTimeOffset? LastModified { get; init; }
    /// <summary>Requests in the last 30 days; null: no metric.</summary>
    public long? Requests { get; init; }
    /// <summary>Bytes sent to viewers in the last 30 days; null: no metric.</summary>
    public long? BytesServed { get; init; }
}

/// <summary>A DynamoDB table.</summary>
public sealed record Table : AwsResource
{
    /// <summary><c>PAY_PER_REQUEST</c> or <c>PROVISIONED</c>.</summary>
    public string? BillingMode { get; init; }
    /// <summary>Size in bytes.</summary>
    public long? Bytes { get; init; }
    /// <summary>Items.</summary>
    public long? Items { get; init; }
    /// <summary>Whether point-in-time recovery is on; null if unknown.</summary>
    public bool? PointInTimeRecovery { get; init; }
    /// <summary>Names of its global secondary indexes.</summary>
    public IReadOnlyList<string> Indexes { get; init; } = [];
    /// <summary>Read units consumed in the last 30 days; null: no metric.</summary>
    public decimal? ReadUnits { get; init; }
    /// <summary>Write units consumed in the last 30 days; null: no metric.</summary>
    public decimal? WriteUnits { get; init; }
}
