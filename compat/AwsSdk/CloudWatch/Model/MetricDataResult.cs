using Amazon.Protocol;

namespace Amazon.CloudWatch.Model;

/// <summary>Data points of one query.</summary>
public class MetricDataResult
{
    /// <summary>Id of the query.</summary>
    public string Id { get; set; }
    /// <summary>What it is called.</summary>
    public string Label { get; set; }
    /// <summary>Whether it was answered in full.</summary>
    public StatusCode StatusCode { get; set; }
    /// <summary>Beginning of each data point, UTC.</summary>
    public List<DateTime> Timestamps { get; set; } = Collections.Initial<DateTime>();
    /// <summary>Its value, in the same order.</summary>
    public List<double> Values { get; set; } = Collections.Initial<double>();
}
