using System.Text;

namespace ExecReports.Testing.Aws.Wire;

/// <summary>An answer.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">Media type; null: none is sent.</param>
/// <param name="Body">Its bytes.</param>
public sealed record Answer(int Status, string? ContentType, byte[] Body)
{
    /// <summary>Further headers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>XML.</summary>
    public static Answer Xml(int status, string xml) => new(status, "text/xml", Encoding.UTF8.GetBytes(xml));

    /// <summary>JSON as AWS sends it.</summary>
    public static Answer Json(int status, string json) => new(status, "application/x-amz-json-1.1", Encoding.UTF8.GetBytes(json));
}
