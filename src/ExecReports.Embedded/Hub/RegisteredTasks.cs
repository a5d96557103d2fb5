using DurableTask.Core;

namespace ExecReports.Embedded.Hub;

/// <summary>
/// The orchestrators or activities of a hub by name; the version that a task was started with goes to the task itself. A name that nobody registered
/// yields a task that fails and says so: in one process waiting for a later registration would be waiting for ever.
/// </summary>
/// <param name="whenUnknown">Makes the task that fails.</param>
internal sealed class RegisteredTasks<T>(Func<string, T> whenUnknown) : INameVersionObjectManager<T>
{
    private readonly Dictionary<string, Func<T>> _factories = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string name, Func<T> create)
    {
        if (!_factories.TryAdd(name, create))
            throw new InvalidOperationException($"'{name}' is registered twice.");
    }

    public void Add(ObjectCreator<T> creator) => Add(creator.Name, creator.Create);

    public T GetObject(string name, string? version) => _factories.TryGetValue(name, out var create) ? create() : whenUnknown(name);
}
