namespace ExecReports.Workspace;

/// <summary>
/// Where a run keeps its snapshots and rendered reports until they are delivered: a folder locally, an S3 prefix in production.
/// A key names its content (it holds the SHA-256), so that a retried activity writes the same key again and a reader can tell damage.
/// </summary>
public interface IRunWorkspace
{
    /// <summary>Stores content and returns its key, <c>&lt;run&gt;/&lt;name&gt;-&lt;sha256&gt;.&lt;extension&gt;</c>. Storing the same content again is no error.</summary>
    Task<WorkspaceRef> PutAsync(string runId, string name, string extension, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Reads content; throws <see cref="WorkspaceException"/> where it is missing or does not have the hash that the key says.</summary>
    Task<byte[]> GetAsync(WorkspaceRef reference, CancellationToken cancellationToken);
}

/// <summary>A reference to content in the run workspace, small enough for the orchestration history.</summary>
public sealed record WorkspaceRef(string Key, string Sha256, long Bytes);

/// <summary>Content of the workspace is missing or damaged.</summary>
public sealed class WorkspaceException(string message, Exception? inner = null) : Exception(message, inner);
