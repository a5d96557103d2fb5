namespace ExecReports.Embedded.Hub;

/// <summary>
/// The journal could not be written (disk full, no permission, device fault). The hub does no more work after it: everything that it
/// acknowledged before is in the journal, and a hub that is opened later on the same folder goes on from there.
/// </summary>
public sealed class HubStorageException : HubException
{
    internal HubStorageException(string path, Exception inner)
        : base($"{path}: the journal could not be written ({inner.Message}). Nothing that was recorded is lost: mend the cause and resume the run.", path, inner)
    {
    }
}
