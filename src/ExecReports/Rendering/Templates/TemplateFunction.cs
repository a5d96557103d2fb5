using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ExecReports.Rendering.Templates;

/// <summary>A function that templates can call; made by hand, since Scriban's own wrapping of delegates looks up hundreds of methods by reflection first.</summary>
/// <param name="name">Its name, for messages.</param>
/// <param name="parameters">Number of parameters.</param>
/// <param name="body">Gets the arguments as written.</param>
internal sealed class TemplateFunction(string name, int parameters, Func<TemplateContext, ScriptArray, object?> body) : IScriptCustomFunction
{
    /// <inheritdoc/>
    public int RequiredParameterCount => parameters;

    /// <inheritdoc/>
    public int ParameterCount => parameters;

    /// <inheritdoc/>
    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    /// <inheritdoc/>
    public Type ReturnType => typeof(object);

    /// <inheritdoc/>
    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "value");

    /// <inheritdoc/>
    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        try
        {
            return body(context, arguments);
        }
        catch (ArgumentException wrong)
        {
            throw new ScriptRuntimeException(callerContext?.Span ?? context.CurrentSpan, $"{name}: {wrong.Message}");
        }
    }

    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
