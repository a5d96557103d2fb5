namespace ExecReports.Testing.Aws.S3;

/// <summary>An object that was put.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Headers">The headers that it was put with.</param>
public sealed record StoredObject(byte[] Content, IReadOnlyDictionary<string, string> Headers);
