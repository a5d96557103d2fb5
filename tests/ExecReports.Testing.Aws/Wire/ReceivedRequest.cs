using System.Text;

namespace ExecReports.Testing.Aws.Wire;

/// <summary>A request as it came.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query, as they were written.</param>
/// <param name="Headers">Headers, several values of one joined by commas.</param>
/// <param name="Body">Its bytes.</param>
public sealed record ReceivedRequest(int Number, string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    readonly Lazy<IReadOnlyDictionary<string, string>> _form = new(() => Form(Headers, Body));

    /// <summary>Fields of a form; empty where the body is none.</summary>
    public IReadOnlyDictionary<string, string> Fields => _form.Value;

    /// <summary>
    /// What it asks for: <c>SendRawEmail</c> and <c>PutItem</c> where the protocol names it, else method and path without the query: <c>PUT /bucket/key</c>.
    /// </summary>
    public string Action => Headers.TryGetValue("X-Amz-Target", out var target) ? target[(target.LastIndexOf('.') + 1)..]
        : Fields.TryGetValue("Action", out var action) ? action
        : $"{Method} {Target.Split('?')[0]}";

    /// <summary>The same, as small as can be: of its body there is only what it asks for.</summary>
    public ReceivedRequest WithoutBody() => new(Number, Method, Target, Headers, Encoding.ASCII.GetBytes(Fields.TryGetValue("Action", out var action) ? $"Action={action}" : ""));

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    static IReadOnlyDictionary<string, string> Form(IReadOnlyDictionary<string, string> headers, byte[] body)
    {
        var fields = new Dictionary<string, string>();
        if (!headers.TryGetValue("Content-Type", out var type) || !type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return fields;
        foreach (var field in Encoding.UTF8.GetString(body).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = field.IndexOf('=');
            fields[Uri.UnescapeDataString(field[..equals])] = Uri.UnescapeDataString(field[(equals + 1)..].Replace('+', ' '));
        }
        return fields;
    }
}
