namespace Amazon.CloudWatch.Model;

/// <summary>A query of one metric.</summary>
public class MetricDataQuery
{
    /// <summary>Account of the metric, if it is another.</summary>
    public string AccountId { get; set; }
    /// <summary>A calculation instead of a metric.</summary>
    public string Expression { get; set; }
    /// <summary>Its id within the request; begins with a small letter.</summary>
    public string Id { get; set; }
    /// <summary>What the answer calls it.</summary>
    public string Label { get; set; }
    /// <summary>The metric.</summary>
    public MetricStat MetricStat { get; set; }
    /// <summary>Seconds of an expression's data point.</summary>
    public int? Period { get; set; }
    /// <summary>Whether its data points are wanted; if not set, they are.</summary>
    public bool? ReturnData { get; set; }
}
