using Amazon.Runtime;

namespace Amazon.CloudFront;

/// <summary>Which edge locations serve.</summary>
public class PriceClass : ConstantClass
{
    /// <summary>The cheapest ones.</summary>
    public static readonly PriceClass PriceClass_100 = new("PriceClass_100");
    /// <summary>All but the dearest.</summary>
    public static readonly PriceClass PriceClass_200 = new("PriceClass_200");
    /// <summary>All.</summary>
    public static readonly PriceClass PriceClass_All = new("PriceClass_All");

    /// <summary>A value by its name, known or not.</summary>
    public PriceClass(string value) : base(value)
    {
    }

    /// <summary>The known value of that name, else a new one.</summary>
    public static PriceClass FindValue(string value) => FindValue<PriceClass>(value);

    /// <summary>A value by its name.</summary>
    public static implicit operator PriceClass(string value) => FindValue(value);
}
