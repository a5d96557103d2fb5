using Amazon.DynamoDBv2.Model;

namespace ExecReports.Aws.Ledger;

/// <summary>Keys of items as an index gives them, one after another; a page is read when what was read before is used up.</summary>
/// <param name="read">Reads the page behind a key; null: the first.</param>
sealed class KeyPages(Func<Dictionary<string, AttributeValue>?, Task<(List<Dictionary<string, AttributeValue>> Found, Dictionary<string, AttributeValue>? Last)>> read)
{
    readonly Queue<Dictionary<string, AttributeValue>> _ahead = [];
    Dictionary<string, AttributeValue>? _last;
    bool _ended;

    /// <summary>The next key, which stays where it is; null: there is none.</summary>
    public async Task<Dictionary<string, AttributeValue>?> PeekAsync()
    {
        while (_ahead.Count == 0 && !_ended)
        {
            (var found, _last) = await read(_last).ConfigureAwait(false);
            found.ForEach(_ahead.Enqueue);
            _ended = _last is not { Count: > 0 };
        }
        return _ahead.Count > 0 ? _ahead.Peek() : null;
    }

    /// <summary>Takes the key that was looked at.</summary>
    public Dictionary<string, AttributeValue> Take() => _ahead.Dequeue();
}
