using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>How a function's code comes.</summary>
public class PackageType : ConstantClass
{
    /// <summary>A container image.</summary>
    public static readonly PackageType Image = new("Image");
    /// <summary>An archive.</summary>
    public static readonly PackageType Zip = new("Zip");

    /// <summary>A value by its name, known or not.</summary>
    public PackageType(string value) : base(value)
    {
    }

    /// <summary>The known value of that name, else a new one.</summary>
    public static PackageType FindValue(string value) => FindValue<PackageType>(value);

    /// <summary>A value by its name.</summary>
    public static implicit operator PackageType(string value) => FindValue(value);
}
