using Amazon.Runtime;

namespace Amazon.CloudFront;

/// <summary>Lowest TLS version for viewers, with its set of ciphers.</summary>
public class MinimumProtocolVersion : ConstantClass
{
    /// <summary>SSL 3.</summary>
    public static readonly MinimumProtocolVersion SSLv3 = new("SSLv3");
    /// <summary>TLS 1.0.</summary>
    public static readonly MinimumProtocolVersion TLSv1 = new("TLSv1");
    /// <summary>TLS 1.0, ciphers of 2016.</summary>
    public static readonly MinimumProtocolVersion TLSv1_2016 = new("TLSv1_2016");
    /// <summary>TLS 1.1, ciphers of 2016.</summary>
    public static readonly MinimumProtocolVersion TLSv11_2016 = new("TLSv1.1_2016");
    /// <summary>TLS 1.2, ciphers of 2018.</summary>
    public static readonly MinimumProtocolVersion TLSv12_2018 = new("TLSv1.2_2018");
    /// <summary>TLS 1.2, ciphers of 2019.</summary>
    public static readonly MinimumProtocolVersion TLSv12_2019 = new("TLSv1.2_2019");
    /// <summary>TLS 1.2, ciphers of 2021.</summary>
    public static readonly MinimumProtocolVersion TLSv12_2021 = new("TLSv1.2_2021");

    /// <summary>A value by its name, known or not.</summary>
    public MinimumProtocolVersion(string value) : base(value)
    {
    }

    /// <summary>The known value of that name, else a new one.</summary>
    public static MinimumProtocolVersion FindValue(string value) => FindValue<MinimumProtocolVersion>(value);

    /// <summary>A value by its name.</summary>
    public static implicit operator MinimumProtocolVersion(string value) => FindValue(value);
}
