using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>Order of data points.</summary>
public class ScanBy : ConstantClass
{
    /// <summary>Oldest first.</summary>
    public static readonly ScanBy TimestampAscending = new("TimestampAscending");
    /// <summary>Newest first.</summary>
    public static readonly ScanBy TimestampDescending = new("TimestampDescending");

    /// <summary>A value by its name, known or not.</summary>
    public ScanBy(string value) : base(value)
    {
    }

    /// <summary>The known value of that name, else a new one.</summary>
    public static ScanBy FindValue(string value) => FindValue<ScanBy>(value);

    /// <summary>A value by its name.</summary>
    public static implicit operator ScanBy(string value) => FindValue(value);
}
