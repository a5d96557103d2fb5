using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using ExecReports.Delivery;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ExecReports.Aws.SendLog;

/// <summary>
/// Puts each send's outcome into a log group of CloudWatch Logs, in batches, beside the delivery and never in its way: whatever the service does, writing takes no time, and at the end
/// of the process the last lines are waited for only so long. Lines that could not be put are counted, the count is said in the log, and in the host's own log.
/// </summary>
public sealed partial class CloudWatchSendLog : ISendLog, IAsyncDisposable
{
    // The limits of a batch.
    const int MostEvents = 10_000, MostBytes = 1_048_576, BytesBesideText = 26;
    static readonly TimeSpan s_longestSpan = TimeSpan.FromHours(24);

    readonly IAmazonCloudWatchLogs _client;
    readonly SendLogOptions _options;
    readonly TimeProvider _time;
    readonly ILogger _log;
    readonly string _stream;
    readonly Channel<InputLogEvent> _lines;
    readonly CancellationTokenSource _end = new();
    readonly TaskCompletionSource _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Task _putting;
    long _lost, _toBeSaid;

    /// <summary>Starts logging.</summary>
    /// <param name="client">The client; it is not disposed of here.</param>
    /// <param name="options">Group, process, waits.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Is told when lines are lost.</param>
    public CloudWatchSendLog(IAmazonCloudWatchLogs client, SendLogOptions options, TimeProvider time, ILogger<CloudWatchSendLog>? log = null)
    {
        (_client, _options, _time, _log) = (client, options, time, log ?? NullLogger<CloudWatchSendLog>.Instance);
        _stream = $"{time.GetUtcNow().UtcDateTime.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture)}/{options.Process}";
        _lines = Channel.CreateBounded<InputLogEvent>(new BoundedChannelOptions(options.MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        _putting = Task.Run(PutAllAsync);
    }

    /// <summary>How many lines could not be put so far.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <inheritdoc/>
    public void Write(SendLogEntry entry)
    {
        if (!_lines.Writer.TryWrite(Event(entry.Time, SendLogLine.Of(entry, _options.PlainAddresses))))
            Lose(1);
    }

    /// <summary>Puts what is left, within <see cref="SendLogOptions.CloseTimeout"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_lines.Writer.TryComplete())
            return;
        _closing.SetResult();
        using var limit = new CancellationTokenSource(_options.CloseTimeout, _time);
        using (limit.Token.Register(_end.Cancel))
            await _putting.ConfigureAwait(false);
        if (Lost > 0)
            LogLost(Lost, _options.Group);
        _end.Dispose();
    }

    static InputLogEvent Event(DateTimeOffset time, string message) => new() { Timestamp = time.UtcDateTime, Message = message };

    void Lose(long count)
    {
        Interlocked.Add(ref _lost, count);
        Interlocked.Add(ref _toBeSaid, count);
    }

    async Task PutAllAsync()
    {
        InputLogEvent? over = null;
        while (over is not null || await _lines.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            await GatherAsync().ConfigureAwait(false);
            (var batch, over) = Next(over);
            if (!await PutAsync(batch).ConfigureAwait(false))
                Lose(batch.Count);
        }
        if (Interlocked.Exchange(ref _toBeSaid, 0) is > 0 and var lost)
            await PutAsync([Event(_time.GetUtcNow(), LinesLost.Of(lost))]).ConfigureAwait(false);
    }

    // Nothing more is waited for once the log is closed.
    async Task GatherAsync()
    {
        if (!_closing.Task.IsCompleted)
            await Task.WhenAny(Task.Delay(_options.Gather, _time), _closing.Task).ConfigureAwait(false);
    }

    // As many as a batch may hold, in the order of time. What does not fit is the next batch's first.
    (List<InputLogEvent> Batch, InputLogEvent? Over) Next(InputLogEvent? over)
    {
        var batch = new List<InputLogEvent>();
        var bytes = 0;
        if (Interlocked.Exchange(ref _toBeSaid, 0) is > 0 and var lost)
            Add(Event(_time.GetUtcNow(), LinesLost.Of(lost)));
        if (over is not null)
            Add(over);
        while (batch.Count < MostEvents && _lines.Reader.TryRead(out var line))
        {
            if (bytes + Size(line) > MostBytes || batch.Count > 0 && (line.Timestamp!.Value - batch[0].Timestamp!.Value).Duration() > s_longestSpan / 2)
                return (Ordered(batch), line);
            Add(line);
        }
        return (Ordered(batch), null);

        void Add(InputLogEvent line)
        {
            batch.Add(line);
            bytes += Size(line);
        }

        static int Size(InputLogEvent line) => Encoding.UTF8.GetByteCount(line.Message) + BytesBesideText;

        static List<InputLogEvent> Ordered(List<InputLogEvent> lines) => [.. lines.OrderBy(line => line.Timestamp)];
    }

    // False: given up. Nothing that the service does may end the task that puts, and so nothing is thrown.
    async Task<bool> PutAsync(List<InputLogEvent> batch)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await PutOnceAsync(batch).ConfigureAwait(false);
                return true;
            }
            catch (Exception) when (attempt < _options.RetryWaits.Count && !_end.IsCancellationRequested)
            {
                // ConfigureAwaitOptions: an end of the process ends the wait, and the next try is the last.
                await Task.Delay(_options.RetryWaits[attempt], _time, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception fault)
            {
                LogGivenUp(batch.Count, _options.Group, AwsFaults.Words(fault));
                return false;
            }
        }
    }

    async Task PutOnceAsync(List<InputLogEvent> batch)
    {
        using var limit = new CancellationTokenSource(_options.CallTimeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _end.Token);
        var request = new PutLogEventsRequest { LogGroupName = _options.Group, LogStreamName = _stream, LogEvents = batch };
        PutLogEventsResponse response;
        try
        {
            response = await _client.PutLogEventsAsync(request, both.Token).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
            await MakeStreamAsync(both.Token).ConfigureAwait(false);
            response = await _client.PutLogEventsAsync(request, both.Token).ConfigureAwait(false);
        }
        if (response.RejectedLogEventsInfo is { } rejected)
        {
            // Indexes: up to the first two, and from the third on, lines are not taken.
            var before = Math.Max(rejected.TooOldLogEventEndIndex ?? 0, rejected.ExpiredLogEventEndIndex ?? 0);
            Lose(Math.Min(batch.Count, before + (rejected.TooNewLogEventStartIndex is { } from ? batch.Count - from : 0)));
        }
    }

    async Task MakeStreamAsync(CancellationToken cancellationToken)
    {
        try
        {
            await MakeStreamInGroupAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
            try
            {
                await _client.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = _options.Group }, cancellationToken).ConfigureAwait(false);
            }
            catch (ResourceAlreadyExistsException)
            {
                // Another process was quicker.
            }
            await MakeStreamInGroupAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    async Task MakeStreamInGroupAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _client.CreateLogStreamAsync(new CreateLogStreamRequest { LogGroupName = _options.Group, LogStreamName = _stream }, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceAlreadyExistsException)
        {
            // Made by an earlier try whose answer was lost.
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Lines} lines of the send log could not be put into {Group}: {Reason}. Deliveries are not affected")]
    partial void LogGivenUp(int lines, string group, string reason);

    [LoggerMessage(LogLevel.Warning, "{Lines} lines are missing in the send log {Group}; the ledger has them all")]
    partial void LogLost(long lines, string group);
}
