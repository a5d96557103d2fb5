namespace Amazon.SimpleEmail.Model;

/// <summary>Asks whether the account may send.</summary>
public class GetAccountSendingEnabledRequest : AmazonSimpleEmailServiceRequest;
