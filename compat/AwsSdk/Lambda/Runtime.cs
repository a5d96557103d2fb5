using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>What runs a function; new ones come and old ones go, so that only some are named.</summary>
public class Runtime : ConstantClass
{
    /// <summary>.NET 8.</summary>
    public static readonly Runtime Dotnet8 = new("dotnet8");
    /// <summary>Node.js 22.</summary>
    public static readonly Runtime Nodejs22X = new("nodejs22.x");
    /// <summary>None but the operating system.</summary>
    public static readonly Runtime ProvidedAl2023 = new("provided.al2023");
    /// <summary>Python 3.12.</summary>
    public static readonly Runtime Python312 = new("python3.12");
    /// <summary>Python 3.9.</summary>
    public static readonly Runtime Python39 = new("python3.9");

    /// <summary>A value by its name, known or not.</summary>
    public Runtime(string value) : base(value)
    {
    }

    /// <summary>The known value of that name, else a new one.</summary>
    public static Runtime FindValue(string value) => FindValue<Runtime>(value);

    /// <summary>A value by its name.</summary>
    public static implicit operator Runtime(string value) => FindValue(value);
}
