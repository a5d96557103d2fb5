using Amazon.Runtime;

namespace ExecReports.Aws.Inventory;

/// <summary>
/// The calls of one collection: some at a time, and what each was refused. A list that cannot be had fails the source; a detail of single resources that cannot be had is a gap, one for
/// each permission, not one for each resource.
/// </summary>
sealed class InventoryCalls(int atOnce, CancellationToken cancellationToken) : IDisposable
{
    const int Named = 3;

    readonly SemaphoreSlim _free = new(atOnce);
    readonly Lock _lock = new();
    readonly SortedDictionary<(string Permission, string Unknown, string Reason, bool Denied), SortedSet<string>> _refused = [];

    /// <summary>What could not be had, one sentence for each permission and reason.</summary>
    public IReadOnlyList<string> Gaps
    {
        get
        {
            lock (_lock)
                return [.. _refused.Select(one => Sentence(one.Key.Permission, one.Key.Unknown, one.Key.Reason, one.Key.Denied, one.Value))];
        }
    }

    /// <summary>A call without which there is nothing to tell.</summary>
    /// <param name="permission">The action in IAM's words.</param>
    /// <param name="resource">What it is about.</param>
    /// <param name="call">The call.</param>
    /// <exception cref="AwsException">It was refused.</exception>
    /// <exception cref="TransientException">It failed for now.</exception>
    public async Task<T> NeedAsync<T>(string permission, string resource, Func<CancellationToken, Task<T>> call)
    {
        try
        {
            return await FreeAsync(call).ConfigureAwait(false);
        }
        catch (Exception fault) when (AwsFaults.IsOfAws(fault))
        {
            throw AwsFaults.Of(fault, permission, resource);
        }
    }

    /// <summary>A call for a detail; null where it could not be had, which is then a gap.</summary>
    /// <param name="permission">The action in IAM's words.</param>
    /// <param name="resource">Name of the resource.</param>
    /// <param name="unknown">What is not known without it: “which tags they have”.</param>
    /// <param name="call">The call.</param>
    /// <param name="absent">Error codes that say that the detail does not exist, and what that means.</param>
    public async Task<T?> TryAsync<T>(string permission, string resource, string unknown, Func<CancellationToken, Task<T>> call, (IReadOnlyCollection<string> Codes, T Means)? absent = null) where T : class
    {
        try
        {
            return await FreeAsync(call).ConfigureAwait(false);
        }
        catch (AmazonServiceException fault) when (absent is { } none && none.Codes.Contains(fault.ErrorCode))
        {
            return none.Means;
        }
        catch (Exception fault) when (AwsFaults.IsOfAws(fault))
        {
            Refused(permission, resource, unknown, AwsFaults.IsDenied(fault), AwsFaults.IsDenied(fault) ? "" : AwsFaults.Words(fault));
            return null;
        }
    }

    /// <summary>Adds a gap.</summary>
    public void Refused(string permission, string resource, string unknown, bool denied, string reason)
    {
        lock (_lock)
        {
            if (!_refused.TryGetValue((permission, unknown, reason, denied), out var resources))
                _refused[(permission, unknown, reason, denied)] = resources = new(StringComparer.Ordinal);
            resources.Add(resource);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    async Task<T> FreeAsync<T>(Func<CancellationToken, Task<T>> call)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await call(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _free.Release();
        }
    }

    static string Sentence(string permission, string unknown, string reason, bool denied, SortedSet<string> resources)
    {
        var names = SomeNames.Of(resources, Named);
        return denied
            ? $"{permission} was denied for {names}: {unknown} is not known. Allow {permission} in the policy of the role that runs this."
            : $"{permission} failed for {names}: {reason}; {unknown} is not known.";
    }
}
