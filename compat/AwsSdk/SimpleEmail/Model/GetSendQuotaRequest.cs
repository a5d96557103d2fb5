namespace Amazon.SimpleEmail.Model;

/// <summary>Asks how much may be sent.</summary>
public class GetSendQuotaRequest : AmazonSimpleEmailServiceRequest;
