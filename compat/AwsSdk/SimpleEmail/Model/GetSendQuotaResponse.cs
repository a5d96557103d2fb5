using Amazon.Runtime;

namespace Amazon.SimpleEmail.Model;

/// <summary>How much may be sent.</summary>
public class GetSendQuotaResponse : AmazonWebServiceResponse
{
    /// <summary>Recipients in 24 hours; -1: no limit.</summary>
    public double? Max24HourSend { get; set; }
    /// <summary>Recipients a second.</summary>
    public double? MaxSendRate { get; set; }
    /// <summary>Recipients in the last 24 hours.</summary>
    public double? SentLast24Hours { get; set; }
}
