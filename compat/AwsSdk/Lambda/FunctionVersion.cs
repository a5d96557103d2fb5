using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>Which versions are listed.</summary>
public class FunctionVersion : ConstantClass
{
    /// <summary>All versions.</summary>
    public static readonly FunctionVersion ALL = new("ALL");

    /// <summary>A value by its name, known or not.</summary>
    public FunctionVersion(string value) : base(value)
    {
    }

    /// <summary>The known value of that name, else a new one.</summary>
    public static FunctionVersion FindValue(string value) => FindValue<FunctionVersion>(value);

    /// <summary>A value by its name.</summary>
    public static implicit operator FunctionVersion(string value) => FindValue(value);
}
