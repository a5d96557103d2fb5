using DurableTask.Core;

namespace ExecReports.Embedded.Hub;

/// <summary>An activity that was handed out.</summary>
internal sealed class ActivityTurn : TaskActivityWorkItem
{
    /// <summary>The row of the activity.</summary>
    public required long RowId { get; init; }
}
