using System.Collections;

namespace ExecReports.Api.Http;

/// <summary>What is wrong with a request, by field. All faults are told at once.</summary>
public sealed class FieldErrors : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> errors = [];

    /// <summary>Whether there are any.</summary>
    public bool Any => errors.Count > 0;

    /// <summary>All messages, one after the other.</summary>
    public string Summary => string.Join(' ', errors.Select(error => error.Value));

    /// <summary>Messages by field.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ByField =>
        errors.GroupBy(error => error.Key).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(error => error.Value)]);

    /// <summary>Adds one.</summary>
    /// <param name="field">The field as the caller knows it; <c>$</c>: the body as a whole.</param>
    /// <param name="message">What is wrong, and what would be right.</param>
    public void Add(string field, string message) => errors.Add(new(field, message));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => errors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
