namespace Amazon.CloudWatch.Model;

/// <summary>A metric, and how it is put together.</summary>
public class MetricStat
{
    /// <summary>The metric.</summary>
    public Metric Metric { get; set; }
    /// <summary>Seconds of a data point, a multiple of 60.</summary>
    public int? Period { get; set; }
    /// <summary>Sum, Average, Maximum and so on.</summary>
    public string Stat { get; set; }
    /// <summary>Only data of this unit.</summary>
    public StandardUnit Unit { get; set; }
}
