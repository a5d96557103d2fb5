using Scriban.Functions;
using Scriban.Runtime;

namespace ExecReports.Rendering.Templates;

/// <summary>
/// The parts of Scriban's own library that templates may use: <c>array</c>, <c>string</c>, <c>math</c>. They are made when a template first names
/// them, since building them is slow. What reads a clock or chance, or evaluates text as code, is left out: a second rendering gives the same bytes.
/// </summary>
internal static class StandardFunctions
{
    private static readonly Lazy<ScriptObject> s_array = new(() => Sealed(new ArrayFunctions()));
    private static readonly Lazy<ScriptObject> s_string = new(() => Sealed(new StringFunctions()));
    private static readonly Lazy<ScriptObject> s_math = new(() => Sealed(new MathFunctions(), "random", "uuid"));

    /// <summary>Names of the groups.</summary>
    public static IReadOnlyList<string> Names { get; } = ["array", "string", "math"];

    /// <summary>A group of functions; null if there is none of that name.</summary>
    public static ScriptObject? Find(string name) => name switch
    {
        "array" => s_array.Value,
        "string" => s_string.Value,
        "math" => s_math.Value,
        _ => null,
    };

    private static ScriptObject Sealed(ScriptObject functions, params ReadOnlySpan<string> without)
    {
        foreach (var name in without)
            functions.Remove(name);
        functions.IsReadOnly = true;
        return functions;
    }
}
