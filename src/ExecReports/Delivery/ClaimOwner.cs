namespace ExecReports.Delivery;

/// <summary>Who holds a claim: one attempt of the delivering activity. No two attempts may have the same owner.</summary>
/// <param name="Process">Names the process uniquely among all that ever used this ledger (not the process id, which the system gives out again).</param>
/// <param name="Attempt">Names the attempt within it.</param>
public readonly record struct ClaimOwner(string Process, string Attempt)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Process}/{Attempt}";

    /// <summary>Whether an owner as the ledger holds it is an attempt of the same process.</summary>
    public bool SharesProcessWith(string? owner) => owner?.StartsWith(Process + "/", StringComparison.Ordinal) == true;
}
