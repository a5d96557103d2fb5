using Amazon.Protocol;

namespace Amazon.CloudWatch.Model;

/// <summary>A metric.</summary>
public class Metric
{
    /// <summary>What it is measured of.</summary>
    public List<Dimension> Dimensions { get; set; } = Collections.Initial<Dimension>();
    /// <summary>Its name.</summary>
    public string MetricName { get; set; }
    /// <summary>Its namespace, AWS/Lambda for example.</summary>
    public string Namespace { get; set; }
}
