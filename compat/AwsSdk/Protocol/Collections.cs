namespace Amazon.Protocol;

/// <summary>Collections are null until set, unless the SDK's switch says otherwise.</summary>
internal static class Collections
{
    /// <summary>A list's first value.</summary>
    public static List<T> Initial<T>() => AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>A map's first value.</summary>
    public static Dictionary<TKey, TValue> Initial<TKey, TValue>() => AWSConfigs.InitializeCollections ? [] : null;
}
