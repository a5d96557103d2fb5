using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using ExecReports.Testing.Aws.Wire;

namespace AwsSdk.Tests.CloudWatch;

/// <summary>Requests and answers as the API reference of Amazon CloudWatch, version 2010-08-01, describes them.</summary>
public sealed class CloudWatchAnswersTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    static AmazonCloudWatchClient Client(FaultyServer server) => new(Recorded.Credentials, Recorded.At(server, new AmazonCloudWatchConfig()));

    static GetMetricDataRequest Question() => new()
    {
        StartTime = new DateTime(2026, 10, 25, 0, 0, 0, DateTimeKind.Utc),
        EndTime = new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc),
        ScanBy = ScanBy.TimestampAscending,
        NextToken = "page 2",
        MetricDataQueries =
        [
            new MetricDataQuery
            {
                Id = "m1",
                ReturnData = true,
                MetricStat = new MetricStat
                {
                    Metric = new Metric { Namespace = "AWS/Lambda", MetricName = "Invocations", Dimensions = [new Dimension { Name = "FunctionName", Value = "harbor-booking" }] },
                    Period = 86400,
                    Stat = "Sum",
                },
            },
        ],
    };

    [Fact]
    public async Task Data_points_come_with_their_moments()
    {
        await using var server = await Recorded.AnswerAsync(Answer.Xml(200, """
            <GetMetricDataResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/">
              <GetMetricDataResult>
                <MetricDataResults>
                  <member><Id>m1</Id><Label>Invocations</Label><StatusCode>PartialData</StatusCode>
                    <Timestamps><member>2026-10-25T00:00:00Z</member><member>2026-10-26T00:00:00Z</member></Timestamps><Values><member>1370.0</member><member>1.25E+2</member></Values></member>
                  <member><Id>m2</Id><Label>Errors</Label><StatusCode>Complete</StatusCode><Timestamps/><Values/></member>
                </MetricDataResults>
                <NextToken>page 3</NextToken>
              </GetMetricDataResult>
              <ResponseMetadata><RequestId>5a2b6f7e-1111-2222-3333-444455556666</RequestId></ResponseMetadata>
            </GetMetricDataResponse>
            """));
        using var client = Client(server);

        var response = await client.GetMetricDataAsync(Question(), Token);

        Assert.Equal("page 3", response.NextToken);
        Assert.Equal("5a2b6f7e-1111-2222-3333-444455556666", response.ResponseMetadata.RequestId);
        Assert.Equal([1370.0, 125.0], response.MetricDataResults[0].Values);
        Assert.Equal([new DateTime(2026, 10, 25, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 10, 26, 0, 0, 0, DateTimeKind.Utc)], response.MetricDataResults[0].Timestamps);
        Assert.Equal((StatusCode.PartialData, StatusCode.Complete), (response.MetricDataResults[0].StatusCode, response.MetricDataResults[1].StatusCode));
        Assert.Empty(response.MetricDataResults[1].Values);
        var request = Assert.Single(server.Requests);
        Assert.Equal(
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["Action"] = "GetMetricData",
                ["Version"] = "2010-08-01",
                ["StartTime"] = "2026-10-25T00:00:00Z",
                ["EndTime"] = "2026-11-24T00:00:00Z",
                ["ScanBy"] = "TimestampAscending",
                ["NextToken"] = "page 2",
                ["MetricDataQueries.member.1.Id"] = "m1",
                ["MetricDataQueries.member.1.ReturnData"] = "true",
                ["MetricDataQueries.member.1.MetricStat.Metric.Namespace"] = "AWS/Lambda",
                ["MetricDataQueries.member.1.MetricStat.Metric.MetricName"] = "Invocations",
                ["MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Name"] = "FunctionName",
                ["MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Value"] = "harbor-booking",
                ["MetricDataQueries.member.1.MetricStat.Period"] = "86400",
                ["MetricDataQueries.member.1.MetricStat.Stat"] = "Sum",
            },
            new SortedDictionary<string, string>(request.Fields.ToDictionary(), StringComparer.Ordinal));
        Assert.Null(SignatureCheck.Fault(request, "monitoring", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
    }

    [Fact]
    public async Task Errors_are_told()
    {
        await using var server = await Recorded.AnswerAsync(Answer.Xml(403, """
            <ErrorResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not authorized to perform: cloudwatch:GetMetricData</Message></Error>
            <RequestId>5a2b6f7e-1111-2222-3333-444455556666</RequestId></ErrorResponse>
            """));
        using var client = Client(server);

        var fault = await Assert.ThrowsAsync<AmazonCloudWatchException>(() => client.GetMetricDataAsync(Question(), Token));

        Assert.Equal(("AccessDenied", 403), (fault.ErrorCode, (int)fault.StatusCode));
    }
}
