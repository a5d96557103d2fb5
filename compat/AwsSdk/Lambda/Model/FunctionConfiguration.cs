using Amazon.Protocol;

namespace Amazon.Lambda.Model;

/// <summary>A function, without its code.</summary>
public class FunctionConfiguration
{
    /// <summary>Instruction sets.</summary>
    public List<string> Architectures { get; set; } = Collections.Initial<string>();
    /// <summary>Bytes of the archive.</summary>
    public long? CodeSize { get; set; }
    /// <summary>What it is for.</summary>
    public string Description { get; set; }
    /// <summary>Its ARN.</summary>
    public string FunctionArn { get; set; }
    /// <summary>Its name.</summary>
    public string FunctionName { get; set; }
    /// <summary>What of the code is called.</summary>
    public string Handler { get; set; }
    /// <summary>Last change, ISO 8601.</summary>
    public string LastModified { get; set; }
    /// <summary>Memory in MB.</summary>
    public int? MemorySize { get; set; }
    /// <summary>How its code comes.</summary>
    public PackageType PackageType { get; set; }
    /// <summary>ARN of its role.</summary>
    public string Role { get; set; }
    /// <summary>What runs it; null for an image.</summary>
    public Runtime Runtime { get; set; }
    /// <summary>Whether it can be called.</summary>
    public State State { get; set; }
    /// <summary>Seconds that a call may take.</summary>
    public int? Timeout { get; set; }
    /// <summary>Its version.</summary>
    public string Version { get; set; }
}
