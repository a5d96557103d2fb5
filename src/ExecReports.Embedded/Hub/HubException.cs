namespace ExecReports.Embedded.Hub;

/// <summary>What is wrong with the hub's files: the message says which file, what was found, and what to do.</summary>
public abstract class HubException : Exception
{
    private protected HubException(string message, string path, Exception? inner = null)
        : base(message, inner) => Path = path;

    /// <summary>The file that the message is about.</summary>
    public string Path { get; }
}
