using Amazon;
using Amazon.CloudFront;
using Amazon.CloudFront.Model;
using Amazon.Runtime;
using ExecReports.Testing.Aws.Wire;

namespace AwsSdk.Tests.CloudFront;

/// <summary>Requests and answers as the API reference of Amazon CloudFront, version 2020-05-31, describes them.</summary>
public sealed class CloudFrontAnswersTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    static AmazonCloudFrontClient Client(FaultyServer server) => new(Recorded.Credentials, Recorded.At(server, new AmazonCloudFrontConfig()));

    [Fact]
    public async Task Distributions_come_a_page_at_a_time()
    {
        await using var server = await Recorded.AnswerAsync(Answer.Xml(200, """
            <?xml version="1.0"?>
            <DistributionList xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/">
              <Marker></Marker><NextMarker>E2SECOND</NextMarker><MaxItems>1</MaxItems><IsTruncated>true</IsTruncated><Quantity>1</Quantity>
              <Items>
                <DistributionSummary>
                  <Id>E1FIRST</Id><ARN>arn:aws:cloudfront::123456789012:distribution/E1FIRST</ARN><Status>Deployed</Status>
                  <LastModifiedTime>2026-09-01T08:00:00.123Z</LastModifiedTime><DomainName>d111111abcdef8.cloudfront.net</DomainName>
                  <Aliases><Quantity>2</Quantity><Items><CNAME>www.example.com</CNAME><CNAME>example.com</CNAME></Items></Aliases>
                  <Origins><Quantity>1</Quantity><Items><Origin><Id>site</Id><DomainName>harbor-site.s3.amazonaws.com</DomainName><OriginPath></OriginPath>
                    <CustomHeaders><Quantity>0</Quantity></CustomHeaders></Origin></Items></Origins>
                  <Comment>shop</Comment><PriceClass>PriceClass_100</PriceClass><Enabled>true</Enabled>
                  <ViewerCertificate><CloudFrontDefaultCertificate>false</CloudFrontDefaultCertificate><ACMCertificateArn>arn:aws:acm:us-east-1:123456789012:certificate/c</ACMCertificateArn>
                    <SSLSupportMethod>sni-only</SSLSupportMethod><MinimumProtocolVersion>TLSv1.2_2021</MinimumProtocolVersion></ViewerCertificate>
                  <WebACLId></WebACLId><HttpVersion>http2and3</HttpVersion><IsIPV6Enabled>true</IsIPV6Enabled><Staging>false</Staging>
                </DistributionSummary>
              </Items>
            </DistributionList>
            """.TrimStart()));
        using var client = Client(server);

        var list = (await client.ListDistributionsAsync(new ListDistributionsRequest { Marker = "E0", MaxItems = "1" }, Token)).DistributionList;

        Assert.Equal((true, "E2SECOND", 1, 1), (list.IsTruncated, list.NextMarker, list.MaxItems, list.Quantity));
        var found = Assert.Single(list.Items);
        Assert.Equal(
            ("E1FIRST", "arn:aws:cloudfront::123456789012:distribution/E1FIRST", "Deployed", true, new DateTime(2026, 9, 1, 8, 0, 0, 123, DateTimeKind.Utc), "d111111abcdef8.cloudfront.net"),
            (found.Id, found.ARN, found.Status, found.Enabled, found.LastModifiedTime, found.DomainName));
        Assert.Equal(["www.example.com", "example.com"], found.Aliases.Items);
        Assert.Equal("harbor-site.s3.amazonaws.com", Assert.Single(found.Origins.Items).DomainName);
        Assert.Equal((MinimumProtocolVersion.TLSv12_2021, SSLSupportMethod.SniOnly, false),
            (found.ViewerCertificate.MinimumProtocolVersion, found.ViewerCertificate.SSLSupportMethod, found.ViewerCertificate.CloudFrontDefaultCertificate));
        Assert.Equal((PriceClass.PriceClass_100, HttpVersion.Http2and3), (found.PriceClass, found.HttpVersion));
        var request = Assert.Single(server.Requests);
        Assert.Equal(("GET", "/2020-05-31/distribution?Marker=E0&MaxItems=1"), (request.Method, request.Target));
        Assert.Contains("/us-east-1/cloudfront/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_any_has_no_items()
    {
        await using var server = await Recorded.AnswerAsync(Answer.Xml(200, """
            <DistributionList xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Marker/><MaxItems>100</MaxItems><IsTruncated>false</IsTruncated><Quantity>0</Quantity></DistributionList>
            """));
        using var client = Client(server);

        var list = (await client.ListDistributionsAsync(Token)).DistributionList;

        Assert.Equal((false, 0), (list.IsTruncated, list.Quantity));
        Assert.Null(list.Items);
        Assert.Null(list.NextMarker);
    }

    [Fact]
    public async Task Tags_are_asked_for_by_ARN()
    {
        await using var server = await Recorded.AnswerAsync(Answer.Xml(200, """
            <Tags xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Items><Tag><Key>entity</Key><Value>harbor</Value></Tag><Tag><Key>empty</Key><Value></Value></Tag></Items></Tags>
            """));
        using var client = Client(server);

        var tags = (await client.ListTagsForResourceAsync(new ListTagsForResourceRequest { Resource = "arn:aws:cloudfront::123456789012:distribution/E1FIRST" }, Token)).Tags;

        Assert.Equal([("entity", "harbor"), ("empty", "")], tags.Items.Select(tag => (tag.Key, tag.Value)));
        Assert.Equal("/2020-05-31/tagging?Resource=arn%3Aaws%3Acloudfront%3A%3A123456789012%3Adistribution%2FE1FIRST", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task Errors_are_told()
    {
        await using var server = await Recorded.AnswerAsync(Answer.Xml(403, """
            <ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not authorized to perform: cloudfront:ListDistributions</Message></Error>
            <RequestId>410c2a4b-e435-49c9-8382-3770d80d7d4c</RequestId></ErrorResponse>
            """));
        using var client = Client(server);

        var fault = await Assert.ThrowsAsync<AccessDeniedException>(() => client.ListDistributionsAsync(Token));

        Assert.Equal(("AccessDenied", "not authorized to perform: cloudfront:ListDistributions", "410c2a4b-e435-49c9-8382-3770d80d7d4c"), (fault.ErrorCode, fault.Message, fault.RequestId));
    }

    [Fact]
    public void Its_one_endpoint_is_global()
    {
        using var client = new AmazonCloudFrontClient(new BasicAWSCredentials("a", "b"), RegionEndpoint.EUWest1);

        Assert.Equal("https://cloudfront.amazonaws.com/", new Uri(client.DetermineServiceOperationEndpoint(new ListDistributionsRequest()).URL).ToString());
    }
}
