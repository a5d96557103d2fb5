using System.Text.Json;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using ExecReports.Testing.Aws.Wire;

namespace AwsSdk.Tests.CloudWatchLogs;

/// <summary>Requests and answers as the API reference of CloudWatch Logs, version 2014-03-28, shows them.</summary>
public sealed class LogsAnswersTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    static AmazonCloudWatchLogsClient Client(FaultyServer server) => new(Recorded.Credentials, Recorded.At(server, new AmazonCloudWatchLogsConfig()));

    static PutLogEventsRequest Batch() => new()
    {
        LogGroupName = "my-log-group",
        LogStreamName = "my-log-stream",
        LogEvents =
        [
            new InputLogEvent { Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(1396035378988).UtcDateTime, Message = "Example event 1" },
            new InputLogEvent { Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(1396035378989).UtcDateTime, Message = "Example „event“ 2" },
        ],
    };

    [Fact]
    public async Task Events_are_put_as_JSON()
    {
        await using var server = await Recorded.AnswerAsync(Answer.Json(200, """{"nextSequenceToken":"49536701251539826331025683274032969384950891766572122113"}"""));
        using var client = Client(server);

        var response = await client.PutLogEventsAsync(Batch(), Token);

        Assert.Equal("49536701251539826331025683274032969384950891766572122113", response.NextSequenceToken);
        Assert.Null(response.RejectedLogEventsInfo);
        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/", "application/x-amz-json-1.1", "Logs_20140328.PutLogEvents"), (request.Method, request.Target, request.Headers["Content-Type"], request.Headers["X-Amz-Target"]));
        using var expected = JsonDocument.Parse("""
            {"logEvents":[{"message":"Example event 1","timestamp":1396035378988},{"message":"Example „event“ 2","timestamp":1396035378989}],"logGroupName":"my-log-group","logStreamName":"my-log-stream"}
            """);
        using var sent = JsonDocument.Parse(request.Body);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, sent.RootElement), request.Text);
        Assert.Null(SignatureCheck.Fault(request, "logs", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
    }

    [Fact]
    public async Task Events_that_were_not_taken_are_named()
    {
        await using var server = await Recorded.AnswerAsync(Answer.Json(200, """{"rejectedLogEventsInfo":{"tooOldLogEventEndIndex":1,"expiredLogEventEndIndex":0}}"""));
        using var client = Client(server);

        var rejected = (await client.PutLogEventsAsync(Batch(), Token)).RejectedLogEventsInfo;

        Assert.Equal((1, 0, null), (rejected.TooOldLogEventEndIndex, rejected.ExpiredLogEventEndIndex, rejected.TooNewLogEventStartIndex));
    }

    [Fact]
    public async Task Groups_and_streams_are_made_by_answers_without_a_body()
    {
        await using var server = await Recorded.AnswerAsync(new Answer(200, "application/x-amz-json-1.1", []));
        using var client = Client(server);

        await client.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = "my-log-group" }, Token);
        await client.CreateLogStreamAsync(new CreateLogStreamRequest { LogGroupName = "my-log-group", LogStreamName = "my-log-stream" }, Token);

        Assert.Equal(["CreateLogGroup", "CreateLogStream"], server.Requests.Select(request => request.Action));
        Assert.Equal("""{"logGroupName":"my-log-group"}""", server.Requests[0].Text);
    }

    [Fact]
    public async Task Groups_are_listed()
    {
        await using var server = await Recorded.AnswerAsync(Answer.Json(200, """
            {"logGroups":[{"arn":"arn:aws:logs:us-east-1:123456789012:log-group:monitoring-logGroup-1234:*","creationTime":1393545600000,"logGroupName":"monitoring-logGroup-1234","metricFilterCount":0,"retentionInDays":14,"storedBytes":1048576}]}
            """));
        using var client = Client(server);

        var group = Assert.Single((await client.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = "monitoring" }, Token)).LogGroups);

        Assert.Equal(("monitoring-logGroup-1234", 14, 1048576L), (group.LogGroupName, group.RetentionInDays, group.StoredBytes));
        Assert.Equal(new DateTime(2014, 2, 28, 0, 0, 0, DateTimeKind.Utc), group.CreationTime?.ToUniversalTime());
    }

    [Theory]
    [InlineData("ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData("ResourceAlreadyExistsException", typeof(ResourceAlreadyExistsException))]
    [InlineData("ThrottlingException", typeof(ThrottlingException))]
    [InlineData("AccessDeniedException", typeof(AmazonCloudWatchLogsException))]
    public async Task An_error_becomes_its_exception(string code, Type exception)
    {
        await using var server = await Recorded.AnswerAsync(Answer.Json(400, $$"""{"__type":"{{code}}","message":"what happened"}"""));
        using var client = Client(server);

        var fault = await Assert.ThrowsAnyAsync<AmazonCloudWatchLogsException>(() => client.PutLogEventsAsync(Batch(), Token));

        // The package may know more error codes by a class of their own.
        Assert.IsAssignableFrom(exception, fault);
        Assert.Equal((code, "what happened"), (fault.ErrorCode, fault.Message));
    }
}
