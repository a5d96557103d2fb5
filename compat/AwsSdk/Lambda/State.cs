using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>Whether a function can be called.</summary>
public class State : ConstantClass
{
    /// <summary>It can.</summary>
    public static readonly State Active = new("Active");
    /// <summary>It could not be made.</summary>
    public static readonly State Failed = new("Failed");
    /// <summary>It was idle, and is readied by its next call.</summary>
    public static readonly State Inactive = new("Inactive");
    /// <summary>It is being made.</summary>
    public static readonly State Pending = new("Pending");

    /// <summary>A value by its name, known or not.</summary>
    public State(string value) : base(value)
    {
    }

    /// <summary>The known value of that name, else a new one.</summary>
    public static State FindValue(string value) => FindValue<State>(value);

    /// <summary>A value by its name.</summary>
    public static implicit operator State(string value) => FindValue(value);
}
