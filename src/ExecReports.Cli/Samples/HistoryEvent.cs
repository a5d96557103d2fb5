namespace ExecReports.Cli.Samples;

/// <summary>A person (or bot) of a history, as git names one.</summary>
/// <param name="Name">Name, a role in the sample.</param>
/// <param name="Email">Address.</param>
public sealed record HistoryPerson(string Name, string Email);

/// <summary>One change of a file by a commit.</summary>
/// <param name="Path">Path in the repository, with forward slashes.</param>
/// <param name="Kind">What happens to it.</param>
/// <param name="Text">The whole text, or the text to append; null for a removal.</param>
public sealed record HistoryChange(string Path, HistoryChangeKind Kind, string? Text);

/// <summary>What a change does to a file.</summary>
public enum HistoryChangeKind
{
    /// <summary>The file gets a new text.</summary>
    Write,
    /// <summary>A line is put behind what stands there.</summary>
    Append,
    /// <summary>The file goes.</summary>
    Remove,
}

/// <summary>Something that happens at one moment of a history.</summary>
/// <param name="At">When: author's and committer's date alike.</param>
/// <param name="Line">Line of the history file, for messages.</param>
public abstract record HistoryEvent(DateTimeOffset At, int Line);

/// <summary>A commit; one on a branch that does not exist yet begins that branch at the default branch's tip.</summary>
public sealed record HistoryCommit(
    DateTimeOffset At, int Line, HistoryPerson Person, string Branch, string Message, IReadOnlyList<HistoryChange> Changes) : HistoryEvent(At, Line)
{
    /// <summary>The branch that it merges into the default branch; null for a plain commit.</summary>
    public string? Merges { get; init; }
}

/// <summary>A tag on the default branch's tip.</summary>
public sealed record HistoryTag(DateTimeOffset At, int Line, string Name) : HistoryEvent(At, Line);
