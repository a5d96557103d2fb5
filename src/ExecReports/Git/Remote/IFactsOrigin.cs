namespace ExecReports.Git.Remote;

/// <summary>Where facts files are that are not on this machine.</summary>
public interface IFactsOrigin
{
    /// <summary>Whether a location, as a handoff names it, is such a place.</summary>
    bool Has(string location);

    /// <summary>Reads a facts file's bytes.</summary>
    /// <exception cref="TransientException">The other side does not answer.</exception>
    /// <exception cref="GitAuditException">There is no such file, or it is refused.</exception>
    Task<byte[]> ReadAsync(string location, CancellationToken cancellationToken);
}
