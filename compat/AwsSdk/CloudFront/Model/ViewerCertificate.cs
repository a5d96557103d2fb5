namespace Amazon.CloudFront.Model;

/// <summary>HTTPS for viewers.</summary>
public class ViewerCertificate
{
    /// <summary>Certificate of ACM.</summary>
    public string ACMCertificateArn { get; set; }
    /// <summary>Whether it is CloudFront's own; the lowest version is then TLSv1, whatever is set.</summary>
    public bool? CloudFrontDefaultCertificate { get; set; }
    /// <summary>Certificate of IAM.</summary>
    public string IAMCertificateId { get; set; }
    /// <summary>Lowest TLS version.</summary>
    public MinimumProtocolVersion MinimumProtocolVersion { get; set; }
    /// <summary>Which viewers it is served to.</summary>
    public SSLSupportMethod SSLSupportMethod { get; set; }
}
