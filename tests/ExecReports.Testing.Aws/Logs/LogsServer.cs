using System.Text;
using System.Text.Json;
using ExecReports.Testing.Aws.Wire;

namespace ExecReports.Testing.Aws.Logs;

/// <summary>Amazon CloudWatch Logs, as far as events are put: groups, streams, and the limits of a batch.</summary>
public sealed class LogsServer : IAsyncDisposable
{
    const int MostEvents = 10_000, MostBytes = 1_048_576, BytesBesideText = 26;
    static readonly TimeSpan s_longestSpan = TimeSpan.FromHours(24);

    readonly Lock _lock = new();
    readonly HashSet<string> _groups = [];
    readonly HashSet<(string Group, string Stream)> _streams = [];
    readonly List<LoggedEvent> _events = [];

    /// <summary>The connection: its address, its faults, what came over it.</summary>
    public FaultyServer Wire { get; private set; } = null!;

    /// <summary>Where it listens.</summary>
    public Uri Url => Wire.Url;

    /// <summary>Actions that the caller's policy lacks, such as <c>CreateLogGroup</c>.</summary>
    public HashSet<string> DeniedActions { get; } = [];

    /// <summary>What was taken, in order.</summary>
    public IReadOnlyList<LoggedEvent> Events
    {
        get
        {
            lock (_lock)
                return [.. _events];
        }
    }

    /// <summary>Starts one without any group.</summary>
    public static async Task<LogsServer> StartAsync()
    {
        var server = new LogsServer();
        server.Wire = await FaultyServer.StartAsync((request, _) => Task.FromResult(server.Answer(request))).ConfigureAwait(false);
        return server;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Wire.DisposeAsync();

    Answer Answer(ReceivedRequest request)
    {
        if (!request.Headers.TryGetValue("Authorization", out var authorization) || !authorization.Contains("/logs/aws4_request", StringComparison.Ordinal))
            return Refusal("MissingAuthenticationTokenException", "Missing Authentication Token");
        if (DeniedActions.Contains(request.Action))
            return Refusal("AccessDeniedException", $"User: arn:aws:iam::123456789012:user/test is not authorized to perform: logs:{request.Action}");
        using var body = JsonDocument.Parse(request.Body);
        var root = body.RootElement;
        lock (_lock)
        {
            return request.Action switch
            {
                "CreateLogGroup" => _groups.Add(Text(root, "logGroupName")) ? Empty : Refusal("ResourceAlreadyExistsException", "The specified log group already exists"),
                "CreateLogStream" => !_groups.Contains(Text(root, "logGroupName")) ? NoGroup
                    : _streams.Add((Text(root, "logGroupName"), Text(root, "logStreamName"))) ? Empty
                    : Refusal("ResourceAlreadyExistsException", "The specified log stream already exists"),
                "DescribeLogGroups" => Aws.Wire.Answer.Json(200, JsonSerializer.Serialize(new
                {
                    logGroups = _groups.Where(name => !root.TryGetProperty("logGroupNamePrefix", out var prefix) || name.StartsWith(prefix.GetString()!, StringComparison.Ordinal)).Select(name => new { logGroupName = name, storedBytes = 0L }),
                })),
                "PutLogEvents" => Put(root),
                _ => Refusal("UnknownOperationException", "unknown operation"),
            };
        }
    }

    Answer Put(JsonElement root)
    {
        var (group, stream) = (Text(root, "logGroupName"), Text(root, "logStreamName"));
        if (!_groups.Contains(group))
            return NoGroup;
        if (!_streams.Contains((group, stream)))
            return Refusal("ResourceNotFoundException", "The specified log stream does not exist.");
        LoggedEvent[] events =
        [
            .. root.GetProperty("logEvents").EnumerateArray().Select(item =>
                new LoggedEvent(group, stream, DateTimeOffset.FromUnixTimeMilliseconds(item.GetProperty("timestamp").GetInt64()), item.GetProperty("message").GetString()!)),
        ];
        if (events.Length is 0 or > MostEvents)
            return Refusal("InvalidParameterException", $"1 validation error detected: {events.Length} log events, expected 1 to {MostEvents}");
        if (events.Sum(item => Encoding.UTF8.GetByteCount(item.Message) + BytesBesideText) > MostBytes)
            return Refusal("InvalidParameterException", "Upload too large");
        if (!events.Select(item => item.Timestamp).SequenceEqual(events.Select(item => item.Timestamp).Order()))
            return Refusal("InvalidParameterException", "Log events in a single PutLogEvents request must be in chronological order.");
        if (events[^1].Timestamp - events[0].Timestamp > s_longestSpan)
            return Refusal("InvalidParameterException", "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
        _events.AddRange(events);
        return Aws.Wire.Answer.Json(200, """{"nextSequenceToken":"49599396607703531511419593985621160512859251095480828066"}""");
    }

    static Answer NoGroup => Refusal("ResourceNotFoundException", "The specified log group does not exist.");

    static Answer Empty => new(200, "application/x-amz-json-1.1", []);

    static Answer Refusal(string type, string message) => Aws.Wire.Answer.Json(400, JsonSerializer.Serialize(new Dictionary<string, string> { ["__type"] = type, ["message"] = message }));

    static string Text(JsonElement root, string name) => root.GetProperty(name).GetString()!;
}
