using System.Xml.Linq;
using Amazon.CloudFront.Model;
using Amazon.Protocol;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudFront;

/// <summary>Client of Amazon CloudFront, API version 2020-05-31.</summary>
public class AmazonCloudFrontClient : ServiceClient, IAmazonCloudFront
{
    static readonly Service s_service = AmazonCloudFrontConfig.Service;

    static readonly Faults s_faults = new(
        (message, inner, type, code, id, status) => new AmazonCloudFrontException(message, inner, type, code, id, status),
        ("AccessDenied", (message, inner, type, code, id, status) => new AccessDeniedException(message, inner, type, code, id, status)),
        ("InvalidArgument", (message, inner, type, code, id, status) => new InvalidArgumentException(message, inner, type, code, id, status)),
        ("NoSuchResource", (message, inner, type, code, id, status) => new NoSuchResourceException(message, inner, type, code, id, status)));

    static readonly InvokeOptions s_listDistributions = Operation.Of(
        new RestCall<ListDistributionsRequest>(s_service, "/2020-05-31/distribution", request => [("Marker", request.Marker), ("MaxItems", request.MaxItems)]),
        new XmlAnswer(s_faults, root => new ListDistributionsResponse { DistributionList = Distributions(root) }));

    static readonly InvokeOptions s_listTagsForResource = Operation.Of(
        new RestCall<ListTagsForResourceRequest>(s_service, "/2020-05-31/tagging", request => [("Resource", request.Resource)]),
        new XmlAnswer(s_faults, root => new ListTagsForResourceResponse
        {
            Tags = new Tags { Items = root.List("Items", tag => new Tag { Key = tag.Text("Key"), Value = tag.Text("Value") }, "Tag") },
        }));

    /// <summary>With the credentials and the region that the SDK finds.</summary>
    public AmazonCloudFrontClient() : base(new AmazonCloudFrontConfig())
    {
    }

    /// <summary>With the credentials that the SDK finds.</summary>
    public AmazonCloudFrontClient(RegionEndpoint region) : base(new AmazonCloudFrontConfig { RegionEndpoint = region })
    {
    }

    /// <summary>With the credentials that the SDK finds.</summary>
    public AmazonCloudFrontClient(AmazonCloudFrontConfig config) : base(config)
    {
    }

    /// <summary>With the region that the SDK finds.</summary>
    public AmazonCloudFrontClient(AWSCredentials credentials) : this(credentials, new AmazonCloudFrontConfig())
    {
    }

    /// <summary>With credentials and a region.</summary>
    public AmazonCloudFrontClient(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonCloudFrontConfig { RegionEndpoint = region })
    {
    }

    /// <summary>With credentials and settings.</summary>
    public AmazonCloudFrontClient(AWSCredentials credentials, AmazonCloudFrontConfig clientConfig) : base(credentials, clientConfig)
    {
    }

    private protected override Service Service => s_service;

    /// <inheritdoc/>
    public virtual Task<ListDistributionsResponse> ListDistributionsAsync(CancellationToken cancellationToken = default) => ListDistributionsAsync(new ListDistributionsRequest(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListDistributionsResponse> ListDistributionsAsync(ListDistributionsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListDistributionsResponse>(request, s_listDistributions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTagsForResourceResponse>(request, s_listTagsForResource, cancellationToken);

    static DistributionList Distributions(XElement list) => new()
    {
        IsTruncated = list.Bool("IsTruncated"),
        Items = list.List("Items", Distribution, "DistributionSummary"),
        Marker = list.Text("Marker"),
        MaxItems = list.Int("MaxItems"),
        NextMarker = list.Text("NextMarker"),
        Quantity = list.Int("Quantity"),
    };

    static DistributionSummary Distribution(XElement item) => new()
    {
        Aliases = item.Member("Aliases") is { } aliases ? new Aliases { Items = aliases.List("Items", name => name.Value, "CNAME"), Quantity = aliases.Int("Quantity") } : null,
        ARN = item.Text("ARN"),
        Comment = item.Text("Comment"),
        DomainName = item.Text("DomainName"),
        Enabled = item.Bool("Enabled"),
        HttpVersion = item.Text("HttpVersion"),
        Id = item.Text("Id"),
        IsIPV6Enabled = item.Bool("IsIPV6Enabled"),
        LastModifiedTime = item.Time("LastModifiedTime"),
        Origins = item.Member("Origins") is { } origins ? new Origins { Items = origins.List("Items", Origin, "Origin"), Quantity = origins.Int("Quantity") } : null,
        PriceClass = item.Text("PriceClass"),
        Status = item.Text("Status"),
        ViewerCertificate = item.Member("ViewerCertificate") is { } certificate ? Certificate(certificate) : null,
        WebACLId = item.Text("WebACLId"),
    };

    static Origin Origin(XElement item) => new() { DomainName = item.Text("DomainName"), Id = item.Text("Id"), OriginPath = item.Text("OriginPath") };

    static ViewerCertificate Certificate(XElement item) => new()
    {
        ACMCertificateArn = item.Text("ACMCertificateArn"),
        CloudFrontDefaultCertificate = item.Bool("CloudFrontDefaultCertificate"),
        IAMCertificateId = item.Text("IAMCertificateId"),
        MinimumProtocolVersion = item.Text("MinimumProtocolVersion"),
        SSLSupportMethod = item.Text("SSLSupportMethod"),
    };
}
