using System.Globalization;
using System.Xml.Linq;
using Amazon.CloudWatch.Model;
using Amazon.Protocol;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatch;

/// <summary>Client of Amazon CloudWatch, API version 2010-08-01.</summary>
public class AmazonCloudWatchClient : ServiceClient, IAmazonCloudWatch
{
    static readonly Service s_service = AmazonCloudWatchConfig.Service;

    static readonly Faults s_faults = new(
        (message, inner, type, code, id, status) => new AmazonCloudWatchException(message, inner, type, code, id, status),
        ("InvalidNextToken", (message, inner, type, code, id, status) => new InvalidNextTokenException(message, inner, type, code, id, status)));

    static readonly InvokeOptions s_getMetricData = Operation.Of(
        new QueryCall<GetMetricDataRequest>(s_service, "GetMetricData", (query, request) =>
        {
            query.Write("EndTime", request.EndTime);
            query.Write("MaxDatapoints", request.MaxDatapoints);
            query.WriteList("MetricDataQueries", request.MetricDataQueries, Write);
            query.Write("NextToken", request.NextToken);
            query.Write("ScanBy", request.ScanBy);
            query.Write("StartTime", request.StartTime);
        }),
        new XmlAnswer(s_faults, root =>
        {
            var result = root.Member("GetMetricDataResult");
            return new GetMetricDataResponse { MetricDataResults = result.List("MetricDataResults", Result), NextToken = result.Text("NextToken") };
        }));

    /// <summary>With the credentials and the region that the SDK finds.</summary>
    public AmazonCloudWatchClient() : base(new AmazonCloudWatchConfig())
    {
    }

    /// <summary>With the credentials that the SDK finds.</summary>
    public AmazonCloudWatchClient(RegionEndpoint region) : base(new AmazonCloudWatchConfig { RegionEndpoint = region })
    {
    }

    /// <summary>With the credentials that the SDK finds.</summary>
    public AmazonCloudWatchClient(AmazonCloudWatchConfig config) : base(config)
    {
    }

    /// <summary>With the region that the SDK finds.</summary>
    public AmazonCloudWatchClient(AWSCredentials credentials) : this(credentials, new AmazonCloudWatchConfig())
    {
    }

    /// <summary>With credentials and a region.</summary>
    public AmazonCloudWatchClient(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonCloudWatchConfig { RegionEndpoint = region })
    {
    }

    /// <summary>With credentials and settings.</summary>
    public AmazonCloudWatchClient(AWSCredentials credentials, AmazonCloudWatchConfig clientConfig) : base(credentials, clientConfig)
    {
    }

    private protected override Service Service => s_service;

    /// <inheritdoc/>
    public virtual Task<GetMetricDataResponse> GetMetricDataAsync(GetMetricDataRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetMetricDataResponse>(request, s_getMetricData, cancellationToken);

    static void Write(QueryWriter query, MetricDataQuery item)
    {
        query.Write("AccountId", item.AccountId);
        query.Write("Expression", item.Expression);
        query.Write("Id", item.Id);
        query.Write("Label", item.Label);
        if (item.MetricStat is { } stat)
            Write(query.Within("MetricStat"), stat);
        query.Write("Period", item.Period);
        query.Write("ReturnData", item.ReturnData);
    }

    static void Write(QueryWriter query, MetricStat stat)
    {
        if (stat.Metric is { } metric)
        {
            var inner = query.Within("Metric");
            inner.WriteList("Dimensions", metric.Dimensions, (item, dimension) =>
            {
                item.Write("Name", dimension.Name);
                item.Write("Value", dimension.Value);
            });
            inner.Write("MetricName", metric.MetricName);
            inner.Write("Namespace", metric.Namespace);
        }
        query.Write("Period", stat.Period);
        query.Write("Stat", stat.Stat);
        query.Write("Unit", stat.Unit);
    }

    static MetricDataResult Result(XElement item) => new()
    {
        Id = item.Text("Id"),
        Label = item.Text("Label"),
        StatusCode = item.Text("StatusCode"),
        Timestamps = item.List("Timestamps", moment => DateTime.Parse(moment.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)),
        Values = item.List("Values", value => double.Parse(value.Value, CultureInfo.InvariantCulture)),
    };
}
