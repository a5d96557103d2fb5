using System.Text.Json;
using Amazon.CloudWatchLogs.Model;
using Amazon.Protocol;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatchLogs;

/// <summary>Client of Amazon CloudWatch Logs, API version 2014-03-28.</summary>
public class AmazonCloudWatchLogsClient : ServiceClient, IAmazonCloudWatchLogs
{
    const string Target = "Logs_20140328.";

    static readonly Service s_service = AmazonCloudWatchLogsConfig.Service;

    static readonly Faults s_faults = new(
        (message, inner, type, code, id, status) => new AmazonCloudWatchLogsException(message, inner, type, code, id, status),
        ("ResourceNotFoundException", (message, inner, type, code, id, status) => new ResourceNotFoundException(message, inner, type, code, id, status)),
        ("ResourceAlreadyExistsException", (message, inner, type, code, id, status) => new ResourceAlreadyExistsException(message, inner, type, code, id, status)),
        ("ThrottlingException", (message, inner, type, code, id, status) => new ThrottlingException(message, inner, type, code, id, status)),
        ("InvalidParameterException", (message, inner, type, code, id, status) => new InvalidParameterException(message, inner, type, code, id, status)),
        ("LimitExceededException", (message, inner, type, code, id, status) => new LimitExceededException(message, inner, type, code, id, status)),
        ("OperationAbortedException", (message, inner, type, code, id, status) => new OperationAbortedException(message, inner, type, code, id, status)),
        ("ServiceUnavailableException", (message, inner, type, code, id, status) => new ServiceUnavailableException(message, inner, type, code, id, status)),
        ("UnrecognizedClientException", (message, inner, type, code, id, status) => new UnrecognizedClientException(message, inner, type, code, id, status)));

    static readonly InvokeOptions s_createLogGroup = Operation.Of(
        new JsonCall<CreateLogGroupRequest>(s_service, Target + "CreateLogGroup", (json, request) => Write(json, "logGroupName", request.LogGroupName)),
        new JsonAnswer(s_faults, _ => new CreateLogGroupResponse()));

    static readonly InvokeOptions s_createLogStream = Operation.Of(
        new JsonCall<CreateLogStreamRequest>(s_service, Target + "CreateLogStream", (json, request) =>
        {
            Write(json, "logGroupName", request.LogGroupName);
            Write(json, "logStreamName", request.LogStreamName);
        }),
        new JsonAnswer(s_faults, _ => new CreateLogStreamResponse()));

    static readonly InvokeOptions s_describeLogGroups = Operation.Of(
        new JsonCall<DescribeLogGroupsRequest>(s_service, Target + "DescribeLogGroups", (json, request) =>
        {
            if (request.Limit is { } limit)
                json.WriteNumber("limit", limit);
            Write(json, "logGroupNamePrefix", request.LogGroupNamePrefix);
            Write(json, "nextToken", request.NextToken);
        }),
        new JsonAnswer(s_faults, body => new DescribeLogGroupsResponse { LogGroups = body.List("logGroups", Group), NextToken = body.Text("nextToken") }));

    static readonly InvokeOptions s_putLogEvents = Operation.Of(
        new JsonCall<PutLogEventsRequest>(s_service, Target + "PutLogEvents", (json, request) =>
        {
            if (request.LogEvents is { } events)
            {
                json.WriteStartArray("logEvents");
                foreach (var item in events)
                    Write(json, item);
                json.WriteEndArray();
            }
            Write(json, "logGroupName", request.LogGroupName);
            Write(json, "logStreamName", request.LogStreamName);
            Write(json, "sequenceToken", request.SequenceToken);
        }),
        new JsonAnswer(s_faults, body => new PutLogEventsResponse
        {
            NextSequenceToken = body.Text("nextSequenceToken"),
            RejectedLogEventsInfo = body.Member("rejectedLogEventsInfo") is { } rejected ? Rejected(rejected) : null,
        }));

    /// <summary>With the credentials and the region that the SDK finds.</summary>
    public AmazonCloudWatchLogsClient() : base(new AmazonCloudWatchLogsConfig())
    {
    }

    /// <summary>With the credentials that the SDK finds.</summary>
    public AmazonCloudWatchLogsClient(RegionEndpoint region) : base(new AmazonCloudWatchLogsConfig { RegionEndpoint = region })
    {
    }

    /// <summary>With the credentials that the SDK finds.</summary>
    public AmazonCloudWatchLogsClient(AmazonCloudWatchLogsConfig config) : base(config)
    {
    }

    /// <summary>With the region that the SDK finds.</summary>
    public AmazonCloudWatchLogsClient(AWSCredentials credentials) : this(credentials, new AmazonCloudWatchLogsConfig())
    {
    }

    /// <summary>With credentials and a region.</summary>
    public AmazonCloudWatchLogsClient(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonCloudWatchLogsConfig { RegionEndpoint = region })
    {
    }

    /// <summary>With credentials and settings.</summary>
    public AmazonCloudWatchLogsClient(AWSCredentials credentials, AmazonCloudWatchLogsConfig clientConfig) : base(credentials, clientConfig)
    {
    }

    private protected override Service Service => s_service;

    /// <inheritdoc/>
    public virtual Task<CreateLogGroupResponse> CreateLogGroupAsync(CreateLogGroupRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateLogGroupResponse>(request, s_createLogGroup, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateLogStreamResponse> CreateLogStreamAsync(CreateLogStreamRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateLogStreamResponse>(request, s_createLogStream, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeLogGroupsResponse> DescribeLogGroupsAsync(CancellationToken cancellationToken = default) =>
        DescribeLogGroupsAsync(new DescribeLogGroupsRequest(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeLogGroupsResponse> DescribeLogGroupsAsync(DescribeLogGroupsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeLogGroupsResponse>(request, s_describeLogGroups, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutLogEventsResponse> PutLogEventsAsync(PutLogEventsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutLogEventsResponse>(request, s_putLogEvents, cancellationToken);

    static void Write(Utf8JsonWriter json, string name, string value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    static void Write(Utf8JsonWriter json, InputLogEvent item)
    {
        json.WriteStartObject();
        Write(json, "message", item.Message);
        if (item.Timestamp is { } moment)
            json.WriteNumber("timestamp", new DateTimeOffset(moment.ToUniversalTime()).ToUnixTimeMilliseconds());
        json.WriteEndObject();
    }

    static LogGroup Group(JsonElement body) => new()
    {
        Arn = body.Text("arn"),
        CreationTime = body.Long("creationTime") is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime : null,
        LogGroupName = body.Text("logGroupName"),
        RetentionInDays = body.Int("retentionInDays"),
        StoredBytes = body.Long("storedBytes"),
    };

    static RejectedLogEventsInfo Rejected(JsonElement body) => new()
    {
        ExpiredLogEventEndIndex = body.Int("expiredLogEventEndIndex"),
        TooNewLogEventStartIndex = body.Int("tooNewLogEventStartIndex"),
        TooOldLogEventEndIndex = body.Int("tooOldLogEventEndIndex"),
    };
}
