using Amazon.Runtime;

namespace Amazon.CloudFront;

/// <summary>Newest HTTP version for viewers.</summary>
public class HttpVersion : ConstantClass
{
    /// <summary>HTTP/1.1.</summary>
    public static readonly HttpVersion Http11 = new("http1.1");
    /// <summary>HTTP/2.</summary>
    public static readonly HttpVersion Http2 = new("http2");
    /// <summary>HTTP/2 and HTTP/3.</summary>
    public static readonly HttpVersion Http2and3 = new("http2and3");
    /// <summary>HTTP/3.</summary>
    public static readonly HttpVersion Http3 = new("http3");

    /// <summary>A value by its name, known or not.</summary>
    public HttpVersion(string value) : base(value)
    {
    }

    /// <summary>The known value of that name, else a new one.</summary>
    public static HttpVersion FindValue(string value) => FindValue<HttpVersion>(value);

    /// <summary>A value by its name.</summary>
    public static implicit operator HttpVersion(string value) => FindValue(value);
}
