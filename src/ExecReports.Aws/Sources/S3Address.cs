using System.Text.RegularExpressions;

namespace ExecReports.Aws.Sources;

/// <summary>A place in S3: <c>s3://bucket/prefix</c>.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">A key, or what keys begin with; empty: the whole bucket.</param>
public sealed partial record S3Address(string Bucket, string Key)
{
    /// <summary>What addresses begin with.</summary>
    public const string Scheme = "s3://";

    /// <summary>Reads an address; null for what is none.</summary>
    public static S3Address? Parse(string location) => Pattern().Match(location) is { Success: true } match ? new(match.Groups["bucket"].Value, match.Groups["key"].Value) : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Scheme}{Bucket}/{Key}";

    [GeneratedRegex(@"\As3://(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(/(?<key>[^\p{C}]*))?\z")]
    private static partial Regex Pattern();
}
