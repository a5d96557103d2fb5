using Amazon.Runtime;

namespace Amazon.SimpleEmail.Model;

/// <summary>A request to SES.</summary>
public class AmazonSimpleEmailServiceRequest : AmazonWebServiceRequest;
