using Amazon.Runtime;

namespace Amazon.CloudFront;

/// <summary>Which viewers HTTPS is served to.</summary>
public class SSLSupportMethod : ConstantClass
{
    /// <summary>Those that name the host.</summary>
    public static readonly SSLSupportMethod SniOnly = new("sni-only");
    /// <summary>Those that were given a static address.</summary>
    public static readonly SSLSupportMethod StaticIp = new("static-ip");
    /// <summary>All, by an address of its own.</summary>
    public static readonly SSLSupportMethod Vip = new("vip");

    /// <summary>A value by its name, known or not.</summary>
    public SSLSupportMethod(string value) : base(value)
    {
    }

    /// <summary>The known value of that name, else a new one.</summary>
    public static SSLSupportMethod FindValue(string value) => FindValue<SSLSupportMethod>(value);

    /// <summary>A value by its name.</summary>
    public static implicit operator SSLSupportMethod(string value) => FindValue(value);
}
