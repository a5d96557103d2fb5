namespace ExecReports.Aws.Tests.Settings;

/// <summary>What the SDK's own credential chain needs at run time and nothing here names.</summary>
public class CredentialChainTests
{
    [Theory]
    [InlineData("Amazon.SSO.AmazonSSOClient, AWSSDK.SSO")]
    [InlineData("Amazon.SSOOIDC.AmazonSSOOIDCClient, AWSSDK.SSOOIDC")]
    [InlineData("Amazon.SecurityToken.AmazonSecurityTokenServiceClient, AWSSDK.SecurityToken")]
    public void Profiles_that_sign_in_through_SSO_or_a_role_find_their_clients(string type) => Assert.NotNull(Type.GetType(type));
}
