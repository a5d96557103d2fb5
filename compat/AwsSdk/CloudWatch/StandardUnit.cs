using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>Unit of a metric; only some are named.</summary>
public class StandardUnit : ConstantClass
{
    /// <summary>Bytes.</summary>
    public static readonly StandardUnit Bytes = new("Bytes");
    /// <summary>A number of things.</summary>
    public static readonly StandardUnit Count = new("Count");
    /// <summary>Thousandths of a second.</summary>
    public static readonly StandardUnit Milliseconds = new("Milliseconds");
    /// <summary>None.</summary>
    public static readonly StandardUnit None = new("None");

    /// <summary>A value by its name, known or not.</summary>
    public StandardUnit(string value) : base(value)
    {
    }

    /// <summary>The known value of that name, else a new one.</summary>
    public static StandardUnit FindValue(string value) => FindValue<StandardUnit>(value);

    /// <summary>A value by its name.</summary>
    public static implicit operator StandardUnit(string value) => FindValue(value);
}
