using Amazon.Protocol;

namespace Amazon.CloudWatch.Model;

/// <summary>Asks for data points of up to 500 metrics.</summary>
public class GetMetricDataRequest : AmazonCloudWatchRequest
{
    /// <summary>Data points before this moment.</summary>
    public DateTime? EndTime { get; set; }
    /// <summary>At most so many data points; 100,800 in any case.</summary>
    public int? MaxDatapoints { get; set; }
    /// <summary>The metrics.</summary>
    public List<MetricDataQuery> MetricDataQueries { get; set; } = Collections.Initial<MetricDataQuery>();
    /// <summary>Where the page before ended.</summary>
    public string NextToken { get; set; }
    /// <summary>Order of data points.</summary>
    public ScanBy ScanBy { get; set; }
    /// <summary>Data points from this moment on.</summary>
    public DateTime? StartTime { get; set; }
}
