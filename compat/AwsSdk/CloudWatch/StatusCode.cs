using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>Whether a query was answered in full.</summary>
public class StatusCode : ConstantClass
{
    /// <summary>It was.</summary>
    public static readonly StatusCode Complete = new("Complete");
    /// <summary>The caller may not see the metric.</summary>
    public static readonly StatusCode Forbidden = new("Forbidden");
    /// <summary>CloudWatch failed by itself.</summary>
    public static readonly StatusCode InternalError = new("InternalError");
    /// <summary>Not yet: further pages follow, or the query has to be asked again.</summary>
    public static readonly StatusCode PartialData = new("PartialData");

    /// <summary>A value by its name, known or not.</summary>
    public StatusCode(string value) : base(value)
    {
    }

    /// <summary>The known value of that name, else a new one.</summary>
    public static StatusCode FindValue(string value) => FindValue<StatusCode>(value);

    /// <summary>A value by its name.</summary>
    public static implicit operator StatusCode(string value) => FindValue(value);
}
