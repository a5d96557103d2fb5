using Amazon.Protocol;
using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>Data points.</summary>
public class GetMetricDataResponse : AmazonWebServiceResponse
{
    /// <summary>One page of them.</summary>
    public List<MetricDataResult> MetricDataResults { get; set; } = Collections.Initial<MetricDataResult>();
    /// <summary>Where this page ends; null: it is the last.</summary>
    public string NextToken { get; set; }
}
