using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ExecReports.Embedded.Hub;

/// <summary>What an <see cref="EmbeddedHub"/> is made with.</summary>
public sealed record HubOptions
{
    /// <summary>The folder that holds <c>journal.db</c> and its lock; it is created where it is missing.</summary>
    public required string Folder { get; init; }

    /// <summary>The clock of timers, of time stamps, and of the orchestrators' own current time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Makes instance ids and execution ids; null: version 7 GUIDs at the time of <see cref="Time"/>.</summary>
    public Func<Guid>? NewGuid { get; init; }

    /// <summary>How inputs, outputs, events and custom statuses become text and back.</summary>
    public DataConverter DataConverter { get; init; } = JsonDataConverter.Default;

    /// <summary>Where the framework logs.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>How many activities run at once, at least 1.</summary>
    public int MaxActivities { get; init; } = Math.Max(2, Environment.ProcessorCount * 2);

    /// <summary>How many orchestrations take a turn at once, at least 1.</summary>
    public int MaxOrchestrations { get; init; } = 2;

    /// <summary>
    /// Called before, within and after each write to the journal with the name of the step. An exception that it throws is treated as the
    /// death of the process at that point: the hub writes nothing more. For tests.
    /// </summary>
    public Action<string>? CrashPoint { get; init; }
}
